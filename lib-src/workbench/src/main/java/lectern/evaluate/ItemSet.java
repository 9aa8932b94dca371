package lectern.evaluate;

import java.util.Arrays;
import lectern.display.UserError;

/** A set of item numbers: what a user took of the items held out. Immutable. */
public final class ItemSet {
  private final int[] sorted;

  private ItemSet(int[] sorted) {
    this.sorted = sorted;
  }

  /** The set of these items, in any order; one named twice is one item. */
  public static ItemSet of(int... items) {
    return new ItemSet(Arrays.stream(items).sorted().distinct().toArray());
  }

  /** How many items. */
  public int size() {
    return sorted.length;
  }

  /** True when there is none. */
  public boolean isEmpty() {
    return sorted.length == 0;
  }

  /** True when the item is one of them. */
  public boolean contains(int item) {
    return Arrays.binarySearch(sorted, item) >= 0;
  }

  /** The items in rising order. */
  public int[] toArray() {
    return sorted.clone();
  }

  /**
   * The places, counted from 1, at which the first k suggestions hit an item of this set.
   *
   * <p>Set {2, 9}, suggested [4, 9, 7, 2], k = 3: [2].
   *
   * @throws UserError if an item of the set is suggested twice among the first k
   */
  public int[] placesIn(int[] suggested, int k) {
    int length = Math.min(k, suggested.length);
    boolean[] seen = new boolean[sorted.length];
    int[] places = new int[Math.min(length, sorted.length)];
    int hits = 0;
    for (int i = 0; i < length; i++) {
      int at = Arrays.binarySearch(sorted, suggested[i]);
      if (at < 0) {
        continue;
      }
      if (seen[at]) {
        throw new UserError(
            "Item " + suggested[i] + " is suggested twice: a list must hold each item once.");
      }
      seen[at] = true;
      places[hits++] = i + 1;
    }
    return Arrays.copyOf(places, hits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemSet that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
