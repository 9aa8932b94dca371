package lectern.evaluate;

import java.util.Arrays;
import lectern.data.Interactions;

/**
 * How unknown the first k suggestions are: the mean of −log₂ of the share of users who had the item
 * already.
 *
 * <p>An item that half of the users had counts 1, one that a hundredth had 6.64. An item that
 * nobody had counts as if half a user had it. It looks at what is suggested alone, whether it was
 * taken or not: random suggestions are very novel. An empty list: NaN.
 *
 * <p>Source: Vargas and Castells, Rank and relevance in novelty and diversity metrics, RecSys 2011
 * (mean self-information, no discount by rank).
 */
public final class NoveltyAt implements ListMetric {
  private static final double LN_2 = StrictMath.log(2);

  private final int k;
  private final double[] information;

  /**
   * @param k how many suggestions the user sees, at least 1
   * @param train who had what before
   */
  public NoveltyAt(int k, Interactions train) {
    this.k = ListMetric.checkDepth(k);
    double[] users = new double[train.itemCount()];
    for (int cell = 0; cell < train.size(); cell++) {
      users[train.item(cell)]++;
    }
    this.information =
        Arrays.stream(users)
            .map(n -> -StrictMath.log(Math.max(n, 0.5) / Math.max(1, train.userCount())) / LN_2)
            .toArray();
  }

  @Override
  public String name() {
    return "Novelty@" + k;
  }

  @Override
  public String variant() {
    return "mean −log2 of the share of users who had it";
  }

  @Override
  public int depth() {
    return k;
  }

  @Override
  public double of(int[] suggested, ItemSet relevant) {
    return Arrays.stream(suggested)
        .limit(k)
        .mapToDouble(i -> information[i])
        .average()
        .orElse(Double.NaN);
  }
}
