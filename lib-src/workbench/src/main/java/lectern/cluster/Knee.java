package lectern.cluster;

/**
 * The place where a falling or rising curve bends most: the point farthest from the straight line
 * between its ends, both axes scaled to 0 to 1.
 *
 * <p>Source: Satopää, Albrecht, Irwin and Raghavan, Finding a "Kneedle" in a haystack, 2011; here
 * without smoothing, on the side of the line where a falling curve sags.
 */
final class Knee {
  private Knee() {}

  /**
   * The index of the knee of a curve that falls fast, then slowly; the first of several.
   *
   * @param x rising
   * @param y one value for each x
   * @return −1 for fewer than three points, or where no point lies below the line
   */
  static int ofFalling(double[] x, double[] y) {
    int last = x.length - 1;
    if (last < 2 || !(y[0] > y[last])) {
      return -1;
    }
    int best = -1;
    double deepest = 1e-12;
    for (int i = 1; i < last; i++) {
      double along = (x[i] - x[0]) / (x[last] - x[0]);
      double down = (y[0] - y[i]) / (y[0] - y[last]);
      if (down - along > deepest) {
        deepest = down - along;
        best = i;
      }
    }
    return best;
  }
}
