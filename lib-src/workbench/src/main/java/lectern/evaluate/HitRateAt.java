package lectern.evaluate;

/**
 * Whether any of the first k suggestions was taken: 1 or 0. Its mean is the share of users with a
 * hit.
 *
 * <p>Nothing relevant: NaN. Suggested [5, 3], relevant {3, 8}: 1 for k = 2, 0 for k = 1.
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record HitRateAt(int k) implements ListMetric {
  public HitRateAt {
    ListMetric.checkDepth(k);
  }

  @Override
  public String name() {
    return "HitRate@" + k;
  }

  @Override
  public String variant() {
    return "any hit";
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
    return relevant.placesIn(suggested, k).length > 0 ? 1 : 0;
  }
}
