package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import org.junit.jupiter.api.Test;

class UnlinkedDomainsTest {
  private static final List<String> ART = List.of("a", "b");

  /** User n has "a" and the n items x0 to x(n − 1); "no source" has "b" alone. */
  private static Interactions data() {
    var rows = Interactions.builder().add("no source", "b", 5, 9);
    for (int u = 1; u <= 6; u++) {
      rows.add("u" + u, "a", u, u);
      for (int i = 0; i < u; i++) {
        rows.add("u" + u, "x" + i, u, 10 * u + i);
      }
    }
    return rows.build();
  }

  @Test
  void theDomainStaysAndEverythingElseGoesToAnotherAsAWhole() {
    Interactions all = data();
    Interactions cut = UnlinkedDomains.of(all, ART, 7);
    assertEquals(all.size(), cut.size());
    assertEquals(all.users(), cut.users());
    int[] sizes = new int[7];
    for (int u = 1; u <= 6; u++) {
      assertEquals(u, cut.value("u" + u, "a").orElseThrow());
      int user = cut.users().number("u" + u);
      int others = cut.sizeOf(user) - 1;
      assertNotEquals(u, others, "nobody keeps his own");
      assertTrue(others >= 1);
      sizes[others]++;
      int last = cut.find(user, cut.items().number("x" + (others - 1)));
      assertEquals(others, cut.value(last));
      assertEquals(11 * others - 1, cut.time(last));
    }
    assertEquals(6, Arrays.stream(sizes).filter(n -> n == 1).count());
    assertEquals(1, cut.sizeOf(cut.users().number("no source")));
  }

  @Test
  void itemsKeepTheirNumberOfUsersAndTheSeedDecides() {
    for (long seed = 0; seed < 20; seed++) {
      Interactions cut = UnlinkedDomains.of(data(), ART, seed);
      assertTrue(Arrays.equals(users(data()), users(cut)), "seed " + seed);
    }
    assertEquals(UnlinkedDomains.of(data(), ART, 1), UnlinkedDomains.of(data(), ART, 1));
    assertNotEquals(UnlinkedDomains.of(data(), ART, 1), UnlinkedDomains.of(data(), ART, 2));
  }

  private static int[] users(Interactions of) {
    int[] users = new int[of.itemCount()];
    IntStream.range(0, of.size()).forEach(cell -> users[of.item(cell)]++);
    return users;
  }

  @Test
  void whereNobodyCanExchangeNothingChanges() {
    Interactions one = Interactions.builder().add("u", "a", 1).add("u", "x", 1).build();
    assertEquals(one, UnlinkedDomains.of(one, ART, 1));
    Interactions none = Interactions.builder().build();
    assertEquals(none, UnlinkedDomains.of(none, ART, 1));
  }
}
