package lectern.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.math.RandomStream;

/**
 * The same data with the thread between two domains cut: what a user has outside of the domain goes
 * to another user, as a whole; what he has inside stays.
 *
 * <p>Each domain alone looks as before, item by item and basket by basket, but what people like
 * here says nothing about what they like there. So nothing can be transferred, and a model that
 * gains something from transfer on such data gains it by a fault of the test.
 */
public final class UnlinkedDomains {
  private UnlinkedDomains() {}

  /**
   * Users who have something outside of the domain exchange it in a random circle, so that nobody
   * keeps his own (unless there is only one).
   *
   * @param domain the ids of the domain's items
   * @param seed of who gets whose
   */
  public static Interactions of(Interactions all, Collection<String> domain, long seed) {
    Set<String> ids = new HashSet<>(domain);
    boolean[] inside = new boolean[all.itemCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = ids.contains(all.items().id(i));
    }
    int[] owners =
        IntStream.range(0, all.userCount())
            .filter(u -> Arrays.stream(all.itemsOf(u)).anyMatch(i -> !inside[i]))
            .toArray();
    int[] circle = RandomStream.of(seed, "unlinked domains").permutation(owners.length);
    int[] to = new int[all.userCount()];
    for (int c = 0; c < circle.length; c++) {
      to[owners[circle[c]]] = owners[circle[(c + 1) % circle.length]];
    }
    InteractionsBuilder out = Interactions.builder();
    all.users().ids().forEach(out::user);
    all.items().ids().forEach(out::item);
    for (int u = 0; u < all.userCount(); u++) {
      for (int cell = all.start(u); cell < all.start(u + 1); cell++) {
        String user = all.users().id(inside[all.item(cell)] ? u : to[u]);
        String item = all.items().id(all.item(cell));
        if (all.hasTimes()) {
          out.add(user, item, all.value(cell), all.time(cell));
        } else {
          out.add(user, item, all.value(cell));
        }
      }
    }
    return out.build();
  }
}
