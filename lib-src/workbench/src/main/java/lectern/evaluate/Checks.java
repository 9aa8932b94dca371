package lectern.evaluate;

import lectern.display.UserError;

/** Rules that several records share. */
final class Checks {
  private Checks() {}

  /** A level of a test, the chance of a false alarm. */
  static double level(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new UserError("level must be between 0 and 1, not " + alpha + ": 0.05 is usual.");
    }
    return alpha;
  }
}
