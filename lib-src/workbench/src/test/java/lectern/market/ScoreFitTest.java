package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class ScoreFitTest {
  private static final ScoreFit.Options RIDGE = new ScoreFit.Options(ScoreFit.Method.RIDGE, 0);

  static DenseMatrix parts(int n, long seed) {
    RandomStream random = RandomStream.of(seed, "parts");
    double[] cells = new double[3 * n];
    Arrays.setAll(cells, i -> random.nextDouble());
    return DenseMatrix.wrap(n, 3, cells);
  }

  private static double[] outcomes(DenseMatrix parts, double noise, double... b) {
    RandomStream random = RandomStream.of(7, "noise");
    double[] out = new double[parts.rows()];
    for (int i = 0; i < out.length; i++) {
      out[i] = 0.2 + noise * random.nextGaussian();
      for (int j = 0; j < b.length; j++) {
        out[i] += b[j] * parts.get(i, j);
      }
    }
    return out;
  }

  @Test
  void findsTheWeightsThatMadeTheOutcomes() {
    DenseMatrix parts = parts(200, 1);
    ScoreFit fit =
        ScoreFit.of(
            Engagement.PARTS, parts, outcomes(parts, 0, 1.2, 0.6, 0.2), new ScoreFit.Options(), 1);
    assertArrayEquals(new double[] {0.6, 0.3, 0.1}, fit.weights().toArray(), 1e-9);
    assertArrayEquals(new double[] {1.2, 0.6, 0.2}, fit.coefficients(), 1e-9);
    assertEquals(0.2, fit.intercept(), 1e-9);
    assertEquals(1, fit.explained(), 1e-9);
  }

  @Test
  void aPartThatHurtsGetsNoWeight() {
    DenseMatrix parts = parts(400, 2);
    double[] outcomes = outcomes(parts, 0.1, 1, -0.5, 0.5);
    ScoreFit kept = ScoreFit.of(Engagement.PARTS, parts, outcomes, new ScoreFit.Options(), 1);
    ScoreFit signed = ScoreFit.of(Engagement.PARTS, parts, outcomes, RIDGE, 1);
    assertEquals(0, kept.coefficients()[1]);
    assertEquals(-0.5, signed.coefficients()[1], 0.1);
    assertEquals(0, signed.weights().values().get(1));
    assertTrue(signed.explained() > kept.explained());
  }

  /** The interval of the first weight holds the truth 0.625 in about 95 of 100 draws of users. */
  @Test
  void intervalsCoverTheTruth() {
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      DenseMatrix parts = parts(150, seed + 50);
      RandomStream random = RandomStream.of(seed, "outcome noise");
      double[] outcomes = new double[150];
      for (int i = 0; i < 150; i++) {
        outcomes[i] =
            parts.get(i, 0)
                + 0.4 * parts.get(i, 1)
                + 0.2 * parts.get(i, 2)
                + 0.3 * random.nextGaussian();
      }
      ScoreFit.Options options = new ScoreFit.Options(ScoreFit.Method.NON_NEGATIVE, 0, 200, 0.95);
      ScoreFit fit = ScoreFit.of(Engagement.PARTS, parts, outcomes, options, seed);
      covered += fit.intervals().get(0).contains(0.625) ? 1 : 0;
    }
    assertTrue(covered >= 87 && covered <= 100, covered + " of 100");
  }

  @Test
  void regularisationShrinksAndLevelWidens() {
    DenseMatrix parts = parts(100, 3);
    double[] outcomes = outcomes(parts, 0.3, 1, 0.5, 0.5);
    ScoreFit free = ScoreFit.of(Engagement.PARTS, parts, outcomes, RIDGE, 1);
    ScoreFit held =
        ScoreFit.of(
            Engagement.PARTS,
            parts,
            outcomes,
            new ScoreFit.Options(ScoreFit.Method.RIDGE, 1, 500, 0.5),
            1);
    assertTrue(Math.abs(held.coefficients()[0]) < Math.abs(free.coefficients()[0]));
    assertTrue(
        held.intervals().get(0).high() - held.intervals().get(0).low()
            < free.intervals().get(0).high() - free.intervals().get(0).low());
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    DenseMatrix parts = parts(100, 3);
    double[] outcomes = outcomes(parts, 0.3, 1, 0.5, 0.5);
    var options = new ScoreFit.Options();
    var one =
        Parallel.withThreads(
            1, () -> ScoreFit.of(Engagement.PARTS, parts, outcomes, options, 1).intervals());
    var many =
        Parallel.withThreads(
            3, () -> ScoreFit.of(Engagement.PARTS, parts, outcomes, options, 1).intervals());
    assertEquals(one, many);
  }

  @Test
  void refusesWhatCannotBeFitted() {
    DenseMatrix parts = parts(10, 1);
    var options = new ScoreFit.Options();
    var flat =
        assertThrows(
            UserError.class,
            () -> ScoreFit.of(Engagement.PARTS, parts, new double[10], options, 1));
    assertTrue(flat.getMessage().contains("All outcomes"));
    double[] broken = outcomes(parts, 0, 1);
    broken[4] = Double.NaN;
    var error =
        assertThrows(
            UserError.class, () -> ScoreFit.of(Engagement.PARTS, parts, broken, options, 1));
    assertTrue(error.getMessage().startsWith("Row 4"));
    assertThrows(
        UserError.class,
        () -> ScoreFit.of(Engagement.PARTS, parts(4, 1), new double[4], options, 1));
    ScoreFit falling =
        ScoreFit.of(Engagement.PARTS, parts, outcomes(parts, 0, -1, -1, -1), options, 1);
    assertThrows(UserError.class, falling::weights);
    assertThrows(UserError.class, () -> new ScoreFit.Options(ScoreFit.Method.RIDGE, -1));
  }

  @Test
  void aWeightWithoutVarietyDoesNotMoveTheRanking() {
    double[][] rows = new double[60][];
    RandomStream random = RandomStream.of(2, "flat");
    Arrays.setAll(rows, i -> new double[] {random.nextDouble(), 0.5, random.nextDouble()});
    var found =
        ScoreSensitivity.of(
            Engagement.asPrinted().weights(),
            DenseMatrix.of(rows),
            new ScoreSensitivity.Options(0.5, 10, 64),
            1);
    assertEquals(1, found.tauLowered(1));
    assertEquals(1, found.tauRaised(1));
    assertEquals(0, found.total()[1], 1e-12);
    assertTrue(found.total()[0] > 0.1 && found.total()[2] > 0.1);
    assertTrue(found.tauLowered(0) < 1);
    assertTrue(found.figure().toString().contains("weight"));
  }

  @Test
  void largerSpreadsMoveMoreAndThreadsChangeNothing() {
    DenseMatrix parts = parts(80, 4);
    PartWeights weights = Engagement.asPrinted().weights();
    var little = ScoreSensitivity.of(weights, parts, new ScoreSensitivity.Options(0.1, 10, 64), 1);
    var much = ScoreSensitivity.of(weights, parts, new ScoreSensitivity.Options(0.8, 10, 64), 1);
    assertTrue(much.tauLowered(0) < little.tauLowered(0));
    var again =
        Parallel.withThreads(
            3,
            () ->
                ScoreSensitivity.of(weights, parts, new ScoreSensitivity.Options(0.8, 10, 64), 1));
    assertArrayEquals(much.total(), again.total());
    assertArrayEquals(much.firstOrder(), again.firstOrder());
    assertThrows(
        UserError.class,
        () -> ScoreSensitivity.of(weights, parts.selectRows(0), new ScoreSensitivity.Options(), 1));
  }

  @Test
  void kendallByHand() {
    double[] rising = {1, 2, 3, 4};
    assertEquals(1, RankAgreement.kendall(rising, new double[] {10, 20, 30, 40}));
    assertEquals(-1, RankAgreement.kendall(rising, new double[] {4, 3, 2, 1}));
    assertEquals(4.0 / 6, RankAgreement.kendall(rising, new double[] {2, 1, 3, 4}), 1e-12);
    assertEquals(0.5, RankAgreement.overlap(rising, new double[] {9, 2, 3, 4}, 2));
  }
}
