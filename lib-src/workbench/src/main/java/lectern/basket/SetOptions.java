package lectern.basket;

import lectern.display.UserError;

/**
 * Which sets count as frequent.
 *
 * @param minSupport the least share of baskets that hold all of a set, above 0 to 1
 * @param maxSize the most items of a set, at least 1; 4 if unsaid
 * @param limit how many sets are too many, at least 1; 200,000 if unsaid
 */
public record SetOptions(double minSupport, int maxSize, int limit) {
  public SetOptions {
    if (!(minSupport > 0 && minSupport <= 1)) {
      throw new UserError(
          "minSupport must be above 0 and at most 1, not "
              + minSupport
              + ": it is a share of the baskets.");
    }
    if (maxSize < 1) {
      throw new UserError("maxSize must be at least 1, not " + maxSize + ".");
    }
    if (limit < 1) {
      throw new UserError("limit must be at least 1, not " + limit + ".");
    }
  }

  /** Sets of up to four items. */
  public SetOptions(double minSupport) {
    this(minSupport, 4, 200_000);
  }

  /** The fewest baskets of n that are this share, at least 1. */
  int minCount(int n) {
    return (int) Math.max(1, Math.ceil(minSupport * n - 1e-9));
  }
}
