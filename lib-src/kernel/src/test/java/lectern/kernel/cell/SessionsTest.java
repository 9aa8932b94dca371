package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.kernel.compile.JavaTasks;
import lectern.kernel.compile.PublicJavaTasks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cells mean, by both ways to the compiler. */
class SessionsTest {
  private static final Pattern FRAME = Pattern.compile("at cell (\\d+), line (\\d+)");
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
  private static final List<String> FILES =
      List.of("sessions.txt", "redefinition.txt", "course.txt");
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.stream.*");

  @TestFactory
  Stream<DynamicTest> sessions() {
    Map<String, JavaTasks> ways = Map.of("best", JavaTasks.best(), "public", new PublicJavaTasks());
    return ways.entrySet().stream()
        .flatMap(
            way ->
                FILES.stream()
                    .flatMap(file -> Session.read(file).stream())
                    .map(
                        session ->
                            DynamicTest.dynamicTest(
                                way.getKey() + ": " + session.name(),
                                () -> run(session, way.getValue()))));
  }

  static void run(Session session, JavaTasks tasks) throws CellFailure {
    try (WholeCellEngine engine = new WholeCellEngine(tasks, List.of(), () -> false)) {
      StringBuilder imports = new StringBuilder();
      IMPORTS.forEach(each -> imports.append("import ").append(each).append(";"));
      engine.evaluate(new CellSource(imports.toString(), "imports", 1));
      int count = 0;
      for (Session.Step step : session.steps()) {
        count++;
        assertEquals(step.expected(), outcome(engine, step.code(), "cell " + count), step.code());
      }
    }
  }

  private static String outcome(CellEngine engine, String code, String name) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      CellValue value = engine.evaluate(new CellSource(code, name, 1));
      String text = printed.toString(StandardCharsets.UTF_8);
      String outcome =
          !text.isEmpty()
              ? "prints " + text
              : value.equals(CellValue.NONE) ? "nothing" : "value " + value.value();
      return outcome.replace("\n", "\\n");
    } catch (CellFailure failure) {
      return describe(failure.error());
    } finally {
      System.setOut(before);
    }
  }

  private static String describe(CellError error) {
    String trace = String.join("\n", error.traceback());
    Matcher place = PLACE.matcher(trace);
    if (error.name().equals("CompileError")) {
      return place.find() ? "error " + place.group(1) + ":" + place.group(2) : trace;
    }
    String type = error.name().replaceAll(".*[.$]", "").replace("NotDefined", "NotReady");
    Matcher frame = FRAME.matcher(trace);
    return frame.find() ? "throws " + type + " at " + frame.group(1) + "," + frame.group(2) : trace;
  }
}
