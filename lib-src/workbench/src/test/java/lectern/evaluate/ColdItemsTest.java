package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ColdItemsTest {
  private static Interactions data() {
    var rows = Interactions.builder().item("never taken");
    for (int u = 0; u < 8; u++) {
      for (int i = 0; i < 10; i++) {
        rows.add("u" + u, "i" + (i + u) % 12, 1);
      }
    }
    return rows.build();
  }

  @Test
  void aColdItemIsTestedWithAllItsInteractionsAndLearntFromWithNone() {
    Interactions all = data();
    Split split = ColdItems.of(all, 0.25, 3);
    int[] learnt = users(split.train());
    int[] tested = users(split.test());
    assertEquals(3, Arrays.stream(tested).filter(n -> n > 0).count());
    for (int i = 0; i < learnt.length; i++) {
      assertTrue(learnt[i] == 0 || tested[i] == 0);
    }
    assertEquals(0, tested[all.items().number("never taken")]);
    assertEquals(all.size(), split.train().size() + split.test().size());
    assertTrue(split.how().contains("3 items, of 12"));
  }

  private static int[] users(Interactions of) {
    int[] users = new int[of.itemCount()];
    for (int cell = 0; cell < of.size(); cell++) {
      users[of.item(cell)]++;
    }
    return users;
  }

  @Test
  void theSeedChoosesAndTheShareCounts() {
    assertEquals(ColdItems.of(data(), 0.25, 3).test(), ColdItems.of(data(), 0.25, 3).test());
    assertNotEquals(ColdItems.of(data(), 0.25, 3).test(), ColdItems.of(data(), 0.25, 4).test());
    assertTrue(ColdItems.of(data(), 0.001, 3).how().contains("of 1 items"));
    assertTrue(ColdItems.of(data(), 0.999, 3).how().contains("of 11 items"));
  }

  @Test
  void whatCannotBeTestedIsRefused() {
    for (double share : new double[] {0, 1, -1, Double.NaN}) {
      assertThrows(UserError.class, () -> ColdItems.of(data(), share, 1));
    }
    Interactions one = Interactions.builder().add("u", "i", 1).item("never").build();
    assertThrows(UserError.class, () -> ColdItems.of(one, 0.5, 1));
    assertThrows(UserError.class, () -> ColdItems.of(Interactions.builder().build(), 0.5, 1));
  }
}
