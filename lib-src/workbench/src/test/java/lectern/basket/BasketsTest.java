package lectern.basket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class BasketsTest {
  private static final EventLog LOG =
      EventLog.builder()
          .add("ann", "java", Events.PURCHASE, null, 100)
          .add("ann", "tax", Events.PURCHASE, null, 86_399)
          .add("ann", "wine", Events.PURCHASE, null, 86_400)
          .add("bob", "java", Events.VIEW, null, 100)
          .add("bob", "java", Events.VIEW, null, 200)
          .add("bob", null, Events.SEARCH, null, 300)
          .add("cy", "tax", Events.PURCHASE, null, EventLog.NO_TIME)
          .build();

  @Test
  void oneBasketAUserOrADay() {
    assertEquals(2, Baskets.ofUsers(LOG, Events.PURCHASE).size());
    assertEquals(3, Baskets.ofUsers(LOG).size());
    assertArrayEquals(new int[] {0, 1, 2}, Baskets.ofUsers(LOG, Events.PURCHASE).basket(0));
    Baskets days = Baskets.ofDays(LOG, Events.PURCHASE);
    assertEquals(2, days.size(), "cy's purchase has no day");
    assertEquals(List.of("java", "tax", "wine"), days.items().ids());
    assertArrayEquals(new int[] {0, 1}, days.basket(0));
    Baskets east = Baskets.ofDays(LOG, ZoneOffset.ofHours(8), Events.PURCHASE);
    assertArrayEquals(new int[] {1, 2}, east.basket(1), "midnight comes earlier in the east");
    assertArrayEquals(
        Baskets.ofUsers(LOG, Events.PURCHASE).counts(),
        Baskets.of(LOG.only(Events.PURCHASE).interactions()).counts());
  }

  @Test
  void whatStandsTwiceCountsOnceAndEmptyBasketsAreCounted() {
    Baskets some = Baskets.of(List.of(List.of("a", "a"), List.of(), List.of("b", "a")));
    assertEquals(2, some.size());
    assertEquals(1, some.empty());
    assertEquals(3, some.cells());
    assertArrayEquals(new int[] {2, 1}, some.counts());
    assertEquals("2 baskets of 2 items, 1.50 items each; 1 empty ones left out", some.toString());
    assertTrue(some.bundle().plain().contains("support"));
  }

  @Test
  void noBasketsAreSaid() {
    SetOptions options = new SetOptions(0.1);
    Baskets none = Baskets.of(List.of());
    Baskets empty = Baskets.of(List.of(List.of()));
    assertEquals(
        "There are no baskets with an item.",
        assertThrows(UserError.class, () -> FrequentSets.of(none, options)).getMessage());
    assertEquals(
        "There are no baskets with an item: all 1 are empty.",
        assertThrows(UserError.class, () -> FrequentSets.of(empty, options)).getMessage());
  }
}
