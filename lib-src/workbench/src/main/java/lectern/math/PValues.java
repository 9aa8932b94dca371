package lectern.math;

import java.util.Arrays;
import java.util.Comparator;
import lectern.display.UserError;

/** Corrections of p-values when several tests are made at once. */
public final class PValues {
  private PValues() {}

  /**
   * Holm's: the chance of even one false alarm stays below the level. The smallest of m is
   * multiplied by m, the next by m − 1, and so on; none falls below the one before it, none rises
   * above 1. [0.01, 0.04, 0.03] gives [0.03, 0.06, 0.06].
   *
   * <p>Source: S. Holm, A simple sequentially rejective multiple test procedure, 1979.
   *
   * @return in the order given
   * @throws UserError if one is not between 0 and 1
   */
  public static double[] holm(double... p) {
    Integer[] order = rising(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      largest = Math.max(largest, Math.min(1, p[order[rank]] * (p.length - rank)));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }

  /**
   * Benjamini and Hochberg's: of the alarms at most this share is false in the long run. The r-th
   * smallest of m is multiplied by m ÷ r; none rises above the one after it. [0.01, 0.04, 0.03,
   * 0.005] gives [0.02, 0.04, 0.04, 0.02].
   *
   * <p>Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, 1995.
   *
   * @return in the order given
   * @throws UserError if one is not between 0 and 1
   */
  public static double[] benjaminiHochberg(double... p) {
    Integer[] order = rising(p);
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      least = Math.min(least, p[order[rank - 1]] * ((double) p.length / rank));
      adjusted[order[rank - 1]] = least;
    }
    return adjusted;
  }

  private static Integer[] rising(double[] p) {
    Integer[] order = new Integer[p.length];
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new UserError("A p-value must be between 0 and 1, not " + p[i] + ".");
      }
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    return order;
  }
}
