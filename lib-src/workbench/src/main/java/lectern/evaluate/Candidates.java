package lectern.evaluate;

import java.util.Locale;
import lectern.data.Interactions;
import lectern.recommend.Exclude;

/**
 * Which items compete for a place in a user's list. Every number depends on it, so the protocol
 * line says which. Items are never sampled: numbers from sampled items cannot be compared.
 */
public enum Candidates {
  /** All items but those the user has in the training part: what a shop would suggest. */
  UNSEEN {
    @Override
    Exclude exclude(Interactions train) {
      return Exclude.seen(train);
    }

    @Override
    String words(int items) {
      return String.format(
          Locale.ROOT, "all %,d items but the user's own of the training part", items);
    }
  },

  /** All items, the user's own included: right where things are taken again, such as songs. */
  ALL {
    @Override
    Exclude exclude(Interactions train) {
      return Exclude.none();
    }

    @Override
    String words(int items) {
      return String.format(
          Locale.ROOT, "all %,d items, the user's own of the training part among them", items);
    }
  };

  abstract Exclude exclude(Interactions train);

  abstract String words(int items);
}
