package lectern.evaluate;

import lectern.math.PValues;

/**
 * Holm's correction: p-values of several tests, raised so that the chance of even one false alarm
 * among them stays below the level chosen.
 *
 * <p>The smallest of m is multiplied by m, the next by m − 1, and so on; none falls below the one
 * before it, none rises above 1. [0.01, 0.04, 0.03] gives [0.03, 0.06, 0.06].
 *
 * <p>Source: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of
 * Statistics 6, 1979.
 */
public final class Holm {
  private Holm() {}

  /**
   * The corrected p-values, in the order given.
   *
   * @throws lectern.display.UserError if one is not between 0 and 1
   */
  public static double[] adjust(double... p) {
    return PValues.holm(p);
  }
}
