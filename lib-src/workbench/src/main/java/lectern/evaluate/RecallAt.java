package lectern.evaluate;

/**
 * Share of what the user took that is among the first k suggestions: |top-k ∩ relevant| /
 * |relevant|.
 *
 * <p>With more than k relevant items the value cannot reach 1 (others divide by min(|relevant|, k),
 * and their numbers are higher). Nothing relevant: NaN. With one relevant item a user it equals
 * {@link HitRateAt}.
 *
 * <p>Suggested [5, 3], relevant {3, 8, 9, 12}, k = 2: 1 / 4 = 0.25.
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record RecallAt(int k) implements ListMetric {
  public RecallAt {
    ListMetric.checkDepth(k);
  }

  @Override
  public String name() {
    return "Recall@" + k;
  }

  @Override
  public String variant() {
    return "|hits| / |relevant|";
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double of(int[] suggested, ItemSet relevant) {
    return relevant.isEmpty()
        ? Double.NaN
        : relevant.placesIn(suggested, k).length / (double) relevant.size();
  }
}
