package lectern.article;

import lectern.data.Interactions;
import lectern.evaluate.Split;
import lectern.math.RandomStream;

/**
 * Ratings whose making is known: 3.3 + a bias of the user and of the item + tastes in three things
 * + chance, rounded to 1 to 5.
 */
final class MadeUpRatings {
  static final int USERS = 300;
  static final int ITEMS = 100;
  private static final int EACH = 30;
  private static final int TASTES = 3;
  private static final long SEED = 42;

  private MadeUpRatings() {}

  /** 30 ratings each of 300 users, of 100 items. */
  static Interactions all() {
    RandomStream random = RandomStream.of(SEED, "made-up ratings");
    double[][] users = normal(random, USERS);
    double[][] items = normal(random, ITEMS);
    var builder = Interactions.builder();
    for (int u = 0; u < USERS; u++) {
      for (int i : random.sample(ITEMS, EACH)) {
        double rating = 3.3 + 0.4 * users[u][TASTES] + 0.4 * items[i][TASTES];
        for (int f = 0; f < TASTES; f++) {
          rating += 0.5 * users[u][f] * items[i][f];
        }
        rating += 0.5 * random.nextGaussian();
        builder.add(u, i, Math.max(1, Math.min(5, Math.round(rating))));
      }
    }
    return builder.build();
  }

  /** A fifth of the ratings held back. */
  static Split split() {
    return Split.random(all(), 0.2, SEED);
  }

  private static double[][] normal(RandomStream random, int rows) {
    double[][] all = new double[rows][TASTES + 1];
    for (double[] row : all) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return all;
  }
}
