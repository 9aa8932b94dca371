package lectern.evaluate;

/**
 * Mean of the precision at each hit among the first k, misses counting 0; its mean over users is
 * MAP@k.
 *
 * <p>AP@k = Σ over hits at places p ≤ k of (hits up to p / p) / min(k, |relevant|). Others divide
 * by |relevant|, so that a user with more than k relevant items cannot reach 1, or by the number of
 * hits: those are other numbers. Nothing relevant: NaN.
 *
 * <p>Suggested [4, 9, 7, 2], relevant {2, 9, 11}, k = 4: (1/2 + 2/4) / 3 = 0.3333.
 *
 * <p>Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, 8.4, with
 * the cut-off k.
 *
 * @param k how many suggestions the user sees, at least 1
 */
public record AveragePrecisionAt(int k) implements ListMetric {
  public AveragePrecisionAt {
    ListMetric.checkDepth(k);
  }

  @Override
  public String name() {
    return "MAP@" + k;
  }

  @Override
  public String variant() {
    return "divided by min(k, |relevant|)";
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
    double sum = 0;
    int hits = 0;
    for (int place : relevant.placesIn(suggested, k)) {
      sum += ++hits / (double) place;
    }
    return sum / Math.min(k, relevant.size());
  }
}
