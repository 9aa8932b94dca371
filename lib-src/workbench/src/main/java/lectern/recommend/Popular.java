package lectern.recommend;

import java.util.Arrays;
import lectern.data.Interactions;

/** How many users have each item, as a share of the most that any item has: 0 to 1. */
final class Popular {
  private Popular() {}

  static double[] shares(Interactions train) {
    double[] out = ItemShares.counts(train);
    double most = Arrays.stream(out).max().orElse(0);
    for (int i = 0; i < out.length; i++) {
      out[i] = most == 0 ? 0 : out[i] / most;
    }
    return out;
  }
}
