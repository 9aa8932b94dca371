package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The formulas of the package page by hand. */
class FormulasTest {
  private static final Catalogue CATALOGUE = new Catalogue(16, 1);

  @Test
  void aMatchIsWhatTheSharesHaveInCommon() {
    CATALOGUE.mix[0] = new double[] {0.7, 0.3, 0, 0, 0, 0, 0, 0};
    Choice choice = new Choice(CATALOGUE, 1, 1);
    double[] interests = {0.5, 0, 0.5, 0, 0, 0, 0, 0};
    assertEquals(0.5, choice.match(interests, 0), 1e-15);
    assertEquals(0.7 * 0.4, choice.sated(new double[] {0.4, 0, 9, 0, 0, 0, 0, 0}, 0), 1e-15);
  }

  @Test
  void interestWakesAtTheThreshold() {
    assertEquals(0.5, Choice.woken(0.4, 0.4), 1e-15);
    assertEquals(8.0 / 9, Choice.woken(0.8, 0.4), 1e-15);
    assertEquals(0, Choice.woken(0, 0.4));
  }

  @Test
  void aListOfOneTopicIsNarrowAndOneOfFourIsNot() {
    for (int c = 0; c < 4; c++) {
      CATALOGUE.mix[c] = new double[8];
      CATALOGUE.mix[c][c] = 1;
    }
    CATALOGUE.mix[8] = CATALOGUE.mix[0];
    assertEquals(1, Narrowness.of(new int[] {0, 8}, CATALOGUE), 1e-15);
    assertEquals(0, Narrowness.of(new int[] {0, 1, 2, 3}, CATALOGUE), 1e-15);
    assertEquals(1.0 / 3, Narrowness.of(new int[] {0, 1}, CATALOGUE), 1e-15);
  }

  @Test
  void interestsDriftTowardsWhatWasSeenAndBack() {
    double[] p = {0.5, 0.5};
    Narrowness.drift(p, new double[] {1, 0}, new double[] {0, 4}, 0);
    assertArrayEquals(new double[] {0.91 * 0.5 + 0.06, 0.91 * 0.5 + 0.03}, p, 1e-15);
    double[] q = {0.5, 0.5};
    Narrowness.drift(q, new double[] {1, 0}, new double[] {0, 4}, 1);
    assertArrayEquals(new double[] {0.425, 0.575}, q, 1e-15);
    double[] r = {0.5, 0.5};
    Narrowness.drift(r, new double[] {1, 0}, new double[] {0, 0}, 0);
    assertArrayEquals(new double[] {0.53, 0.47}, r, 1e-15);
  }
}
