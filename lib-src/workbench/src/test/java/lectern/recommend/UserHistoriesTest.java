package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class UserHistoriesTest {
  @Test
  void itemsStandInTheOrderOfTimeAndOfEqualTimesByNumber() {
    Interactions data =
        Interactions.builder()
            .add("ann", "d", 1, 7)
            .add("ann", "b", 1, -3)
            .add("ann", "c", 1, 7)
            .add("ann", "a", 1, 9)
            .user("bob")
            .add("cleo", "b", 1, Long.MAX_VALUE)
            .add("cleo", "a", 1, Long.MIN_VALUE)
            .build();
    UserHistories histories = UserHistories.of(data);
    assertArrayEquals(new int[] {1, 2, 3, 0}, histories.of(0));
    assertArrayEquals(new int[0], histories.of(1));
    assertArrayEquals(new int[] {0, 1}, histories.of(2));
    assertArrayEquals(new int[0], histories.of(-1));
    assertArrayEquals(new int[0], histories.of(3));
    assertEquals(3, histories.userCount());
    assertEquals(6, histories.size());
  }

  @Test
  void aHistoryIsACopy() {
    UserHistories histories =
        UserHistories.of(Interactions.builder().add("ann", "a", 1, 1).build());
    histories.of(0)[0] = 5;
    assertArrayEquals(new int[] {0}, histories.of(0));
  }

  @Test
  void withoutTimesThereIsNoOrder() {
    Interactions data = Interactions.builder().add("ann", "a").build();
    UserError refused = assertThrows(UserError.class, () -> UserHistories.of(data));
    assertTrue(refused.getMessage().contains("have no times"));
    assertEquals(0, UserHistories.of(Interactions.builder().build()).size());
  }
}
