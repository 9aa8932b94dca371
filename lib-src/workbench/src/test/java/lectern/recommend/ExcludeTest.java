package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ExcludeTest {
  private static final Interactions SHOWN =
      Interactions.builder().add(1, 1, 3).add(1, 2, 1).add(1, 3, 2).add(2, 2, 9).build();

  @Test
  void whatWasShownTooOftenIsLeftOut() {
    Exclude often = Exclude.shownTooOften(SHOWN, 2);
    assertArrayEquals(new int[] {0, 2}, often.itemsOf(0));
    assertArrayEquals(new int[] {1}, often.itemsOf(1));
    assertArrayEquals(new int[0], often.itemsOf(-1));
    assertArrayEquals(new int[0], often.itemsOf(2));
    assertThrows(UserError.class, () -> Exclude.shownTooOften(SHOWN, 0));
  }

  @Test
  void twoTogetherLeaveOutWhatEitherDoes() {
    Exclude both = Exclude.shownTooOften(SHOWN, 2).and(user -> new int[] {1, 2});
    assertArrayEquals(new int[] {0, 1, 2}, both.itemsOf(0));
  }
}
