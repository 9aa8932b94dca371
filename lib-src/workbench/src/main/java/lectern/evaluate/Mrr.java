package lectern.evaluate;

/**
 * One divided by the place of the first hit, 0 when there is none among the first k. Its mean over
 * users is the mean reciprocal rank.
 *
 * <p>Nothing relevant: NaN. Suggested [5, 3], relevant {3, 8}, k = 2: 1 / 2.
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record Mrr(int k) implements ListMetric {
  public Mrr {
    ListMetric.checkDepth(k);
  }

  /** Looks at the whole list, however long. */
  public Mrr() {
    this(Integer.MAX_VALUE);
  }

  @Override
  public String name() {
    return k == Integer.MAX_VALUE ? "MRR" : "MRR@" + k;
  }

  @Override
  public String variant() {
    return k == Integer.MAX_VALUE ? "first hit, whole list" : "first hit, 0 beyond " + k;
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
    int[] places = relevant.placesIn(suggested, k);
    return places.length == 0 ? 0 : 1.0 / places[0];
  }
}
