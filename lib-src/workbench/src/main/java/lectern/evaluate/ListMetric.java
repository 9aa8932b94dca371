package lectern.evaluate;

import lectern.display.UserError;

/**
 * A metric of one user's list of suggestions. The result over users is the mean of their values.
 *
 * <p>A metric of your own writes {@link #of} with {@link ItemSet#placesIn}, and names its variant.
 */
public non-sealed interface ListMetric extends Metric {
  /** How many places of the list it looks at, at least 1. */
  int depth();

  /**
   * The value of one list.
   *
   * @param suggested item numbers, the best first; may be shorter than {@link #depth()} or empty
   * @param relevant the items the user really took, of those held out
   * @return the value, or NaN where it has none (no relevant item): such users are counted and left
   *     out of the mean
   */
  double of(int[] suggested, ItemSet relevant);

  @Override
  default boolean higherIsBetter() {
    return true;
  }

  /** Passes k on, or says that it must be at least 1. */
  static int checkDepth(int k) {
    if (k < 1) {
      throw new UserError(
          "k must be at least 1, not " + k + ": it is how many suggestions the user sees.");
    }
    return k;
  }
}
