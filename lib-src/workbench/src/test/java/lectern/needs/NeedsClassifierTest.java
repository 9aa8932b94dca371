package lectern.needs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smile.math.MathEx;

class NeedsClassifierTest {
  private static NeedsOptions options(NeedsOptions.Kind kind) {
    return NeedsOptions.of(kind).trees(40);
  }

  private static double[] chances(NeedsOptions options, long seed) {
    NeedsSample train = Samples.known(1, 300, 0);
    return NeedsClassifier.fit(train, options, seed).probabilities(train.features());
  }

  /** Without a penalty, logistic regression on one yes-or-no feature gives the groups' shares. */
  @Test
  void oneFeatureGivesTheSharesOfItsGroups() {
    double[][] rows = new double[40][1];
    boolean[] yes = new boolean[40];
    for (int u = 0; u < 40; u++) {
      rows[u][0] = u < 10 ? 1 : 0;
      yes[u] = u < 7 || (u >= 10 && u < 16);
    }
    NeedsSample sample = Samples.sample(rows, List.of("x"), yes, 0);
    var model =
        NeedsClassifier.fit(sample, NeedsOptions.of(NeedsOptions.Kind.LOGISTIC).penalty(0), 1);
    double[] chances = model.probabilities(sample.features());
    assertEquals(0.7, chances[0], 1e-6);
    assertEquals(0.2, chances[39], 1e-6);
  }

  @ParameterizedTest
  @EnumSource(NeedsOptions.Kind.class)
  void findsTheChancesAndTheFeatureBehindThem(NeedsOptions.Kind kind) {
    NeedsSample train = Samples.known(1, 1500, 0);
    NeedsSample test = Samples.known(2, 1500, 28);
    NeedsClassifier model = NeedsClassifier.fit(train, options(kind).nodeSize(50), 1);
    NeedsEvaluation judged = NeedsEvaluation.of(model, test, 1);
    // The best possible: the true chances 0.8 and 0.1 have a Brier score of 0.125.
    assertEquals(0.125, judged.brier().model(), 0.02, judged.toString());
    assertTrue(judged.logLoss().beatsBaseRate() && judged.brier().beatsBaseRate());
    assertEquals("x", model.importance().stringColumn("feature").get(0));
    assertTrue(judged.calibration(5).error() < 0.1, judged.calibration(5).toString());
  }

  @ParameterizedTest
  @EnumSource(NeedsOptions.Kind.class)
  void withShuffledAnswersItFallsToTheBaseRate(NeedsOptions.Kind kind) {
    NeedsOptions options = NeedsOptions.of(kind).trees(10).nodeSize(50);
    ShuffledLabels check =
        ShuffledLabels.of(Samples.known(1, 600, 0), Samples.known(1, 600, 28), options, 19, 1);
    assertEquals(0.05, check.pValue(), 1e-12, "no shuffle gains as much: " + check);
    assertEquals(0, check.meanShuffledGain(), 0.03, check.toString());
    assertTrue(check.gain() > 0.15, check.toString());
    assertTrue(check.bundle().plain().contains("shuffled, mean"));
  }

  @ParameterizedTest
  @EnumSource(NeedsOptions.Kind.class)
  void sameBitsFromAnyThreadWhateverSmilesRandomNumbersDidBefore(NeedsOptions.Kind kind) {
    double[] first = chances(options(kind), 5);
    MathEx.setSeed(999);
    MathEx.random();
    assertArrayEquals(first, chances(options(kind), 5));
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      assertArrayEquals(first, pool.submit(() -> chances(options(kind), 5)).join());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void eachSettingChangesSomething() {
    NeedsOptions logistic = options(NeedsOptions.Kind.LOGISTIC);
    NeedsOptions forest = options(NeedsOptions.Kind.FOREST);
    NeedsOptions boosting = options(NeedsOptions.Kind.BOOSTING);
    different(chances(logistic, 1), chances(logistic.penalty(50), 1));
    different(chances(forest, 1), chances(forest, 2));
    different(chances(forest, 1), chances(forest.trees(45), 1));
    different(chances(forest, 1), chances(forest.nodeSize(60), 1));
    different(chances(boosting, 1), chances(boosting, 2));
    different(chances(boosting, 1), chances(boosting.shrinkage(0.2), 1));
    assertArrayEquals(
        chances(logistic, 1), chances(logistic, 2), "no chance in logistic regression");
  }

  private static void different(double[] a, double[] b) {
    assertNotEquals(Arrays.toString(a), Arrays.toString(b));
  }

  @Test
  void mistakesAreNamed() {
    NeedsOptions logistic = options(NeedsOptions.Kind.LOGISTIC);
    NeedsSample all =
        Samples.sample(new double[][] {{1}, {2}}, List.of("x"), new boolean[] {true, true}, 0);
    String said =
        assertThrows(UserError.class, () -> NeedsClassifier.fit(all, logistic, 1)).getMessage();
    assertTrue(said.contains("of 2 users 2 are a yes"), said);
    NeedsSample unknown =
        Samples.sample(
            new double[][] {{1}, {Double.NaN}}, List.of("x"), new boolean[] {true, false}, 0);
    assertThrows(UserError.class, () -> NeedsClassifier.fit(unknown, logistic, 1));
    NeedsSample bare = Samples.sample(new double[2][0], List.of(), new boolean[] {true, false}, 0);
    assertThrows(UserError.class, () -> NeedsClassifier.fit(bare, logistic, 1));
    assertThrows(UserError.class, () -> logistic.trees(0));
    assertThrows(UserError.class, () -> logistic.penalty(-1));
    assertThrows(UserError.class, () -> logistic.shrinkage(0));
    assertThrows(UserError.class, () -> logistic.nodeSize(0));
    NeedsClassifier model = NeedsClassifier.fit(Samples.known(1, 100, 0), logistic, 1);
    assertThrows(UserError.class, () -> model.probabilities(all.features()));
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> chances(options(NeedsOptions.Kind.FOREST), 1));
    assertFalse(Thread.interrupted(), "the interruption has been answered");
  }

  @Test
  void constantFeaturesDoNoHarm() {
    double[][] rows = new double[60][2];
    boolean[] yes = new boolean[60];
    for (int u = 0; u < 60; u++) {
      rows[u][0] = u % 2;
      rows[u][1] = 7;
      yes[u] = u % 2 == 0;
    }
    NeedsSample sample = Samples.sample(rows, List.of("x", "seven"), yes, 0);
    for (NeedsOptions.Kind kind : NeedsOptions.Kind.values()) {
      double[] p = NeedsClassifier.fit(sample, options(kind), 1).probabilities(sample.features());
      assertTrue(p[0] > 0.6 && p[1] < 0.4, kind + ": " + p[0] + ", " + p[1]);
    }
  }
}
