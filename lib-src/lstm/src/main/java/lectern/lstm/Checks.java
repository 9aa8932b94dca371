package lectern.lstm;

import lectern.display.UserError;

/** What options are refused for, in one wording. */
final class Checks {
  private Checks() {}

  static void between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new UserError(name + " must be from " + low + " to " + high + ", not " + value + ".");
    }
  }

  static void aboveZero(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UserError(name + " must be above 0, not " + value + ".");
    }
  }

  static void dropout(String name, double share) {
    if (!(share >= 0 && share < 1)) {
      throw new UserError(
          name
              + " is the share of numbers that are set to 0, from 0 to below 1, not "
              + share
              + ".");
    }
  }
}
