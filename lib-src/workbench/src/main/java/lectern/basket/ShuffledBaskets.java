package lectern.basket;

import java.util.Arrays;
import lectern.display.UserError;
import lectern.math.RandomStream;

/**
 * Baskets of the same sizes and items of the same popularity, with nothing belonging together.
 *
 * <p>Two cells (basket, item) are drawn and their items exchanged, unless a basket would then hold
 * an item twice; ten such draws for each cell.
 *
 * <p>Source: A. Gionis, H. Mannila, T. Mielikäinen, P. Tsaparas, Assessing data mining results via
 * swap randomization, 2007.
 */
public final class ShuffledBaskets {
  private static final int DRAWS_A_CELL = 10;

  private ShuffledBaskets() {}

  /** The baskets of shuffle number so much of a seed. */
  public static Baskets of(Baskets baskets, long seed, int shuffle) {
    RandomStream random = RandomStream.of(seed, "shuffled baskets", Integer.toString(shuffle));
    int cells = baskets.cells();
    int[] basketOf = new int[cells];
    int[] itemOf = new int[cells];
    int words = (baskets.items().size() + 63) / 64;
    if ((long) words * baskets.size() > 200_000_000L) {
      throw new UserError(
          baskets + " are too many to shuffle in memory: draw some of the baskets first.");
    }
    long[] has = new long[words * baskets.size()];
    int cell = 0;
    for (int b = 0; b < baskets.size(); b++) {
      for (int item : baskets.array()[b]) {
        basketOf[cell] = b;
        itemOf[cell++] = item;
        flip(has, words, b, item);
      }
    }
    for (long draw = 0; draw < (long) DRAWS_A_CELL * cells; draw++) {
      int p = random.nextInt(cells);
      int q = random.nextInt(cells);
      if (!holds(has, words, basketOf[p], itemOf[q])
          && !holds(has, words, basketOf[q], itemOf[p])) {
        flip(has, words, basketOf[p], itemOf[p]);
        flip(has, words, basketOf[p], itemOf[q]);
        flip(has, words, basketOf[q], itemOf[q]);
        flip(has, words, basketOf[q], itemOf[p]);
        int item = itemOf[p];
        itemOf[p] = itemOf[q];
        itemOf[q] = item;
      }
    }
    return rebuilt(baskets, itemOf);
  }

  private static Baskets rebuilt(Baskets baskets, int[] itemOf) {
    int[][] out = new int[baskets.size()][];
    int cell = 0;
    for (int b = 0; b < out.length; b++) {
      int size = baskets.array()[b].length;
      out[b] = Arrays.copyOfRange(itemOf, cell, cell + size);
      Arrays.sort(out[b]);
      cell += size;
    }
    return new Baskets(baskets.items(), out, baskets.empty());
  }

  private static boolean holds(long[] has, int words, int basket, int item) {
    return (has[basket * words + (item >> 6)] >> (item & 63) & 1) == 1;
  }

  private static void flip(long[] has, int words, int basket, int item) {
    has[basket * words + (item >> 6)] ^= 1L << (item & 63);
  }
}
