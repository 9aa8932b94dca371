package lectern.market;

import lectern.display.UserError;

/** Numbers that must lie between 0 and 1. */
final class Unit {
  private Unit() {}

  /**
   * The value, if it lies in [0, 1].
   *
   * @throws UserError otherwise, naming the quantity
   */
  static double checked(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UserError(
          name
              + " must lie between 0 and 1, not "
              + value
              + ": bring it there first, such as stars by (stars − 1) / 4 or counts by count /"
              + " most.");
    }
    return value;
  }
}
