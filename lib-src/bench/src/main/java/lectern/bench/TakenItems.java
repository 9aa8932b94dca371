package lectern.bench;

import java.util.Arrays;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.math.RandomStream;

/**
 * Made-up interactions of the size of MovieLens 1M: how much a user takes is log-normal (σ = 0.9),
 * how often an item is taken falls with its rank r as 1 / (r + 10)^0.8. Every value is 1.
 *
 * @param users how many users
 * @param items how many items
 * @param wanted about how many interactions
 */
record TakenItems(int users, int items, int wanted) {
  private static final int MOST_SHARE = 2;

  Interactions interactions() {
    RandomStream random = RandomStream.of(3, "bench", "taken items");
    double[] appetite = new double[users];
    double all = 0;
    for (int user = 0; user < users; user++) {
      appetite[user] = StrictMath.exp(0.9 * random.nextGaussian());
      all += appetite[user];
    }
    double[] reach = new double[items];
    double total = 0;
    for (int item = 0; item < items; item++) {
      total += 1 / StrictMath.pow(item + 10, 0.8);
      reach[item] = total;
    }
    InteractionsBuilder rows = Interactions.builder();
    for (int item = 0; item < items; item++) {
      rows.item(Integer.toString(item));
    }
    boolean[] taken = new boolean[items];
    for (int user = 0; user < users; user++) {
      Arrays.fill(taken, false);
      long many = Math.round(wanted * appetite[user] / all);
      for (long left = Math.max(1, Math.min(items / MOST_SHARE, many)); left > 0; ) {
        int item = drawn(reach, random.nextDouble() * total);
        if (!taken[item]) {
          taken[item] = true;
          rows.add(user, item, 1);
          left--;
        }
      }
    }
    return rows.build();
  }

  private static int drawn(double[] reach, double at) {
    int found = Arrays.binarySearch(reach, at);
    return Math.min(reach.length - 1, found < 0 ? -found - 1 : found);
  }
}
