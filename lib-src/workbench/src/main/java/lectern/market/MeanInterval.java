package lectern.market;

import java.util.Arrays;
import lectern.evaluate.Interval;
import lectern.math.SpecialFunctions;

/** Mean of independent runs and its interval by Student's t. */
record MeanInterval(double mean, Interval interval, int runs) {
  /** NaN is a run without a value, which is left out. */
  static MeanInterval of(double[] values, double level) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    int n = known.length;
    double mean = 0;
    for (double v : known) {
      mean += v / n;
    }
    if (n < 2) {
      return new MeanInterval(
          n == 0 ? Double.NaN : mean, new Interval(Double.NaN, Double.NaN, level), n);
    }
    double squares = 0;
    for (double v : known) {
      squares += (v - mean) * (v - mean);
    }
    double half = Math.sqrt(squares / (n - 1) / n) * SpecialFunctions.studentQuantile(level, n - 1);
    return new MeanInterval(mean, new Interval(mean - half, mean + half, level), n);
  }
}
