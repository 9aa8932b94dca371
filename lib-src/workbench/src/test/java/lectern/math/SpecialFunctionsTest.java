package lectern.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

/** Golden: scipy 1.x, norm.cdf, norm.ppf, betainc, gammaln, t.ppf, beta.ppf. */
class SpecialFunctionsTest {
  @Test
  void normalDistribution() {
    assertEquals(0.6914624612740131, NormalDistribution.below(0.5), 1e-15);
    assertEquals(2.866515718791933e-07, NormalDistribution.below(-5), 1e-20);
    assertEquals(7.61985302e-24, NormalDistribution.below(-10), 1e-32);
    assertEquals(1, NormalDistribution.below(50));
    assertEquals(0, NormalDistribution.below(-50));
    assertEquals(0.05, NormalDistribution.beyond(1.959963984540054), 1e-15);
  }

  @Test
  void theQuantileUndoesTheDistribution() {
    assertEquals(1.959963984540054, NormalDistribution.quantile(0.975), 1e-14);
    assertEquals(-3.090232306167813, NormalDistribution.quantile(0.001), 1e-13);
    for (double x = -7; x <= 5; x += 0.37) {
      assertEquals(x, NormalDistribution.quantile(NormalDistribution.below(x)), 1e-9, "x = " + x);
    }
    assertEquals(Double.NEGATIVE_INFINITY, NormalDistribution.quantile(0));
    assertThrows(UserError.class, () -> NormalDistribution.quantile(1.1));
  }

  @Test
  void gammaAndBeta() {
    assertEquals(2.252712651734206, SpecialFunctions.logGamma(0.1), 1e-13);
    assertEquals(602.5139548705853, SpecialFunctions.logGamma(150.5), 1e-10);
    assertEquals(StrictMath.log(24), SpecialFunctions.logGamma(5), 1e-14);
    assertEquals(0.018927124071945658, SpecialFunctions.betaBelow(0.3, 2.5, 0.5), 1e-14);
    assertEquals(0.5, SpecialFunctions.betaBelow(0.5, 7, 7), 1e-14);
    assertThrows(UserError.class, () -> SpecialFunctions.logGamma(0));
  }

  @Test
  void student() {
    assertEquals(
        0.12285719843665469,
        SpecialFunctions.studentBeyond(1.7045351406090352, 8.899330336838549),
        1e-13);
    assertEquals(2.266037626747699, SpecialFunctions.studentQuantile(0.95, 8.9), 1e-9);
    assertEquals(12.7062, SpecialFunctions.studentQuantile(0.95, 1), 1e-4);
    double q = SpecialFunctions.betaQuantile(0.3, 2, 5);
    assertEquals(0.3, SpecialFunctions.betaBelow(q, 2, 5), 1e-14);
  }
}
