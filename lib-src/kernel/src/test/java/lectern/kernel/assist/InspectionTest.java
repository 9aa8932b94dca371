package lectern.kernel.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.display.MimeBundle;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.CellSource;
import lectern.kernel.cell.WholeCellEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionTest {
  private WholeCellEngine engine;

  @BeforeAll
  void start() throws CellFailure {
    engine = new WholeCellEngine(List.of(), () -> false);
    String cell =
        """
        import java.util.*;

        /**
         * Adds {@code times} copies of a number; see {@link Math#abs(int) the absolute}.
         *
         * @param n a number, n &gt; 0
         * @param times how many
         * @return n * times
         */
        int twice(int n, int times) {
          return n * times;
        }

        /** A place on a map. */
        class Spot {
          /** How far to the east. */
          int east;

          /** Moves it.
           * @throws IllegalStateException where it is fixed */
          void move(int by) { east += by; }
        }
        """;
    engine.evaluate(new CellSource(cell, "cell 1", 1));
  }

  @AfterAll
  void end() {
    engine.close();
  }

  private MimeBundle inspect(String code) {
    return engine.inspect(code, code.length(), false);
  }

  @Test
  void ownMethodsHaveTheirComments() {
    String text = inspect("twice").plain();
    assertEquals(
        "int twice(int n, int times)\\n\\n"
            + "Adds times copies of a number; see the absolute.\\n\\n"
            + "Parameters\\n- n a number, n > 0\\n- times how many\\n\\n"
            + "Returns\\n- n * times",
        text.replace("\n", "\\n").replaceAll("( )+\\\\n", "\\\\n").replace("  ", " "));
    Object html = inspect("twice").data().get(MimeBundle.HTML);
    assertTrue(html.toString().contains("<code>times</code> copies"), html::toString);
  }

  @Test
  void ownClassesAndTheirMembersToo() {
    assertTrue(inspect("Spot").plain().contains("A place on a map."));
    assertTrue(inspect("new Spot().east").plain().contains("How far to the east."));
    assertTrue(inspect("new Spot().move").plain().contains("where it is fixed"));
    String sameCell = "/** Not yet run. */ int fresh() { return 1; }\nfresh";
    assertTrue(inspect(sameCell).plain().contains("Not yet run."));
  }

  @Test
  void theSourceIsToldOnDemand() {
    String code = "twice";
    assertFalse(engine.inspect(code, 5, false).plain().contains("return n * times;"));
    String text = engine.inspect(code, 5, true).plain();
    assertTrue(text.endsWith("int twice(int n, int times) {\n  return n * times;\n}"), text);
  }

  @Test
  void allOverloadsAreListed() {
    String text = inspect("Math.max").plain();
    assertTrue(text.contains("int Math.max(int a, int b)\nlong Math.max(long a, long b)"), text);
  }

  @Test
  void insideACallTheMethodIsMeant() {
    assertTrue(inspect("twice(").plain().startsWith("int twice(int n, int times)"));
    assertTrue(inspect("twice(1, ").plain().startsWith("int twice(int n, int times)"));
    assertTrue(inspect("Math.abs(twice(1, 2) + ").plain().startsWith("int Math.abs("));
    assertTrue(inspect("twice(1, 2);\n").isEmpty());
  }

  @Test
  void behindNewTheConstructorsAreTold() {
    String text = inspect("new ArrayList<>(").plain();
    assertTrue(text.contains("new ArrayList(int initialCapacity)"), text);
    assertTrue(text.startsWith("class java.util.ArrayList<E>"), text);
  }

  @Test
  void wordsInStringsAndCommentsAreNoNames() {
    assertTrue(inspect("\"twice").isEmpty());
    assertTrue(inspect("// twice").isEmpty());
    assertTrue(inspect("noSuchThing").isEmpty());
  }

  @Test
  void theJdkIsDocumentedWhereItsSourcesAre() {
    Path sources = Path.of(System.getProperty("java.home"), "lib", "src.zip");
    String text = inspect("\"\".isBlank").plain();
    if (!Files.isRegularFile(sources)) {
      assertTrue(text.contains("/docs/api/java.base/java/lang/String.html"), text);
    }
    Assumptions.assumeTrue(Files.isRegularFile(sources), "this JDK has no src.zip");
    assertTrue(text.contains("white space"), text);
    assertTrue(text.contains("Since\n- 11"), text);
    String inherited = inspect("new TreeMap<String, String>().isEmpty").plain();
    assertTrue(inherited.contains("key-value mappings"), inherited);
  }

  @Test
  void librariesAreDocumentedBySourcesBesideTheirClasses(@TempDir Path folder) throws IOException {
    String source = "package a; /** A thing. */ public class Thing { /** Goes. */ void go() {} }";
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/Thing.java"), source);
    try (var loader = new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
      assertTrue(new Sources(loader).of("a.Thing", "").isPresent());
      assertTrue(new Sources(loader).of("a.Other", "").isEmpty());
    }
    Path zip = folder.resolve("src.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("m/a/Thing.java"));
      out.write(source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    ClassLoader none = ClassLoader.getPlatformClassLoader();
    assertTrue(new Sources(none, zip).of("a.Thing", "m").isPresent());
    assertTrue(new Sources(none, folder.resolve("none.zip")).of("a.Thing", "m").isEmpty());
  }
}
