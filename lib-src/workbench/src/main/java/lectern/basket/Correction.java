package lectern.basket;

import lectern.math.PValues;

/** What is done about testing many rules at once. */
public enum Correction {
  /** Nothing: at a level of 0.05, one of twenty rules without anything to them is an alarm. */
  NONE,
  /** The chance of even one false alarm stays below the level. */
  HOLM,
  /** Of the alarms at most the level's share is false in the long run. */
  BENJAMINI_HOCHBERG;

  double[] adjust(double[] p) {
    return switch (this) {
      case NONE -> p.clone();
      case HOLM -> PValues.holm(p);
      case BENJAMINI_HOCHBERG -> PValues.benjaminiHochberg(p);
    };
  }

  @Override
  public String toString() {
    return switch (this) {
      case NONE -> "no correction";
      case HOLM -> "Holm's correction";
      case BENJAMINI_HOCHBERG -> "Benjamini and Hochberg's correction";
    };
  }
}
