package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  private static double spearman(double[] a, double... b) {
    return RankCorrelation.spearman(a, b);
  }

  @Test
  void agreesWithScipy() {
    double[] a = {1, 2, 2, 4, 5};
    assertEquals(0.7631578947368421, spearman(a, 3, 1, 4, 4, 9), 1e-15);
    assertArrayEquals(new double[] {1, 2.5, 2.5, 4, 5}, RankCorrelation.ranks(a));
  }

  @Test
  void onlyTheOrderMatters() {
    double[] a = {3, 1, 2, 10};
    assertEquals(1, spearman(a, 0.3, -5, 0.2, 1e9));
    assertEquals(-1, spearman(a, -3, 5, -2, -100));
    assertTrue(Double.isNaN(spearman(a, 1, 1, 1, 1)));
  }

  @Test
  void pairsOfNumbersAreNeeded() {
    assertThrows(UserError.class, () -> spearman(new double[2], 1));
    assertThrows(UserError.class, () -> spearman(new double[1], Double.NaN));
  }
}
