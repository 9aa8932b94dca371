package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import lectern.data.Interactions;
import lectern.data.RatingsInFileOrder;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class SurpriseFoldsTest {
  /** Ten ratings whose file begins with the last cell. */
  private static RatingsInFileOrder turned() {
    var rows = Interactions.builder();
    int[] cells = new int[10];
    for (int r = 0; r < 10; r++) {
      rows.add(r, 0, r);
      cells[r] = 9 - r;
    }
    return new RatingsInFileOrder(rows.build(), cells);
  }

  /** numpy shuffles 0 … 9 into 2 8 4 9 1 6 7 3 0 5. */
  @Test
  void rowsOfTheFileAreCutAsSurpriseCutsThem() {
    List<Split> folds = SurpriseFolds.of(turned(), 3, 0);
    double[][] tested = {{5, 7, 1, 0}, {8, 3, 2}, {6, 9, 4}};
    for (int fold = 0; fold < 3; fold++) {
      Interactions test = folds.get(fold).test();
      double[] values = new double[test.size()];
      for (int cell = 0; cell < values.length; cell++) {
        values[cell] = test.value(cell);
      }
      Arrays.sort(tested[fold]);
      assertEquals(Arrays.toString(tested[fold]), Arrays.toString(values));
      assertEquals(10 - values.length, folds.get(fold).train().size());
    }
    assertEquals("fold 2 of Surprise's KFold(n_splits=3, random_state=0)", folds.get(1).how());
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThrows(UserError.class, () -> SurpriseFolds.of(turned(), 1, 0));
    assertThrows(UserError.class, () -> SurpriseFolds.of(turned(), 11, 0));
    assertThrows(UserError.class, () -> SurpriseFolds.of(turned(), 5, -1));
    Interactions data = turned().interactions();
    assertThrows(
        IllegalArgumentException.class, () -> new RatingsInFileOrder(data, new int[] {0, 0}));
    assertThrows(IllegalArgumentException.class, () -> new RatingsInFileOrder(data, new int[3]));
  }
}
