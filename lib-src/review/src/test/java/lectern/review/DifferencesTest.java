package lectern.review;

import static lectern.review.Notebooks.code;
import static lectern.review.Notebooks.data;
import static lectern.review.Notebooks.of;
import static lectern.review.Notebooks.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.display.MimeBundle;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void theSameOutputsCutOtherwiseAreNoDifference() {
    assertEquals(
        List.of(),
        Differences.between(
            of(code(1, "x", stream("one\\ntwo\\n"))),
            of(code(1, "x", stream("one\\n"), stream("two\\n")))));
  }

  @Test
  void aChangedDigitIsFoundAndNamed() {
    var found =
        Differences.between(
            of(code(1, "x"), code(2, "y", stream("J = 39.333\\n"))),
            of(code(1, "x"), code(2, "y", stream("J = 39.334\\n"))));
    assertEquals(1, found.size());
    assertTrue(
        found.get(0).startsWith("cell 2, output 1, text/plain: at character 9"), found.get(0));
    assertTrue(found.get(0).contains("«J = 39.334⏎»"), found.get(0));
  }

  @Test
  void aChangedFigureIsFoundAndAChangedPictureIsNot() {
    String plotly = "application/vnd.plotly.v1+json";
    assertEquals(
        1,
        Differences.between(
                of(code(1, "x", data(plotly, "{\"data\":[{\"y\":[1,2]}]}"))),
                of(code(1, "x", data(plotly, "{\"data\":[{\"y\":[1,3]}]}"))))
            .size());
    assertEquals(
        List.of(),
        Differences.between(
            of(code(1, "x", data("image/png", "\"AAA\""))),
            of(code(1, "x", data("image/png", "\"BBB\"")))));
  }

  @Test
  void aProgressBarIsNoResult() {
    assertEquals(
        List.of(),
        Differences.between(
            of(code(1, "x", stream("done"))),
            of(code(1, "x", data(MimeBundle.PROGRESS, "{\"done\":1}"), stream("done")))));
  }

  @Test
  void aMissingOutputAndAMissingFormAreFound() {
    assertEquals(
        List.of("cell 1: committed outputs [stream stdout], the run gives []"),
        Differences.between(of(code(1, "x", stream("a"))), of(code(1, "x"))));
    assertEquals(
        List.of("cell 1, output 1: text/html is gone", "cell 1, output 1: text/plain is new"),
        Differences.between(
            of(code(1, "x", data("text/html", "\"a\""))),
            of(code(1, "x", data("text/plain", "\"a\"")))));
  }
}
