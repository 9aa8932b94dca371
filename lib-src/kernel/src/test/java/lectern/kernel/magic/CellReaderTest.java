package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.display.UserError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CellReaderTest {
  private static final Set<String> KNOWN = Set.of("maven", "jars", "load");

  @TestFactory
  Stream<DynamicTest> cells() throws IOException {
    String file;
    try (InputStream in = CellReaderTest.class.getResourceAsStream("cells.txt")) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    return Arrays.stream(file.split("(?m)^=== ")).skip(1).map(CellReaderTest::test);
  }

  private static DynamicTest test(String text) {
    int endOfName = text.indexOf('\n');
    int divider = text.indexOf("\n---\n", endOfName);
    String cell = text.substring(Math.min(endOfName + 1, divider), divider).replace("\\r", "\r");
    String wanted = text.substring(divider + 5).stripTrailing();
    return DynamicTest.dynamicTest(
        text.substring(0, endOfName),
        () -> {
          String got = read(cell);
          assertEquals(wanted, wanted.startsWith("error") ? cut(got, wanted) : got);
        });
  }

  private static String cut(String got, String wanted) {
    return got.substring(0, Math.min(got.length(), wanted.length()));
  }

  private static String read(String cell) {
    try {
      List<CellPart> parts = CellReader.read(cell, KNOWN::contains, "ready"::equals);
      return parts.stream().map(CellReaderTest::describe).collect(Collectors.joining("\n"));
    } catch (UserError e) {
      return "error: " + e.getMessage();
    }
  }

  private static String describe(CellPart part) {
    if (part instanceof CellPart.Code code) {
      return "code " + code.line() + ": " + code.text().replace('\n', '|');
    }
    MagicCall call = (MagicCall) part;
    if (call.askedForHelp()) {
      return "help " + call.line() + ": " + call.name();
    }
    String body = call.ofCell() ? " " + call.body().replace('\n', '|') : "";
    String kind = call.ofCell() ? "cell " : "line ";
    return kind + call.line() + ": " + call.name() + " [" + call.arguments() + "]" + body;
  }

  /** Whatever a cell is made of, no line is lost, and each stands where it stood. */
  @Test
  void noLineIsLost() {
    List<String> pieces =
        List.of("int a = 1;", "%maven a:b:1", "{", "}", "\"\"\"", "/*", "*/", "x", "", "%z", "'");
    for (long seed = 1; seed <= 2000; seed++) {
      Random random = new Random(seed);
      List<String> lines =
          random.ints(8, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.toList());
      String[] seen = new String[lines.size()];
      try {
        for (CellPart part :
            CellReader.read(String.join("\n", lines), KNOWN::contains, name -> false)) {
          String text =
              part instanceof CellPart.Code code
                  ? code.text()
                  : ("%" + ((MagicCall) part).name() + " " + ((MagicCall) part).arguments())
                      .strip();
          String[] own = text.split("\n", -1);
          for (int i = 0; i < own.length; i++) {
            seen[part.line() - 1 + i] = own[i];
          }
        }
      } catch (UserError e) {
        assertTrue(e.getMessage().contains("inside brackets"), e.getMessage());
        continue;
      }
      for (int i = 0; i < seen.length; i++) {
        assertEquals(lines.get(i), seen[i] == null ? "" : seen[i], "seed " + seed + ", line " + i);
      }
    }
  }
}
