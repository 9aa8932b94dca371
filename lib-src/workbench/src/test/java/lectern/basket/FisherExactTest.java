package lectern.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class FisherExactTest {
  /** From scipy 1's fisher_exact(…, alternative="greater"). */
  @Test
  void agreesWithScipy() {
    assertEquals(0.24285714285714283, new FisherExact(8).atLeast(3, 4, 4, 8), 1e-14);
    assertEquals(0.024475524475524483, new FisherExact(16).atLeast(8, 10, 9, 16), 1e-14);
    double far = new FisherExact(1100).atLeast(120, 500, 180, 1100);
    assertEquals(1, far / 3.175417823463344e-10, 1e-9);
  }

  @Test
  void fallsFromOneAsMoreIsAskedFor() {
    FisherExact test = new FisherExact(60);
    double before = 1;
    assertEquals(1, test.atLeast(0, 20, 30, 60));
    for (int k = 1; k <= 20; k++) {
      double p = test.atLeast(k, 20, 30, 60);
      assertTrue(p < before && p > 0, "k = " + k);
      before = p;
    }
  }

  @Test
  void impossibleTablesAreRefused() {
    FisherExact test = new FisherExact(10);
    assertThrows(UserError.class, () -> test.atLeast(5, 4, 4, 10));
    assertThrows(UserError.class, () -> test.atLeast(1, 8, 8, 10));
    assertThrows(UserError.class, () -> test.atLeast(1, 2, 2, 11));
  }
}
