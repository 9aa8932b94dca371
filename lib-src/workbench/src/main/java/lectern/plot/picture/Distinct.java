package lectern.plot.picture;

import java.util.Arrays;

/** The different values of a list, rising, and the smallest distance between two of them. */
record Distinct(double[] values, double smallestGap) {
  /** Values that differ by a rounding error alone count as one; NaN counts as nothing. */
  static Distinct of(double[] all) {
    double[] sorted = Arrays.stream(all).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int last = sorted.length - 1;
    double gap = last < 0 || sorted[last] == sorted[0] ? 1 : sorted[last] - sorted[0];
    double error = gap / Math.max(1, last) / 10000;
    double[] values = new double[sorted.length];
    int count = 0;
    for (double value : sorted) {
      if (count == 0) {
        values[count++] = value;
      } else if (value - values[count - 1] > error) {
        gap = Math.min(gap, value - values[count - 1]);
        values[count++] = value;
      }
    }
    return new Distinct(Arrays.copyOf(values, count), gap);
  }
}
