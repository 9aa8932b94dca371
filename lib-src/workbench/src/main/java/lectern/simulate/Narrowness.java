package lectern.simulate;

/**
 * What lists of one kind do to a person in the long run: boredom, and interests that narrow.
 *
 * <p>The narrowness of a list is max(0, (H − 0.25) / 0.75) with H = Σₖ hₖ², hₖ the mean share of
 * topic k in its courses: 0 for a list of at least four topics alike, 1 for a single one.
 */
final class Narrowness {
  private Narrowness() {}

  static double of(int[] list, Catalogue catalogue) {
    int length = Math.min(list.length, Actions.LONGEST_LIST);
    double h = 0;
    for (int k = 0; k < catalogue.mix[0].length; k++) {
      double share = 0;
      for (int i = 0; i < length; i++) {
        share += catalogue.mix[list[i]][k];
      }
      share /= length;
      h += share * share;
    }
    return Math.max(0, (h - 0.25) / 0.75);
  }

  /**
   * Interests after a week: p ← (1 − r − b) p + r f + b p⁰, f the shares of the topics that were
   * looked at, r = 0.03 + 0.12 n, b = 0.06 (1 − n), n the narrowness. Nothing looked at: r = 0.
   */
  static void drift(double[] interests, double[] first, double[] seen, double narrow) {
    double total = 0;
    for (double s : seen) {
      total += s;
    }
    double r = total > 0 ? 0.03 + 0.12 * narrow : 0;
    double back = 0.06 * (1 - narrow);
    for (int k = 0; k < interests.length; k++) {
      double f = total > 0 ? seen[k] / total : 0;
      interests[k] = (1 - r - back) * interests[k] + r * f + back * first[k];
    }
  }
}
