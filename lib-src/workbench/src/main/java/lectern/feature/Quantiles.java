package lectern.feature;

/** Quantiles by linear interpolation between the sorted values, as numpy does. */
final class Quantiles {
  private Quantiles() {}

  /** The value below which this share lies; NaN for no values. */
  static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
