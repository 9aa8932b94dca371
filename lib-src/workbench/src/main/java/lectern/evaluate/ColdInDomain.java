package lectern.evaluate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.RandomStream;

/**
 * The test of cross-domain suggestions: some users lose all they have in one domain, and it is
 * asked of them there, from what they have elsewhere.
 *
 * <p>Only items of the domain should compete: {@code CrossDomain} puts the others last.
 */
public final class ColdInDomain {
  private ColdInDomain() {}

  /**
   * A share of those users who have something in the domain and something outside of it is made
   * cold: all their interactions in the domain are tested.
   *
   * @param domain the ids of the domain's items
   * @param share of these users, above 0, at most 1; the count is rounded, at least 1
   * @param seed of which users
   * @throws UserError if there is no such user
   */
  public static Split of(Interactions all, Collection<String> domain, double share, long seed) {
    if (!(share > 0 && share <= 1)) {
      throw new UserError("share must be above 0 and at most 1, not " + share + ".");
    }
    Set<String> ids = new HashSet<>(domain);
    boolean[] inside = new boolean[all.itemCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = ids.contains(all.items().id(i));
    }
    int[] both = new int[all.userCount()];
    int count = 0;
    for (int user = 0; user < all.userCount(); user++) {
      int here = 0;
      for (int cell = all.start(user); cell < all.start(user + 1); cell++) {
        here += inside[all.item(cell)] ? 1 : 0;
      }
      if (here > 0 && here < all.sizeOf(user)) {
        both[count++] = user;
      }
    }
    if (count == 0) {
      throw new UserError(
          "No user has something in the domain and something outside of it: nobody can be tested.");
    }
    int cold = (int) Math.max(1, Math.floor(count * share + 0.5));
    boolean[] tested = new boolean[all.size()];
    for (int drawn : RandomStream.of(seed, "split", "cold in domain").sample(count, cold)) {
      for (int cell = all.start(both[drawn]); cell < all.start(both[drawn] + 1); cell++) {
        tested[cell] = inside[all.item(cell)];
      }
    }
    String how =
        String.format(
            Locale.ROOT,
            "all items of the domain of %,d users, of %,d who have some in it and some elsewhere"
                + " (seed %d)",
            cold,
            count,
            seed);
    return Split.of(all, tested, how);
  }
}
