package lectern.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.basket.FrequentSets.Found;
import lectern.display.Progress;
import lectern.display.UserError;

/** Depth-first search for frequent sets: one bit for each basket, one row of bits for each set. */
final class Eclat {
  private final Baskets baskets;
  private final SetOptions options;
  private final int minCount;
  private final List<Found> found = new ArrayList<>();

  Eclat(Baskets baskets, SetOptions options) {
    this.baskets = baskets;
    this.options = options;
    this.minCount = options.minCount(baskets.size());
  }

  List<Found> run(Progress progress) {
    int[] counts = baskets.counts();
    List<Integer> items = new ArrayList<>();
    List<long[]> bits = new ArrayList<>();
    long[][] all = bitsOfItems(counts);
    for (int i = 0; i < counts.length; i++) {
      if (all[i] != null) {
        items.add(i);
        bits.add(all[i]);
      }
    }
    try (var task = progress.begin("frequent sets", Math.max(1, items.size()))) {
      for (int i = 0; i < items.size(); i++) {
        int[] set = {items.get(i)};
        add(set, counts[items.get(i)]);
        extend(
            set, bits.get(i), items.subList(i + 1, items.size()), bits.subList(i + 1, bits.size()));
        task.at(i + 1, found.size() + " sets");
      }
    }
    return found;
  }

  /** For each frequent item the baskets that hold it; null for the others. */
  private long[][] bitsOfItems(int[] counts) {
    long[][] bits = new long[counts.length][];
    for (int b = 0; b < baskets.size(); b++) {
      for (int item : baskets.array()[b]) {
        if (counts[item] >= minCount) {
          if (bits[item] == null) {
            bits[item] = new long[(baskets.size() + 63) / 64];
          }
          bits[item][b >> 6] |= 1L << (b & 63);
        }
      }
    }
    return bits;
  }

  /** Adds all frequent sets that begin with this one and go on with some of the later items. */
  private void extend(int[] set, long[] its, List<Integer> later, List<long[]> laterBits) {
    if (set.length == options.maxSize()) {
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("stopped by an interrupt");
    }
    List<Integer> items = new ArrayList<>();
    List<long[]> bits = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < later.size(); i++) {
      long[] both = new long[its.length];
      int count = 0;
      for (int w = 0; w < both.length; w++) {
        both[w] = its[w] & laterBits.get(i)[w];
        count += Long.bitCount(both[w]);
      }
      if (count >= minCount) {
        items.add(later.get(i));
        bits.add(both);
        counts.add(count);
      }
    }
    for (int i = 0; i < items.size(); i++) {
      int[] longer = Arrays.copyOf(set, set.length + 1);
      longer[set.length] = items.get(i);
      add(longer, counts.get(i));
      extend(
          longer,
          bits.get(i),
          items.subList(i + 1, items.size()),
          bits.subList(i + 1, bits.size()));
    }
  }

  private void add(int[] set, int count) {
    if (found.size() == options.limit()) {
      throw new UserError(
          "More than "
              + options.limit()
              + " sets of up to "
              + options.maxSize()
              + " items are in at least "
              + minCount
              + " of the "
              + baskets.size()
              + " baskets: raise minSupport above "
              + options.minSupport()
              + ", or lower maxSize. Nothing was kept.");
    }
    found.add(new Found(set, count));
  }
}
