package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class PValuesTest {
  @Test
  void byHand() {
    assertArrayEquals(new double[] {0.03, 0.06, 0.06}, PValues.holm(0.01, 0.04, 0.03), 1e-15);
    // scipy's false_discovery_control gives the same.
    assertArrayEquals(
        new double[] {0.02, 0.04, 0.04, 0.02},
        PValues.benjaminiHochberg(0.01, 0.04, 0.03, 0.005),
        1e-15);
    assertEquals(0, PValues.holm().length);
    assertThrows(UserError.class, () -> PValues.benjaminiHochberg(Double.NaN));
    assertThrows(UserError.class, () -> PValues.holm(1.1));
  }

  @Test
  void theFirstIsTheStricterAndNeitherLowersAPValue() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomStream random = RandomStream.of(seed, "p");
      double[] p = new double[1 + random.nextInt(30)];
      Arrays.setAll(p, i -> random.nextDouble());
      double[] holm = PValues.holm(p);
      double[] rate = PValues.benjaminiHochberg(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue(p[i] <= rate[i] && rate[i] <= holm[i] + 1e-15 && holm[i] <= 1, "seed " + seed);
      }
    }
  }
}
