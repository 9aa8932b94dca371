package lectern;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import lectern.display.Displayable;
import lectern.display.UserError;

/** Watches what comes of broken inputs: an answer that can be shown, or one clear sentence. */
final class Refusals {
  private Refusals() {}

  /**
   * The sentence of a refusal; "" for an answer. Any other exception, also one at showing, ends the
   * test.
   */
  static String of(String what, Supplier<?> work) {
    try {
      Object answer = work.get();
      if (answer instanceof Displayable shown) {
        assertFalse(shown.bundle().plain().isBlank(), what);
      }
      assertFalse(String.valueOf(answer).isBlank(), what);
      return "";
    } catch (UserError refused) {
      String said = refused.getMessage();
      assertTrue(said.length() >= 20 && said.endsWith("."), what + ": " + said);
      assertFalse(said.matches("(?s).*(\n|Exception|java\\.|null).*"), what + ": " + said);
      return said;
    } catch (RuntimeException | Error other) {
      throw new AssertionError(what, other);
    }
  }
}
