package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import lectern.kernel.compile.JavaTasks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs print the same as cells and as plain Java, by javac and java alone.
 *
 * <p>{@code main} tries many: it takes the first seed and how many.
 */
class RandomProgramsTest {
  private static final String IMPORTS =
      "import java.util.*;import java.util.function.*;import java.util.stream.*;";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void cellsDoWhatPlainJavaDoes(long seed) throws Exception {
    compare(seed, folder);
  }

  public static void main(String[] arguments) throws Exception {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    Path folder = Files.createTempDirectory("random");
    int different = 0;
    for (long seed = first; seed < first + count; seed++) {
      try {
        compare(seed, folder);
      } catch (AssertionError e) {
        different++;
        System.out.println(e.getMessage());
      }
    }
    System.out.println(count + " programs from seed " + first + ", " + different + " differ");
  }

  private static void compare(long seed, Path folder) throws Exception {
    RandomProgram program = new RandomProgram(seed);
    String plain = plain(program, folder);
    assertEquals(plain, ofCells(program), "seed " + seed);
  }

  private interface Work {
    void run() throws Throwable;
  }

  /** What each part prints, and how it ends. */
  private static String printed(int parts, java.util.function.IntFunction<Work> part) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(out);
    try {
      for (int i = 0; i < parts; i++) {
        try {
          part.apply(i).run();
        } catch (CellFailure e) {
          out.print(e.getCause() == null ? e.error().traceback() : e.getCause().getClass());
        } catch (java.lang.reflect.InvocationTargetException e) {
          out.print(e.getCause().getClass());
        } catch (Throwable e) {
          out.print(e);
        }
        out.println();
      }
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String ofCells(RandomProgram program) throws Exception {
    List<String> cells = program.cells();
    PrintStream errors = System.err;
    System.setErr(new PrintStream(PrintStream.nullOutputStream())); // notes
    try (WholeCellEngine engine = new WholeCellEngine(JavaTasks.best(), List.of(), () -> false)) {
      engine.evaluate(new CellSource(IMPORTS, "imports", 1));
      return printed(
          cells.size(),
          i -> () -> engine.evaluate(new CellSource(cells.get(i), "cell " + (i + 1), 1)));
    } finally {
      System.setErr(errors);
    }
  }

  private static String plain(RandomProgram program, Path folder) throws Exception {
    Path source = folder.resolve("Plain.java");
    Files.writeString(source, program.plain());
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                System.err,
                System.err,
                "-nowarn",
                "-d",
                folder.toString(),
                source.toString());
    if (failed != 0) {
      throw new IOException("plain Java does not compile:\n" + program.plain());
    }
    try (var loader = new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
      var run = loader.loadClass("Plain").getMethod("run", int.class);
      return printed(program.cells().size(), i -> () -> run.invoke(null, i));
    }
  }
}
