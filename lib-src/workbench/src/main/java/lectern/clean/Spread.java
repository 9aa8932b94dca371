package lectern.clean;

import java.util.Arrays;
import lectern.math.Quantiles;

/** Where values lie and how far apart, without being led by a few that lie far off. */
final class Spread {
  private final double[] sorted;

  /** Of at least one finite value. */
  Spread(double[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  double median() {
    return quantile(0.5);
  }

  double quantile(double share) {
    return Quantiles.of(sorted, share);
  }

  /** Median of the distances to the median. */
  double medianDistance() {
    return new Spread(distances()).median();
  }

  /** Mean of the distances to the median. */
  double meanDistance() {
    double sum = 0;
    for (double distance : distances()) {
      sum += distance;
    }
    return sum / sorted.length;
  }

  private double[] distances() {
    double middle = median();
    return Arrays.stream(sorted).map(value -> Math.abs(value - middle)).toArray();
  }
}
