package lectern.feature;

import static lectern.feature.SmallLog.AS_OF;
import static lectern.feature.SmallLog.day;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class UserScoresTest {
  /** Ann: two purchases, one completed, rated 5. Bob: one purchase, given back, rated 1. */
  private static UserHistory two() {
    return UserHistory.of(
        EventLog.builder()
            .add("ann", "java", Events.PURCHASE, null, day(50))
            .add("ann", "tax", Events.PURCHASE, null, day(60))
            .add("ann", "tax", Events.COMPLETION, null, day(70))
            .add("ann", "tax", Events.RATING, null, day(70), 5)
            .add("bob", "tax", Events.PURCHASE, null, day(98))
            .add("bob", "tax", Events.RATING, null, day(99), 1)
            .add("bob", "tax", Events.REFUND, null, day(99))
            .build(),
        AS_OF);
  }

  @Test
  void satisfactionByHand() {
    Indicators signs = new SatisfactionIndicators().of(two());
    UserFeatures values = signs.values();
    // Everybody: mean rating ½, kept 2 of 3, completed 1 of 3; each worth two observations.
    assertEquals((1 + 2 * 0.5) / 3, values.get("ann", "rating"), 1e-15);
    assertEquals((2 + 4 / 3.0) / 4, values.get("ann", "kept"), 1e-15);
    assertEquals((1 + 2 / 3.0) / 4, values.get("ann", "completed"), 1e-15);
    assertEquals((4 / 3.0) / 3, values.get("bob", "kept"), 1e-15);
    assertEquals(Math.sqrt(0.25 / 3), signs.errors().get(0, 0), 1e-15);
    double kept = 4 / 9.0;
    assertEquals(Math.sqrt(kept * (1 - kept) / 4), signs.errors().get(1, 1), 1e-15);
  }

  @Test
  void loyaltyByHand() {
    UserFeatures values = new LoyaltyIndicators().of(two()).values();
    // Ann: 7 weeks after the first, there in the 5th and 4th last. Bob: came in the last.
    double everybody = 2 / 7.0;
    assertEquals((2 + 2 * everybody) / 9, values.get("ann", "returns"), 1e-15);
    assertEquals(everybody, values.get("bob", "returns"), 1e-15);
    assertEquals(0, values.get("ann", "recent"), "not there in the last four weeks");
    assertEquals((1 + 2 / 3.0) / 4, values.get("ann", "repeat"), 1e-15);
    assertTrue(
        new LoyaltyIndicators(6, 2).of(two()).values().get("ann", "recent") > 0, "six weeks do");
  }

  @Test
  void scoreErrorAndRangeByHand() {
    Indicators signs =
        new Indicators(
            "satisfaction",
            UserFeatures.of(
                List.of("a", "b"), List.of("x", "y"), new double[][] {{1, 0.5}, {0, 0.1}}),
            DenseMatrix.of(new double[][] {{0.03, 0.04}, {0, 0}}));
    UserScores scores = UserScores.of(signs, ScoreWeights.byHand(Map.of("x", 3.0, "y", 1.0)));
    assertArrayEquals(new double[] {87.5, 2.5}, scores.scores(), 1e-12);
    double error = 100 * Math.sqrt(0.0225 * 0.0225 + 0.01 * 0.01);
    assertEquals(error, scores.errors()[0], 1e-12);
    assertEquals(87.5 - 1.959963984540054 * error, scores.low()[0], 1e-12);
    assertEquals(scores.high()[1], scores.low()[1]);
    double between = 42.5 * 42.5;
    assertEquals(between / (between + error * error / 2), scores.reliability(), 1e-12);
    // α = 2 (1 − (0.25 + 0.04) ÷ 0.49)
    assertEquals(2 * (1 - 0.29 / 0.49), signs.cronbachAlpha(), 1e-12);
    assertEquals(List.of("satisfaction_score"), scores.features().names());
    assertTrue(scores.toString().contains("chosen by hand"), scores.toString());
    assertTrue(scores.bundle().plain().contains("high"));
  }

  /** Users with a hidden satisfaction q: it drives ratings, refunds and completions. */
  private static EventLog hidden(long seed, double[] q) {
    RandomStream random = RandomStream.of(seed, "satisfied");
    EventLogBuilder out = EventLog.builder();
    for (int u = 0; u < q.length; u++) {
      q[u] = random.nextDouble();
      String user = String.format("u%04d", u);
      out.add(user, null, Events.SEARCH, null, day(0));
      for (int c = random.nextInt(9); c >= 0; c--) {
        String course = "c" + c;
        out.add(user, course, Events.PURCHASE, null, day(10 + c));
        if (random.nextDouble() < q[u]) {
          out.add(user, course, Events.COMPLETION, null, day(20 + c));
        }
        if (random.nextDouble() < 0.3 * (1 - q[u])) {
          out.add(user, course, Events.REFUND, null, day(20 + c));
        } else if (random.nextDouble() < 0.5) {
          double stars = Math.rint(1 + 4 * q[u] + random.nextGaussian());
          out.add(user, course, Events.RATING, null, day(21 + c), Math.max(1, Math.min(5, stars)));
        }
      }
    }
    return out.build();
  }

  @Test
  void theScoreFindsAHiddenSatisfaction() {
    for (long seed = 1; seed <= 5; seed++) {
      double[] q = new double[400];
      Indicators signs = new SatisfactionIndicators().of(UserHistory.of(hidden(seed, q), AS_OF));
      UserScores equal = UserScores.of(signs, ScoreWeights.equal(signs));
      assertTrue(equal.rankCorrelation(q) > 0.75, "seed " + seed + ": " + equal.rankCorrelation(q));
      assertTrue(equal.reliability() > 0.3 && equal.reliability() < 1, equal.toString());
      double[] asked = q.clone();
      Arrays.fill(asked, 100, 400, Double.NaN);
      UserScores fitted = UserScores.of(signs, ScoreWeights.byRegression(signs, asked, 0.001));
      assertTrue(fitted.rankCorrelation(q) > 0.75, "seed " + seed);
      double[] other = new RandomTruth(seed).values(400);
      assertTrue(Math.abs(equal.rankCorrelation(other)) < 0.15, "no truth, no correlation");
    }
  }

  private record RandomTruth(long seed) {
    double[] values(int n) {
      RandomStream random = RandomStream.of(seed, "other truth");
      double[] out = new double[n];
      Arrays.setAll(out, i -> random.nextDouble());
      return out;
    }
  }

  @Test
  void regressionFindsTheWeightsAndGivesNoneBelowZero() {
    RandomStream random = RandomStream.of(4, "weights");
    double[][] x = new double[200][3];
    double[] y = new double[200];
    for (int u = 0; u < x.length; u++) {
      Arrays.setAll(x[u], j -> 0);
      for (int j = 0; j < 3; j++) {
        x[u][j] = random.nextDouble();
      }
      y[u] = 7 + 6 * x[u][0] + 2 * x[u][1] - x[u][2];
    }
    Indicators signs =
        new Indicators(
            "something",
            UserFeatures.of(
                java.util.stream.IntStream.range(0, 200).mapToObj(i -> "u" + i).toList(),
                List.of("a", "b", "c"),
                x),
            DenseMatrix.zeros(200, 3));
    Map<String, Double> weights = ScoreWeights.byRegression(signs, y, 0).weights();
    assertEquals(0.75, weights.get("a"), 0.02);
    assertEquals(0.25, weights.get("b"), 0.02);
    assertEquals(0, weights.get("c"));
    double[] without = new double[200];
    for (int u = 0; u < 200; u++) {
      without[u] = 6 * x[u][0] + 2 * x[u][1];
    }
    assertEquals(0.75, ScoreWeights.byRegression(signs, without, 0).weights().get("a"), 1e-9);
    double ridged = ScoreWeights.byRegression(signs, without, 10).weights().get("a");
    assertTrue(Math.abs(ridged - 0.75) > 1e-3, "ridge changes something: " + ridged);
  }

  @Test
  void mistakesAreNamed() {
    Indicators signs = new SatisfactionIndicators().of(two());
    assertThrows(
        UserError.class, () -> UserScores.of(signs, ScoreWeights.byHand(Map.of("z", 1.0))));
    assertThrows(UserError.class, () -> ScoreWeights.byHand(Map.of("kept", -1.0)));
    assertThrows(UserError.class, () -> ScoreWeights.byHand(Map.of("kept", 0.0)));
    assertThrows(UserError.class, () -> ScoreWeights.byRegression(signs, new double[2], 0));
    assertThrows(UserError.class, () -> ScoreWeights.byRegression(signs, new double[3], 0));
    assertThrows(UserError.class, () -> new SatisfactionIndicators(5, 1, 2));
    assertThrows(UserError.class, () -> new LoyaltyIndicators(4, 0));
    String scale =
        assertThrows(UserError.class, () -> new SatisfactionIndicators(0, 1, 2).of(two()))
            .getMessage();
    assertTrue(scale.contains("A rating of 5.0 (user \"ann\") is not between 0.0 and 1.0"), scale);
  }

  @Test
  void nothingFromTheCutOffOnLeaksIn() {
    for (long seed = 1; seed <= 10; seed++) {
      EventLog log = SmallLog.random(seed);
      EventLog early = log.where(row -> log.time(row) < AS_OF);
      assertEquals(
          new SatisfactionIndicators().of(UserHistory.of(early, AS_OF)),
          new SatisfactionIndicators().of(UserHistory.of(log, AS_OF)));
      assertEquals(
          new LoyaltyIndicators().of(UserHistory.of(early, AS_OF)),
          new LoyaltyIndicators().of(UserHistory.of(log, AS_OF)));
    }
  }
}
