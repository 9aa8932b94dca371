package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class ScoreForecastTest {
  private static LinkedHashMap<String, double[]> named(String name, double... values) {
    var out = new LinkedHashMap<String, double[]>();
    out.put(name, values);
    return out;
  }

  /** 400 users; the outcome is the skill, the noisy score skill + chance, the third is chance. */
  private static LinkedHashMap<String, double[]> scores(double[] outcome) {
    RandomStream random = RandomStream.of(5, "forecast test");
    double[] noisy = new double[outcome.length];
    double[] chance = new double[outcome.length];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = random.nextGaussian();
      noisy[i] = outcome[i] + random.nextGaussian();
      chance[i] = random.nextGaussian();
    }
    var out = named("chance", chance);
    out.put("noisy", noisy);
    out.put("itself", outcome.clone());
    return out;
  }

  @Test
  void rankCorrelationOfFourUsersByHand() {
    // ranks of the outcome 2 1 3 4 against 1 2 3 4: 1 − 6 · (1 + 1) / (4 · 15) = 0.8
    ScoreForecast forecast =
        ScoreForecast.of(named("s", 1, 2, 3, 4), new double[] {20, 10, 30, 40}, 1);
    assertEquals(0.8, forecast.of("s").rho(), 1e-15);
    assertEquals(0, forecast.of("s").difference());
    assertArrayEquals(new double[] {15, 35}, forecast.means("s", 2), 1e-12);
    assertArrayEquals(new double[] {25}, forecast.means("s", 1), 1e-12);
  }

  @Test
  void intervalsTellWhatForetellsFromChance() {
    double[] outcome = new double[400];
    ScoreForecast forecast = ScoreForecast.of(scores(outcome), outcome, 3);
    assertTrue(forecast.of("chance").interval().contains(0));
    assertTrue(forecast.of("noisy").interval().low() > 0.5);
    assertTrue(forecast.of("noisy").interval().contains(forecast.of("noisy").rho()));
    assertTrue(forecast.of("noisy").differenceInterval().low() > 0.3);
    assertEquals(1, forecast.of("itself").rho(), 1e-12);
    assertEquals(1, forecast.of("itself").interval().low(), 1e-12);
    assertEquals(3, forecast.table().rowCount());
    assertTrue(forecast.figure("skill").json().contains("foretell skill?"));
  }

  @Test
  void sameBitsOnAnyNumberOfThreadsAndOtherDrawsForAnotherSeed() {
    double[] outcome = new double[400];
    var scores = scores(outcome);
    var one = Parallel.withThreads(1, () -> ScoreForecast.of(scores, outcome, 3).rows());
    var three = Parallel.withThreads(3, () -> ScoreForecast.of(scores, outcome, 3).rows());
    assertEquals(one, three);
    assertNotEquals(one, ScoreForecast.of(scores, outcome, 4).rows());
  }

  @Test
  void aScoreThatIsTheSameForAllSaysNothing() {
    ScoreForecast forecast = ScoreForecast.of(named("flat", 1, 1, 1), new double[] {1, 2, 3}, 1);
    assertTrue(Double.isNaN(forecast.of("flat").rho()));
    assertEquals("no interval", forecast.of("flat").interval().toString());
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    double[] three = {1, 2, 3};
    assertThrows(UserError.class, () -> ScoreForecast.of(new LinkedHashMap<>(), three, 1));
    assertThrows(UserError.class, () -> ScoreForecast.of(named("s", 1, 2), new double[] {1, 2}, 1));
    assertThrows(ShapeMismatch.class, () -> ScoreForecast.of(named("s", 1, 2), three, 1));
    assertThrows(UserError.class, () -> ScoreForecast.of(named("s", 1, Double.NaN, 2), three, 1));
    ScoreForecast forecast = ScoreForecast.of(named("s", three), three, 1);
    assertThrows(UserError.class, () -> forecast.of("t"));
    assertThrows(UserError.class, () -> forecast.means("s", 4));
    assertTrue(Arrays.stream(forecast.means("s", 3)).sum() == 6);
  }
}
