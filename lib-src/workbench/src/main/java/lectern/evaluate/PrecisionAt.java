package lectern.evaluate;

/**
 * Share of the first k suggestions that the user took: |top-k ∩ relevant| / k.
 *
 * <p>A shorter list is still divided by k (so in trec_eval and RankSys; LensKit for Python divides
 * by the length of the list). With fewer than k relevant items the value cannot reach 1. Nothing
 * relevant: NaN.
 *
 * <p>Suggested [5, 3], relevant {3, 8}, k = 2: 1 / 2 = 0.5.
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record PrecisionAt(int k) implements ListMetric {
  public PrecisionAt {
    ListMetric.checkDepth(k);
  }

  @Override
  public String name() {
    return "Precision@" + k;
  }

  @Override
  public String variant() {
    return "divided by k";
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double of(int[] suggested, ItemSet relevant) {
    return relevant.isEmpty() ? Double.NaN : relevant.placesIn(suggested, k).length / (double) k;
  }
}
