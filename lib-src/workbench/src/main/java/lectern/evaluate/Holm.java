package lectern.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import lectern.display.UserError;

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
   * @throws UserError if one is not between 0 and 1
   */
  public static double[] adjust(double... p) {
    Integer[] order = new Integer[p.length];
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new UserError("A p-value must be between 0 and 1, not " + p[i] + ".");
      }
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      largest = Math.max(largest, Math.min(1, p[order[rank]] * (p.length - rank)));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }
}
