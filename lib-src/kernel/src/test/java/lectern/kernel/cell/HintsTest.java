package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Mistakes of beginners, and the sentence that each of them gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintsTest {
  private WholeCellEngine engine;

  @BeforeAll
  void start() throws CellFailure {
    engine = new WholeCellEngine(List.of(), () -> false);
    engine.evaluate(new CellSource("import java.util.*;", "imports", 1));
  }

  @AfterAll
  void end() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> mistakes() throws IOException {
    try (InputStream in = HintsTest.class.getResourceAsStream("/lectern/kernel/hint/hints.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.strip().split("\n\n")).map(this::mistake);
    }
  }

  private DynamicTest mistake(String block) {
    String name = block.lines().findFirst().orElse("");
    String code = lines(block, "| ");
    String hint = lines(block, "> ");
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String seen = hintOf(code);
          assertTrue(seen.contains(hint), () -> "said: " + seen);
          assertFalse(hint.isBlank(), "the table wants a hint for: " + name);
        });
  }

  private static String lines(String block, String mark) {
    return block
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .collect(Collectors.joining("\n"));
  }

  private String hintOf(String code) {
    CellError error =
        assertThrows(
                CellFailure.class, () -> engine.evaluate(new CellSource(code, "cell", 1)), code)
            .error();
    assertEquals("CompileError", error.name(), code);
    return String.join("\n", error.traceback());
  }

  @Test
  void whatIsRareGetsTheCompilersWordsAlone() {
    String seen = hintOf("class A extends A { }");
    assertFalse(seen.contains("hint:"), seen);
  }
}
