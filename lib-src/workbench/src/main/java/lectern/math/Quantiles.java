package lectern.math;

/**
 * Quantiles by linear interpolation between the sorted values (type 7 of Hyndman and Fan, Sample
 * quantiles in statistical packages, 1996), as numpy does by default: the share 0.25 of 1, 2, 3, 4
 * is 1.75.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The value below which this share lies; NaN for no values.
   *
   * @param sorted rising, without NaN
   * @param share from 0 to 1
   */
  public static double of(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
