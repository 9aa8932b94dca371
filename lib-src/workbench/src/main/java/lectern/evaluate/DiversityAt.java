package lectern.evaluate;

import java.util.Objects;

/**
 * How unlike the first k suggestions are among each other: the mean distance of all pairs in the
 * list.
 *
 * <p>2 / (n (n − 1)) · Σ pairs d(a, b), with n the length of the list. 0: all the same; 1: nothing
 * in common. It looks at what is suggested alone. A list of fewer than two: NaN.
 *
 * <p>Source: Ziegler, McNee, Konstan and Lausen, Improving recommendation lists through topic
 * diversification, WWW 2005 (theirs is the similarity; this is one minus it).
 */
public final class DiversityAt implements ListMetric {
  private final int k;
  private final ItemDistance distance;

  /**
   * @param k how many suggestions the user sees, at least 1
   * @param distance how unlike two items are
   */
  public DiversityAt(int k, ItemDistance distance) {
    this.k = ListMetric.checkDepth(k);
    this.distance = Objects.requireNonNull(distance, "distance");
  }

  @Override
  public String name() {
    return "Diversity@" + k;
  }

  @Override
  public String variant() {
    return "mean distance of pairs in the list";
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double of(int[] suggested, ItemSet relevant) {
    int n = Math.min(k, suggested.length);
    double sum = 0;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        sum += distance.between(suggested[a], suggested[b]);
      }
    }
    return n < 2 ? Double.NaN : 2 * sum / (n * (n - 1.0));
  }
}
