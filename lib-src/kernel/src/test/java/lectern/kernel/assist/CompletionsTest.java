package lectern.kernel.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.CellSource;
import lectern.kernel.cell.WholeCellEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is offered at a place, and in which order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletionsTest {
  private WholeCellEngine engine;

  @BeforeAll
  void start() throws CellFailure {
    engine = new WholeCellEngine(List.of(), () -> false);
    run("import java.util.*; import java.util.function.*; import java.util.stream.*;");
    run(
        "String title = \"a\"; int total = 3; record P(int x, String y) {} P p = new P(1, \"a\");"
            + " enum Colour { RED, GREEN } int[] numbers = {1};"
            + " int twice(int n, int times) { return n * times; }"
            + " var map = new TreeMap<String, Integer>();"
            + " class Old { @Deprecated int early() { return 1; } int later() { return 2; } }");
  }

  @AfterAll
  void end() {
    engine.close();
  }

  private void run(String code) throws CellFailure {
    engine.evaluate(new CellSource(code, "cell", 1));
  }

  @TestFactory
  Stream<DynamicTest> places() throws IOException {
    try (InputStream in = CompletionsTest.class.getResourceAsStream("completions.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("\n"))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" => ", 2))
          .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[1].strip())));
    }
  }

  private void check(String written, String wanted) {
    boolean behindSpace = written.endsWith("case") || written.endsWith("new");
    String code = behindSpace ? written + " " : written;
    List<String> found = texts(code);
    if (wanted.equals("none")) {
      assertEquals(List.of(), found);
      return;
    }
    List<String> first = List.of(wanted.replaceFirst("^only ", "").split(" "));
    int shown = wanted.startsWith("only ") ? found.size() : Math.min(first.size(), found.size());
    assertEquals(first, found.subList(0, shown), () -> "of " + found);
  }

  private List<String> texts(String code) {
    return engine.complete(code, code.length()).matches().stream()
        .map(Completion.Match::text)
        .toList();
  }

  private Completion.Match match(String code, String text) {
    Optional<Completion.Match> found =
        engine.complete(code, code.length()).matches().stream()
            .filter(each -> each.text().equals(text))
            .findFirst();
    return found.orElseThrow();
  }

  @Test
  void whatIsDeprecatedOrOfEveryObjectComesLast() {
    List<String> found = texts("new Old().");
    assertEquals("later()", found.get(0));
    assertTrue(found.indexOf("early()") > found.indexOf("later()"), found::toString);
    List<String> ofText = texts("title.");
    assertTrue(ofText.indexOf("wait(") > ofText.indexOf("trim()"), ofText::toString);
    assertTrue(ofText.indexOf("valueOf(") > ofText.indexOf("trim()"), "static ones come later");
  }

  @Test
  void parametersAreShownWithTheirNames() {
    assertEquals("(int n, int times) int", match("twi", "twice(").signature());
    assertEquals("(int a, int b) int and 3 more", match("Math.ma", "max(").signature());
    assertEquals(
        "(String key, Integer value) Integer", match("map.pu", "put(").signature(), "of this map");
    assertEquals("TreeMap<String,Integer>", match("ma", "map").signature());
    assertEquals("java.time.LocalDate", match("LocalDa", "LocalDate").signature());
  }

  @Test
  void kindsAreTold() {
    assertEquals("function", match("title.len", "length()").kind());
    assertEquals("class", match("LocalDa", "LocalDate").kind());
    assertEquals("keyword", match("whil", "while").kind());
    assertEquals("module", match("import ja", "java").kind());
    assertEquals("instance", match("tot", "total").kind());
  }

  @Test
  void filesAreOfferedInStrings(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("rates.csv"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    Files.createDirectories(folder.resolve("raw/deep"));
    String path = folder.toString().replace('\\', '/');
    assertEquals(List.of("rates.csv", "raw/"), texts("read(\"" + path + "/"));
    assertEquals(List.of("raw/"), texts("read(\"" + path + "/raw"));
    assertEquals(List.of("deep/"), texts("read(\"" + path + "/raw/"));
    assertEquals(List.of(".hidden"), texts("read(\"" + path + "/."));
    assertEquals(List.of(), texts("read(\"" + path + "/none/"));
    String code = "read(\"" + path + "/ra";
    assertEquals(code.length() - 2, engine.complete(code, code.length()).start());
  }

  @Test
  void aClassOfTwoPackagesIsNotOffered() {
    assertFalse(texts("AttributeLis").contains("AttributeList"), "javax.management and others");
    assertTrue(texts("BigInt").contains("BigInteger"));
  }
}
