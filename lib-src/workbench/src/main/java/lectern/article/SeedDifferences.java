package lectern.article;

import java.util.function.LongToDoubleFunction;
import lectern.math.SpecialFunctions;

/**
 * A difference that was measured once for each of several seeds: its mean d̄ and the 95 % interval
 * d̄ ± t s / √n (Student, n − 1 degrees of freedom).
 *
 * <p>Whether one policy is better than another on a simulated platform is asked in this way, and
 * not of a single run.
 */
record SeedDifferences(double mean, double low, double high, int seeds) {
  /** Measures with the seeds 1 to n, n at least 2. */
  static SeedDifferences over(int seeds, LongToDoubleFunction difference) {
    double[] all = new double[seeds];
    double sum = 0;
    for (int s = 0; s < seeds; s++) {
      all[s] = difference.applyAsDouble(s + 1);
      sum += all[s];
    }
    double mean = sum / seeds;
    double squares = 0;
    for (double one : all) {
      squares += (one - mean) * (one - mean);
    }
    double half =
        SpecialFunctions.studentQuantile(0.95, seeds - 1)
            * Math.sqrt(squares / (seeds - 1) / seeds);
    return new SeedDifferences(mean, mean - half, mean + half, seeds);
  }

  /** True when the whole interval lies above 0. */
  boolean isAbove0() {
    return low > 0;
  }

  @Override
  public String toString() {
    String sign = isAbove0() ? "" : high < 0 ? ", the other way" : ", not told from 0";
    return Remark.of(
        "%+.4g (95 %% interval %.4g to %.4g, %d seeds%s)", mean, low, high, seeds, sign);
  }
}
