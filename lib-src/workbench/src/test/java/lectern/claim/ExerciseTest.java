package lectern.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.claim.Exercise.State;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ExerciseTest {
  @Test
  void notAnsweredYet() {
    Double nothing = null;
    double[] noNumbers = null;
    for (Exercise exercise :
        List.of(
            Exercise.check("1", nothing, 0.69, 0.005),
            Exercise.check("1", nothing, 0.69, 0.005, "a hint"),
            Exercise.check("1", noNumbers, new double[] {1}, 0, "a hint"),
            Exercise.check("1", new double[0], new double[] {1}, 0, "a hint"),
            Exercise.check("1", null, "b", "a hint"),
            Exercise.check("1", "  ", "b", "a hint"))) {
      assertEquals(State.NOT_ANSWERED, exercise.state());
      assertEquals("… Exercise 1: not answered yet", exercise.toString(), "the hint stays hidden");
    }
  }

  @Test
  void numberWithinTolerance() {
    assertTrue(Exercise.check("1", 0.6949, 0.69, 0.005).isRight());
    assertTrue(Exercise.check("1", 0.6851, 0.69, 0.005).isRight());
    assertFalse(Exercise.check("1", 0.6952, 0.69, 0.005).isRight());
    assertTrue(Exercise.check("1", 3, 3, 0).isRight(), "an int is a number");
    assertTrue(Exercise.check("1", 0.1 + 0.2, 0.3, 0).isRight(), "the last bits are forgiven");
    assertTrue(
        Exercise.check("1", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0).isRight());
    assertFalse(Exercise.check("1", Double.POSITIVE_INFINITY, 1, 0.1).isRight());
    assertEquals("✓ Exercise 1: right", Exercise.check("1", 3, 3, 0).toString());
    assertEquals("right", State.RIGHT.words());
  }

  @Test
  void wrongNumberTellsTheHintAndHidesTheAnswer() {
    Exercise wrong = Exercise.check("2", 0.5, 0.69, 0.005, "Did you divide by k?");
    assertEquals(
        "✗ Exercise 2: not right yet. Your answer is 0.5. Hint: Did you divide by k?",
        wrong.toString());
    String html = (String) wrong.bundle().data().get(MimeBundle.HTML);
    assertFalse((wrong + html).contains("0.69"), html);
    assertEquals(
        "✗ Exercise 2: not right yet. Your answer is 0.5.",
        Exercise.check("2", 0.5, 0.69, 0.005).toString());
  }

  @Test
  void notANumber() {
    Exercise wrong = Exercise.check("2", Double.NaN, 1, 0.5, "");
    assertEquals("Your answer is NaN, which is what 0 / 0 gives.", wrong.message());
  }

  @Test
  void severalNumbers() {
    double[] expected = {0.25, 0.75};
    assertTrue(Exercise.check("3", new double[] {0.251, 0.749}, expected, 0.002, "").isRight());
    assertEquals(
        "Number 2 of yours is 0.7. Hint: They sum to 1.",
        Exercise.check("3", new double[] {0.25, 0.7}, expected, 0.002, "They sum to 1.").message());
    assertEquals(
        "You give 3 numbers; 2 are asked for.",
        Exercise.check("3", new double[] {1, 2, 3}, expected, 0.002, "").message());
    assertFalse(Exercise.check("3", new double[] {0.25, Double.NaN}, expected, 1, "").isRight());
  }

  @Test
  void otherAnswers() {
    assertTrue(Exercise.check("4", " Popularity", "popularity", "").isRight());
    assertTrue(Exercise.check("4", List.of(2, 1), List.of(2, 1), "").isRight());
    assertTrue(Exercise.check("4", new int[] {2, 1}, new int[] {2, 1}, "").isRight());
    assertTrue(Exercise.check("4", 5L, 5, "").isRight());
    assertFalse(Exercise.check("4", 5L, 6, "").isRight());
    assertFalse(Exercise.check("4", "interest", "popularity", "").isRight());
    assertTrue(Exercise.check("4", true, true, "").isRight());
    assertEquals(
        "Your answer is [1, 2]. Hint: The best first.",
        Exercise.check("4", List.of(1, 2), List.of(2, 1), "The best first.").message());
  }

  @Test
  void showsSafeHtmlBesideText() {
    Exercise wrong = Exercise.check("5", "<b>", "x", "a < b?");
    String html = (String) wrong.bundle().data().get(MimeBundle.HTML);
    assertTrue(html.contains("Your answer is &lt;b&gt;. Hint: a &lt; b?"), html);
    assertEquals(wrong.toString(), wrong.bundle().plain());
  }

  @Test
  void refusesChecksThatCannotBeRight() {
    assertThrows(UserError.class, () -> Exercise.check("6", 1, Double.NaN, 0.1));
    assertThrows(
        UserError.class,
        () -> Exercise.check("6", new double[1], new double[] {Double.NaN}, 1, ""));
    var error = assertThrows(UserError.class, () -> Exercise.check("6", 1, 1, -0.1));
    assertEquals("tolerance must be a number from 0 on, not -0.1.", error.getMessage());
  }
}
