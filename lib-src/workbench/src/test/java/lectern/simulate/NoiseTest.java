package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final int N = 40_000;

  @Test
  void theNormalQuantileAgreesWithTables() {
    assertEquals(0, Noise.quantile(0.5), 1e-9);
    assertEquals(1.959963985, Noise.quantile(0.975), 1e-8);
    assertEquals(-1.959963985, Noise.quantile(0.025), 1e-8);
    assertEquals(-3.090232306, Noise.quantile(0.001), 1e-8);
    assertEquals(2.326347874, Noise.quantile(0.99), 1e-8);
  }

  @Test
  void numbersAreEvenlySpreadAlongEveryPartOfTheAddress() {
    Noise noise = Noise.of(3, "test");
    for (int part = 0; part < 4; part++) {
      double sum = 0;
      double squares = 0;
      double neighbours = 0;
      double before = 0.5;
      for (int i = 0; i < N; i++) {
        int[] at = new int[4];
        at[part] = i;
        double u = noise.uniform(at[0], at[1], at[2], at[3]);
        assertTrue(u >= 0 && u < 1);
        sum += u;
        squares += u * u;
        neighbours += (u - 0.5) * (before - 0.5);
        before = u;
      }
      assertEquals(0.5, sum / N, 4 * Math.sqrt(1.0 / 12 / N));
      assertEquals(1.0 / 3, squares / N, 0.01);
      assertEquals(0, neighbours / N, 4.0 / 12 / Math.sqrt(N));
    }
  }

  @Test
  void aPoissonCountHasItsMeanAndRisesWithIt() {
    Noise noise = Noise.of(4, "test");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < N; i++) {
      int count = noise.poisson(2.5, i, 0, 0, 0);
      assertTrue(noise.poisson(3.5, i, 0, 0, 0) >= count);
      assertEquals(0, noise.poisson(0, i, 0, 0, 0));
      sum += count;
      squares += (double) count * count;
    }
    double mean = sum / N;
    assertEquals(2.5, mean, 0.04);
    assertEquals(2.5, squares / N - mean * mean, 0.1);
  }

  @Test
  void purposeSeedAndAddressAllMatter() {
    double u = Noise.of(1, "a").uniform(1, 2, 3, 4);
    assertEquals(u, Noise.of(1, "a").uniform(1, 2, 3, 4));
    assertNotEquals(u, Noise.of(1, "b").uniform(1, 2, 3, 4));
    assertNotEquals(u, Noise.of(2, "a").uniform(1, 2, 3, 4));
    assertNotEquals(u, Noise.of(1, "a").uniform(2, 1, 3, 4));
    assertNotEquals(u, Noise.of(1, "a").uniform(1, 2, 4, 3));
  }

  @Test
  void drawsFollowTheirWeights() {
    double[] sums = {1, 1, 4};
    assertEquals(0, Draws.find(sums, 0));
    assertEquals(0, Draws.find(sums, 0.2499));
    assertEquals(2, Draws.find(sums, 0.25)); // the second has weight 0
    assertEquals(2, Draws.find(sums, 0.9999));
    assertEquals(1, Draws.pick(new double[] {1, 3}, 0.25));
    assertEquals(0, Draws.pick(new double[] {1, 3}, 0.2499));
  }
}
