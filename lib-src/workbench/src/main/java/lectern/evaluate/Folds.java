package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.RandomStream;

/** Cross-validation's cuts: the interactions in k parts, each tested once. */
public final class Folds {
  private Folds() {}

  /**
   * k splits of all interactions in random order: fold f tests the f-th of k runs of that order,
   * whose sizes differ by one at most, and learns from the others. Some users may have nothing in a
   * test part, or nothing left to learn from.
   *
   * @param k at least 2, at most the number of interactions
   */
  public static List<Split> random(Interactions all, int k, long seed) {
    check(all, k);
    int[] order = RandomStream.of(seed, "split", "folds").permutation(all.size());
    int[] foldOf = new int[all.size()];
    for (int place = 0; place < order.length; place++) {
      foldOf[order[place]] = (int) ((long) place * k / order.length);
    }
    return splits(all, foldOf, k, "of all interactions in random order (seed " + seed + ")");
  }

  /**
   * k splits in which every user's interactions are dealt out evenly: user by user in random order,
   * one to each fold in turn, beginning at a random fold. A user with k or more is tested in every
   * fold.
   */
  public static List<Split> byUser(Interactions all, int k, long seed) {
    check(all, k);
    int[] foldOf = new int[all.size()];
    for (int user = 0; user < all.userCount(); user++) {
      RandomStream random = RandomStream.of(seed, "split", "folds", all.users().id(user));
      int first = random.nextInt(k);
      int[] order = random.permutation(all.sizeOf(user));
      for (int place = 0; place < order.length; place++) {
        foldOf[all.start(user) + order[place]] = (first + place) % k;
      }
    }
    return splits(all, foldOf, k, "of each user's items in random order (seed " + seed + ")");
  }

  private static void check(Interactions all, int k) {
    if (k < 2 || k > all.size()) {
      throw new UserError(
          "The number of folds must be from 2 to the number of interactions, "
              + all.size()
              + ", not "
              + k
              + ": 5 or 10 are usual.");
    }
  }

  private static List<Split> splits(Interactions all, int[] foldOf, int k, String how) {
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < k; fold++) {
      boolean[] tested = new boolean[foldOf.length];
      for (int cell = 0; cell < tested.length; cell++) {
        tested[cell] = foldOf[cell] == fold;
      }
      String name = String.format(Locale.ROOT, "fold %d of %d %s", fold + 1, k, how);
      splits.add(Split.of(all, tested, name));
    }
    return splits;
  }
}
