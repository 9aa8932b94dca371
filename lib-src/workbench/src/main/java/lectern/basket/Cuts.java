package lectern.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.basket.FrequentSets.Found;

/** All ways to cut frequent sets into a left and a right side, each tested. */
final class Cuts {
  private final FrequentSets sets;
  private final int maxConsequent;
  private final FisherExact test;

  Cuts(FrequentSets sets, int maxConsequent) {
    this.sets = sets;
    this.maxConsequent = maxConsequent;
    this.test = new FisherExact(sets.baskets());
  }

  List<Rule> all() {
    List<Rule> out = new ArrayList<>();
    for (Found set : sets.found()) {
      int size = set.items().length;
      for (int right = 1; size > 1 && right < (1 << size) - 1; right++) {
        if (Integer.bitCount(right) <= maxConsequent) {
          out.add(cut(set, right));
        }
      }
    }
    return out;
  }

  /** The items of the bits on the right, the others on the left. */
  private Rule cut(Found set, int right) {
    int[] rightItems = part(set.items(), right);
    int[] leftItems = part(set.items(), ~right);
    int withLeft = sets.count(leftItems);
    int withRight = sets.count(rightItems);
    double p = test.atLeast(set.count(), withLeft, withRight, sets.baskets());
    return new Rule(
        ids(leftItems), ids(rightItems), set.count(), withLeft, withRight, sets.baskets(), p, p);
  }

  private static int[] part(int[] items, int bits) {
    int[] out = new int[items.length];
    int size = 0;
    for (int i = 0; i < items.length; i++) {
      if ((bits >> i & 1) == 1) {
        out[size++] = items[i];
      }
    }
    return Arrays.copyOf(out, size);
  }

  private List<String> ids(int[] items) {
    return Arrays.stream(items).mapToObj(sets.allItems()::id).toList();
  }
}
