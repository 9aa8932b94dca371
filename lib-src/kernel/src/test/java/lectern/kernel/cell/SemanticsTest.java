package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.kernel.compile.JavaTasks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the page on semantics comes to what the page says. */
class SemanticsTest {
  private static final Pattern CELL =
      Pattern.compile("(?s)```java\\n(.*?)\\n// => ([^\\n]*)\\n```");

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    List<Session> rules = new ArrayList<>();
    for (String section : Files.readString(Path.of("SEMANTICS.md")).split("(?m)^## ")) {
      List<Session.Step> steps = new ArrayList<>();
      Matcher cell = CELL.matcher(section);
      while (cell.find()) {
        steps.add(new Session.Step(cell.group(1), cell.group(2)));
      }
      if (!rules.isEmpty() || !steps.isEmpty()) {
        String rule = section.lines().findFirst().orElse("");
        assertTrue(!steps.isEmpty(), "a rule without an example: " + rule);
        rules.add(new Session(rule, steps));
      }
    }
    return rules.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> SessionsTest.run(rule, JavaTasks.best())));
  }
}
