package lectern.feature;

import java.util.Arrays;
import lectern.math.VectorKernels;

/** Mean and variance, added in the order of {@link VectorKernels}. */
final class Moments {
  private Moments() {}

  static double mean(double[] values) {
    return VectorKernels.get().sum(values, 0, values.length) / values.length;
  }

  /** The mean squared distance from the mean (n below it); exactly 0 for equal values. */
  static double variance(double[] values) {
    if (Arrays.stream(values).allMatch(v -> v == values[0])) {
      return 0;
    }
    double mean = mean(values);
    double[] off = Arrays.stream(values).map(v -> v - mean).toArray();
    return VectorKernels.get().dot(off, 0, off, 0, off.length) / off.length;
  }
}
