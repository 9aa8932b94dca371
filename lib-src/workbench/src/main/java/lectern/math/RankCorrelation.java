package lectern.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lectern.display.UserError;

/**
 * Spearman's rank correlation: 1 when two quantities order things alike, −1 when in reverse, near 0
 * when their orders have nothing to do with each other.
 *
 * <p>Pearson's correlation of the ranks, equal values sharing the mean of their ranks. [1, 2, 2, 4,
 * 5] and [3, 1, 4, 4, 9]: 0.763. NaN when one of them is constant.
 *
 * <p>Source: C. Spearman, The proof and measurement of association between two things, 1904.
 */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * The rank correlation of two quantities, value by value.
   *
   * @throws UserError if they differ in length or hold NaN
   */
  public static double spearman(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new UserError(
          "A correlation needs pairs: there are "
              + a.length
              + " values on one side and "
              + b.length
              + " on the other.");
    }
    double[] x = ranks(a);
    double[] y = ranks(b);
    double mean = (a.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** The rank of each value from 1, equal values sharing the mean of their ranks. */
  public static double[] ranks(double... values) {
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new UserError("NaN has no rank: leave unknown values out.");
    }
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
