package lectern.evaluate;

/**
 * How early the hits stand, against the best order possible: normalised discounted cumulative gain
 * with binary gain and logarithm to base 2.
 *
 * <p>DCG = Σ 1 / log₂(1 + place) over the hits among the first k; NDCG = DCG / the DCG of min(k,
 * |relevant|) hits in front. Between 0 and 1; 1 when nothing better was possible. Nothing relevant:
 * NaN. Ratings are not used as gains.
 *
 * <p>Suggested [5, 3], relevant {3, 8}, k = 2: (1 / log₂ 3) / (1 + 1 / log₂ 3) = 0.3869.
 *
 * <p>Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS
 * 20(4), 2002, with the discount 1 / log₂(1 + place) that is usual today (theirs leaves the first
 * two places undiscounted).
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record NdcgAt(int k) implements ListMetric {
  private static final double LN_2 = StrictMath.log(2);

  public NdcgAt {
    ListMetric.checkDepth(k);
  }

  @Override
  public String name() {
    return "NDCG@" + k;
  }

  @Override
  public String variant() {
    return "binary, log2";
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double of(int[] suggested, ItemSet relevant) {
    if (relevant.isEmpty()) {
      return Double.NaN;
    }
    double gained = 0;
    for (int place : relevant.placesIn(suggested, k)) {
      gained += discount(place);
    }
    double best = 0;
    for (int place = 1; place <= Math.min(k, relevant.size()); place++) {
      best += discount(place);
    }
    return gained / best;
  }

  private static double discount(int place) {
    return LN_2 / StrictMath.log(1 + place);
  }
}
