package lectern.recommend;

import lectern.display.UserError;

/** What options of models are refused for, in one wording. */
final class Checks {
  private Checks() {}

  static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new UserError(name + " must be at least 1, not " + value + ".");
    }
  }

  static void aboveZero(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UserError(name + " must be above 0, not " + value + ".");
    }
  }

  static void notBelowZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UserError(name + " must be at least 0, not " + value + ".");
    }
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UserError(name + " must be from 0 to 1, not " + value + ".");
    }
  }

  /** Refuses a model that keeps a number for every two rows where that would fill the memory. */
  static void squareFits(String model, String rows, int count, String other) {
    if (count > 12_000) {
      throw new UserError(
          model
              + " keeps a number for every two of "
              + count
              + " "
              + rows
              + ", which takes too much memory above 12000. "
              + other);
    }
  }
}
