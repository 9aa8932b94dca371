package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The records of {@link SameLookTest} are what plotly.js lays out in Chromium today.
 *
 * <p>To write them anew after a change of the figures: run this test with {@code
 * LECTERN_RECORD_LOOK=1}, then look at the differences before they are committed.
 */
@Tag("browser")
class SameLookInBrowserTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void plotlyLaysOutWhatIsRecorded(@TempDir Path folder) throws Exception {
    String python = python();
    Path figures = Files.createDirectories(folder.resolve("figures"));
    Path found = folder.resolve("found");
    Map<String, String> all = LookFigures.all();
    for (var figure : all.entrySet()) {
      Files.writeString(figures.resolve(figure.getKey() + ".json"), figure.getValue());
    }
    run(List.of(python, "src/test/python/plotly_look.py", figures.toString(), found.toString()));
    if ("1".equals(System.getenv("LECTERN_RECORD_LOOK"))) {
      record(all, found);
    }
    List<String> differences = new ArrayList<>();
    for (String name : all.keySet()) {
      Looks.differences(
              Looks.read(Looks.GOLDEN.resolve(name + ".json")),
              Looks.read(found.resolve(name + ".json")),
              TOLERANCE)
          .forEach(difference -> differences.add(name + ": " + difference));
    }
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
  }

  private static void record(Map<String, String> all, Path found) throws IOException {
    for (File old : Looks.GOLDEN.toFile().listFiles()) {
      Files.delete(old.toPath());
    }
    for (String name : all.keySet()) {
      Files.copy(found.resolve(name + ".json"), Looks.GOLDEN.resolve(name + ".json"));
    }
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail("the browser did not answer within 3 minutes: " + output);
    }
    assertEquals(0, process.exitValue(), output);
  }

  /** The Python that has playwright and plotly; without it or Chromium the test is not run. */
  private static String python() {
    String python = System.getenv("LECTERN_TEST_PYTHON");
    if (python == null || python.isBlank()) {
      notRun("LECTERN_TEST_PYTHON names no Python with playwright and plotly");
    }
    if (chromium() == null) {
      notRun("Chromium is missing: install it (apt install chromium) or set LECTERN_CHROMIUM");
    }
    return python;
  }

  private static void notRun(String why) {
    if ("1".equals(System.getenv("LECTERN_REQUIRE_CHROMIUM"))) {
      fail(why);
    }
    abort("not run: " + why);
  }

  private static Path chromium() {
    String named = System.getenv("LECTERN_CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Files.isExecutable(Path.of(named)) ? Path.of(named) : null;
    }
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return Path.of(folder, name);
        }
      }
    }
    return null;
  }
}
