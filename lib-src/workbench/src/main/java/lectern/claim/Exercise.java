package lectern.claim;

import java.util.Locale;
import java.util.Objects;
import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.display.PlainText;
import lectern.display.UserError;

/**
 * Whether an answer to an exercise is right: the check cell of a notebook.
 *
 * <pre>{@code
 * Double answer1 = null;                                               // the reader's cell
 * Exercise.check("1", answer1, 0.69, 0.005, "Did you divide by k?")    // the check cell
 * }</pre>
 *
 * <p>Never an error, so that a notebook runs through before anybody has answered: null (or a blank
 * text, or no numbers at all) is "not answered yet". What is expected is not shown.
 *
 * @param name the exercise's number or name
 * @param state what the check found
 * @param message what the reader is told, with the hint if the answer is wrong
 */
public record Exercise(String name, State state, String message) implements Displayable {
  /** What a check found. */
  public enum State {
    /** There is no answer. */
    NOT_ANSWERED("not answered yet", "…", "#5f6368"),
    /** The answer is right. */
    RIGHT("right", "✓", "#1b7f4b"),
    /** There is an answer, and it is not right. */
    NOT_RIGHT("not right yet", "✗", "#b3261e");

    private final String words;
    private final String sign;
    private final String colour;

    State(String words, String sign, String colour) {
      this.words = words;
      this.sign = sign;
      this.colour = colour;
    }

    /** The state in words: {@code "not answered yet"}. */
    public String words() {
      return words;
    }
  }

  public Exercise {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(message, "message");
  }

  /** Checks a number, without a hint. */
  public static Exercise check(String name, Number answer, double expected, double tolerance) {
    return check(name, answer, expected, tolerance, "");
  }

  /**
   * Checks a number: right if it differs from what is expected by at most the tolerance (and a
   * rounding of the last bits).
   *
   * @param hint what to tell a reader whose answer is wrong
   */
  public static Exercise check(
      String name, Number answer, double expected, double tolerance, String hint) {
    checkTolerance(tolerance, expected);
    if (answer == null) {
      return notAnswered(name);
    }
    double number = answer.doubleValue();
    if (Double.isNaN(number)) {
      return notRight(name, "Your answer is NaN, which is what 0 / 0 gives.", hint);
    }
    return isNear(number, expected, tolerance)
        ? right(name)
        : notRight(name, "Your answer is " + answer + ".", hint);
  }

  /** Checks several numbers, each within the tolerance, in their order. */
  public static Exercise check(
      String name, double[] answer, double[] expected, double tolerance, String hint) {
    checkTolerance(tolerance, expected);
    if (answer == null || (answer.length == 0 && expected.length > 0)) {
      return notAnswered(name);
    }
    if (answer.length != expected.length) {
      String lengths =
          String.format(
              Locale.ROOT,
              "You give %d numbers; %d are asked for.",
              answer.length,
              expected.length);
      return notRight(name, lengths, hint);
    }
    for (int i = 0; i < expected.length; i++) {
      if (!isNear(answer[i], expected[i], tolerance)) {
        return notRight(name, "Number " + (i + 1) + " of yours is " + answer[i] + ".", hint);
      }
    }
    return right(name);
  }

  /**
   * Checks any other answer: right if it equals what is expected. Texts may differ in upper and
   * lower case and in the spaces around them, numbers in their type, arrays are compared by
   * content.
   */
  public static Exercise check(String name, Object answer, Object expected, String hint) {
    Objects.requireNonNull(expected, "expected");
    if (answer == null || (answer instanceof String text && text.isBlank())) {
      return notAnswered(name);
    }
    return isEqual(answer, expected)
        ? right(name)
        : notRight(name, "Your answer is " + PlainText.of(answer) + ".", hint);
  }

  private static boolean isEqual(Object answer, Object expected) {
    if (answer instanceof String a && expected instanceof String b) {
      return a.strip().equalsIgnoreCase(b.strip());
    }
    if (answer instanceof Number a && expected instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return Objects.deepEquals(answer, expected);
  }

  private static boolean isNear(double answer, double expected, double tolerance) {
    if (Double.isInfinite(answer) || Double.isInfinite(expected)) {
      return answer == expected;
    }
    double lastBits = 4 * Math.ulp(Math.max(Math.abs(answer), Math.abs(expected)));
    return Math.abs(answer - expected) <= tolerance + lastBits;
  }

  private static void checkTolerance(double tolerance, double... expected) {
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new UserError("tolerance must be a number from 0 on, not " + tolerance + ".");
    }
    for (double number : expected) {
      if (Double.isNaN(number)) {
        throw new UserError("What is expected is NaN: no answer could be right.");
      }
    }
  }

  private static Exercise notAnswered(String name) {
    return new Exercise(name, State.NOT_ANSWERED, "");
  }

  private static Exercise right(String name) {
    return new Exercise(name, State.RIGHT, "");
  }

  private static Exercise notRight(String name, String why, String hint) {
    String message = hint.isBlank() ? why : why + " Hint: " + hint;
    return new Exercise(name, State.NOT_RIGHT, message);
  }

  /** True when the answer is right. */
  public boolean isRight() {
    return state == State.RIGHT;
  }

  @Override
  public String toString() {
    String line = state.sign + " Exercise " + name + ": " + state.words;
    return message.isEmpty() ? line : line + ". " + message;
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString()).with(MimeBundle.HTML, html());
  }

  private String html() {
    return "<div style=\"border-left:4px solid "
        + state.colour
        + ";padding:4px 12px;margin:4px 0\"><span style=\"background:"
        + state.colour
        + ";color:#fff;border-radius:4px;padding:1px 8px;font-weight:600;white-space:nowrap\">"
        + state.sign
        + " "
        + state.words
        + "</span> <b>Exercise "
        + Html.escape(name)
        + "</b>"
        + (message.isEmpty() ? "" : "<div>" + Html.escape(message) + "</div>")
        + "</div>";
  }
}
