package lectern.review;

import static lectern.review.Notebooks.code;
import static lectern.review.Notebooks.data;
import static lectern.review.Notebooks.error;
import static lectern.review.Notebooks.of;
import static lectern.review.Notebooks.stream;
import static lectern.review.Notebooks.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommittedRulesTest {
  @Test
  void oneCleanRunMayBeCommitted() {
    assertEquals(
        List.of(), CommittedRules.broken(of(code(1, "x", stream("3 rows")), code(2, "y"))));
  }

  @Test
  void cellsOutOfOrderAreNamed() {
    var broken = CommittedRules.broken(of(code(1, "x"), code(3, "y"), code(0, "z")));
    assertEquals(2, broken.size());
    assertTrue(broken.get(0).startsWith("cell 2: its count is OptionalInt[3]"), broken.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saved to /home/ann/x.csv",
        "read /tmp/data",
        "C:\\\\Users\\\\Ann",
        "took 3.2 seconds",
        "at 12:30:59",
        "14 ms"
      })
  void pathsAndTimesAreFound(String text) {
    assertEquals(1, CommittedRules.broken(of(code(1, "x", stream(text)))).size(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratio 3:2", "items 5", "10 users", "users/items", "1997-09-20"})
  void plainWordsAreNot(String text) {
    assertEquals(List.of(), CommittedRules.broken(of(code(1, "x", stream(text)))), text);
  }

  @Test
  void anErrorMustBeMeant() {
    assertEquals(1, CommittedRules.broken(of(code(1, "x", error()))).size());
    String meant = "\"tags\":[\"raises-exception\"]";
    assertEquals(List.of(), CommittedRules.broken(of(tagged(1, meant, "x", error()))));
    assertEquals(1, CommittedRules.broken(of(tagged(1, meant, "x"))).size());
  }

  @Test
  void solutionsAreCollapsedAndPicturesSmall() {
    String open = "\"tags\":[\"solution\"]";
    assertEquals(1, CommittedRules.broken(of(tagged(1, open, "x"))).size());
    String half = open + ",\"jupyter\":{\"source_hidden\":true}";
    assertEquals(1, CommittedRules.broken(of(tagged(1, half, "x"))).size());
    String collapsed = open + ",\"jupyter\":{\"source_hidden\":true,\"outputs_hidden\":true}";
    assertEquals(List.of(), CommittedRules.broken(of(tagged(1, collapsed, "x"))));
    String picture = "\"" + "A".repeat(CommittedRules.PICTURE_LIMIT + 1) + "\"";
    assertEquals(1, CommittedRules.broken(of(code(1, "x", data("image/png", picture)))).size());
  }
}
