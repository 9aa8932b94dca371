package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of the history. */
class GlobTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "*, anything at all, true",
        "a*c, abcabc, true",
        "a*c, abcab, false",
        "?, 😀, true",
        "[a-c😀]x, 😀x, true",
        "[^a-c]x, bx, false",
        "[]]*, ]x, true",
        "[^]]*, ]x, false",
        "[a-, [a-, true",
        "[z-a], -, true",
        "a.c, abc, false"
      })
  void matchesAsWritten(String glob, String text, boolean matches) {
    assertEquals(matches, new Glob(glob).matches(text));
  }

  @Test
  void emptyMatchesEmptyAlone() {
    assertTrue(new Glob("").matches(""));
    assertTrue(new Glob("***").matches(""));
    assertFalse(new Glob("").matches("a"));
    assertFalse(new Glob("?").matches(""));
  }

  @Test
  void isTheRegularExpressionThatItStandsFor() {
    for (int seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String glob = text(random, "ab*?", 7);
      String text = text(random, "ab\n", 9);
      Pattern regex = Pattern.compile(glob.replace("*", ".*").replace("?", "."), Pattern.DOTALL);
      assertEquals(
          regex.matcher(text).matches(),
          new Glob(glob).matches(text),
          () -> "\"" + glob + "\" on \"" + text + "\"");
    }
  }

  /** As a regular expression this takes longer than anybody waits. */
  @Test
  void manyStarsOnALongCellAreQuick() {
    Glob glob = new Glob("*[a-z]?".repeat(12) + "!");
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertFalse(glob.matches("x".repeat(50_000))));
  }

  private static String text(SplittableRandom random, String of, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i > 0; i--) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }
}
