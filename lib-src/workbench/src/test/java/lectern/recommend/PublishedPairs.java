package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;

/** 8 users × 7 items, 42 of the pairs rated by a rule; the others are what Surprise predicted. */
final class PublishedPairs {
  private PublishedPairs() {}

  static boolean hidden(int user, int item) {
    return (user * 7 + item * 3) % 4 == 0;
  }

  static Interactions ratings() {
    InteractionsBuilder rows = Interactions.builder();
    for (int u = 0; u < 8; u++) {
      for (int i = 0; i < 7; i++) {
        if (!hidden(u, i)) {
          rows.add(u, i, 1 + (3 * u + 5 * i + u * i * i) % 5);
        }
      }
    }
    return rows.build();
  }

  /** Compares the hidden pairs, in their order, with Surprise 1.1.5's estimates before cutting. */
  static void assertEstimates(RatingModel model, double... expected) {
    int at = 0;
    for (int u = 0; u < 8; u++) {
      for (int i = 0; i < 7; i++) {
        if (hidden(u, i)) {
          assertEquals(expected[at++], model.estimate(u, i), 1e-9, "user " + u + ", item " + i);
        }
      }
    }
    assertEquals(expected.length, at);
  }
}
