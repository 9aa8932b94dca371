package lectern.evaluate;

import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.RandomStream;

/**
 * The test of new items: some items lose all their interactions, as if they had just come into the
 * catalogue, and it is asked who will take them.
 *
 * <p>A model that only counts who took what knows nothing of such an item. One that reads what the
 * item is about does.
 */
public final class ColdItems {
  private ColdItems() {}

  /**
   * A share of the items that anybody has is made cold: all their interactions are tested. Users
   * who have nothing else are then unknown to a model, and are still tested.
   *
   * @param share of these items, above 0, below 1; the count is rounded, at least 1
   * @param seed of which items
   * @throws UserError if fewer than two items have interactions
   */
  public static Split of(Interactions all, double share, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new UserError("share must be above 0 and below 1, not " + share + ".");
    }
    int[] times = new int[all.itemCount()];
    int[] taken = new int[all.itemCount()];
    int count = 0;
    for (int cell = 0; cell < all.size(); cell++) {
      if (times[all.item(cell)]++ == 0) {
        count++;
      }
    }
    int next = 0;
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        taken[next++] = i;
      }
    }
    if (count < 2) {
      throw new UserError(
          "Two items at least must have interactions: one is made cold, one is learnt from.");
    }
    int cold = (int) Math.min(count - 1, Math.max(1, Math.floor(count * share + 0.5)));
    boolean[] isCold = new boolean[times.length];
    for (int drawn : RandomStream.of(seed, "split", "cold items").sample(count, cold)) {
      isCold[taken[drawn]] = true;
    }
    boolean[] tested = new boolean[all.size()];
    for (int cell = 0; cell < tested.length; cell++) {
      tested[cell] = isCold[all.item(cell)];
    }
    String how =
        String.format(
            Locale.ROOT,
            "everything that users had of %,d items, of %,d that anybody had (seed %d)",
            cold,
            count,
            seed);
    return Split.of(all, tested, how);
  }
}
