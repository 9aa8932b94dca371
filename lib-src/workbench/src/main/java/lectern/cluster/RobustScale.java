package lectern.cluster;

import java.util.Arrays;

/**
 * The middle of some numbers and a unit of their spread that far values hardly move: 1.4826 times
 * the median absolute deviation from the median, which is the standard deviation of normal numbers.
 *
 * <p>When more than half of the numbers are equal that is 0, and the unit is 1.2533 times the mean
 * absolute deviation; 0 only when all are equal. NaN values are left out.
 *
 * <p>Source: Iglewicz and Hoaglin, How to detect and handle outliers, 1993.
 */
record RobustScale(double median, double unit) {
  static RobustScale of(double[] values) {
    double median = median(values);
    double[] deviations =
        Arrays.stream(values)
            .filter(v -> !Double.isNaN(v))
            .map(v -> Math.abs(v - median))
            .toArray();
    double unit = 1.4826 * median(deviations);
    if (unit == 0) {
      double sum = 0;
      for (double deviation : deviations) {
        sum += deviation;
      }
      unit = 1.2533 * sum / deviations.length;
    }
    return new RobustScale(median, unit);
  }

  /** The middle value, or the mean of the middle two; NaN for none. */
  static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * How many units a value lies above the median; 0 when there is no spread or nothing is known.
   */
  double of(double value) {
    double units = (value - median) / unit;
    return Double.isFinite(units) ? units : 0;
  }
}
