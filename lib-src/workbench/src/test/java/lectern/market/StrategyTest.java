package lectern.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class StrategyTest {
  /** Section 4.3's user, contents and strategies, with made-up weights. */
  private static StrategyScores example() {
    return StrategyScores.of(
        List.of("u"),
        List.of("deep learning", "fitness course", "travel guide"),
        List.of("e-mail", "social media", "SMS"),
        DenseMatrix.of(new double[][] {{0.9, 0.5, 0.4}}),
        DenseMatrix.of(new double[][] {{0.8, 0.4, 0.1}, {0.2, 0.9, 0.3}, {0.3, 0.4, 0.7}}),
        (u, c, m) -> c == 0 ? 5 : 4);
  }

  /** By hand: 0.9·1.3·5 + 0.5·1.4·4 + 0.4·1.4·4 = 5.85 + 2.8 + 2.24. */
  @Test
  void theTripleSumIsOneNumberAndTheMeantScoreIsOneForEachTriple() {
    assertEquals(10.89, example().asPrinted(), 1e-12);
    assertEquals(0.9 * 0.8 * 5, example().asMeant(0, 0, 0), 1e-12);
    assertEquals(0.4 * 0.7 * 4, example().asMeant(0, 2, 2), 1e-12);
  }

  /** The three lines that the article's 5.4 prints. */
  @Test
  void eachContentGetsTheStrategyThatSuitsIt() {
    assertEquals(
        List.of("e-mail", "social media", "SMS"),
        example().bestStrategies().stringColumn("strategy").asList());
  }

  /** Money for two of three: e-mail 3.6 and social media 1.8 cost 3; SMS alone costs 1. */
  @Test
  void theBudgetTakesTheBestThatItCanPay() {
    double[] costs = {2, 1, 1};
    StrategyPlan plan = StrategySolver.exact(example().problem(costs, 3, 3));
    assertEquals(5.4, plan.value(), 1e-12);
    assertTrue(plan.proven());
    assertEquals(3.6, StrategySolver.exact(example().problem(costs, 3, 1)).value(), 1e-12);
    assertEquals(1.8, StrategySolver.exact(example().problem(costs, 1, 3)).value(), 1e-12);
    assertEquals(0, StrategySolver.exact(example().problem(costs, 0, 3)).value());
    double infinite = Double.POSITIVE_INFINITY;
    StrategyPlan all = StrategySolver.exact(example().problem(costs, infinite, 3));
    assertEquals(3.6 + 1.8 + 1.12, all.value(), 1e-12);
    assertEquals(0, all.price());
    assertEquals(all.value(), all.bound(), 1e-12);
  }

  private static StrategyProblem small(long seed) {
    RandomStream random = RandomStream.of(seed, "strategies");
    int users = 1 + random.nextInt(4);
    int contents = 1 + random.nextInt(3);
    int strategies = 1 + random.nextInt(3);
    boolean whole = random.nextInt(2) == 0;
    StrategyProblem.Builder out =
        StrategyProblem.builder(random.nextDouble() * 8, 1 + random.nextInt(2));
    int count = 0;
    for (int u = 0; u < users; u++) {
      for (int c = 0; c < contents; c++) {
        for (int m = 0; m < strategies; m++) {
          double value = whole ? random.nextInt(6) - 1 : random.nextDouble() * 5 - 0.5;
          double cost = whole ? random.nextInt(5) : random.nextDouble() * 4;
          if (count < 14 && random.nextInt(5) > 0) {
            out.option("u" + u, "c" + c, "m" + m, value, cost);
            count++;
          }
        }
      }
    }
    return out.build();
  }

  private static double bruteForce(StrategyProblem problem) {
    double best = 0;
    int n = problem.options().size();
    for (int set = 0; set < 1 << n; set++) {
      List<StrategyProblem.Option> chosen = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(problem.options().get(i));
        }
      }
      double value = chosen.stream().mapToDouble(StrategyProblem.Option::value).sum();
      if (value > best && problem.allows(chosen)) {
        best = value;
      }
    }
    return best;
  }

  @Test
  void equalsBruteForceOn200SmallCases() {
    int searched = 0;
    for (long seed = 1; seed <= 200; seed++) {
      StrategyProblem problem = small(seed);
      double best = bruteForce(problem);
      StrategyPlan exact = StrategySolver.exact(problem);
      assertEquals(best, exact.value(), 1e-9, "seed " + seed + ": " + problem);
      assertTrue(exact.proven(), "seed " + seed + ": " + exact);
      assertTrue(problem.allows(exact.chosen()), "seed " + seed);
      StrategyPlan fast = StrategySolver.fast(problem);
      assertTrue(problem.allows(fast.chosen()), "seed " + seed);
      assertTrue(fast.value() <= best + 1e-9, "seed " + seed);
      assertTrue(fast.bound() >= best - 1e-9, "seed " + seed);
      searched += exact.nodes() > 1 ? 1 : 0;
    }
    assertTrue(searched > 30, "only " + searched + " cases needed a search");
  }

  static StrategyProblem large(int users, double budget) {
    RandomStream random = RandomStream.of(users, "large");
    StrategyProblem.Builder out = StrategyProblem.builder(budget, 3);
    double[] costs = {0.05, 0.5, 1, 3};
    for (int u = 0; u < users; u++) {
      for (int c = 0; c < 10; c++) {
        double interest = random.nextDouble();
        for (int m = 0; m < 4; m++) {
          double value = interest * (0.3 + m * 0.4) * random.nextDouble() * 4;
          out.option("u" + u, "c" + c, "m" + m, value, costs[m]);
        }
      }
    }
    return out.build();
  }

  /** The gap is at most what one user's contacts are worth, so it vanishes with size. */
  @Test
  void theGapIsShownAndSmallOnLargeCases() {
    StrategyPlan plan = StrategySolver.fast(large(1500, 900));
    assertTrue(plan.gap() < 1e-3, plan.toString());
    assertTrue(plan.cost() <= 900 * (1 + 1e-12));
    assertTrue(plan.cost() > 899);
    assertTrue(plan.price() > 0);
    assertEquals(plan, StrategySolver.fast(large(1500, 900)));
    StrategyPlan exact = StrategySolver.exact(large(12, 9));
    StrategyPlan fast = StrategySolver.fast(large(12, 9));
    assertTrue(exact.proven(), exact.toString());
    assertTrue(fast.value() <= exact.value() && exact.value() <= fast.bound());
  }

  @Test
  void moreMoneyAndMoreContactsNeverHurt() {
    var curve = StrategySolver.curve(large(200, 0), 0, 20, 60, 200, 1e6);
    for (int i = 1; i < curve.rowCount(); i++) {
      assertTrue(curve.doubleColumn("bound").get(i) >= curve.doubleColumn("bound").get(i - 1));
      assertTrue(curve.doubleColumn("price").get(i) <= curve.doubleColumn("price").get(i - 1));
    }
    assertEquals(0, curve.doubleColumn("value").get(0));
    assertTrue(StrategySolver.figure(large(50, 0), 1, 2, 5).toString().contains("budget"));
  }

  @Test
  void nothingToChooseFromIsNoError() {
    StrategyPlan plan = StrategySolver.exact(StrategyProblem.builder(5, 1).build());
    assertEquals(0, plan.chosen().size());
    assertEquals(0, plan.gap());
  }

  @Test
  void refusesWhatIsNoProblem() {
    assertThrows(UserError.class, () -> StrategyProblem.builder(-1, 1));
    assertThrows(UserError.class, () -> StrategyProblem.builder(Double.NaN, 1));
    assertThrows(UserError.class, () -> StrategyProblem.builder(1, 0));
    StrategyProblem.Builder builder = StrategyProblem.builder(1, 1).option("u", "c", "m", 1, 1);
    assertThrows(UserError.class, () -> builder.option("u", "c", "m", 2, 1));
    assertThrows(UserError.class, () -> builder.option("u", "c", "n", Double.NaN, 1));
    assertThrows(UserError.class, () -> builder.option("u", "c", "n", 1, -1));
    assertThrows(ShapeMismatch.class, () -> example().problem(new double[2], 1, 1));
    List<String> one = List.of("x");
    DenseMatrix cell = DenseMatrix.of(new double[][] {{1}});
    assertThrows(
        UserError.class, () -> StrategyScores.of(one, one, one, cell, cell, (u, c, m) -> -1));
    assertThrows(
        ShapeMismatch.class,
        () -> StrategyScores.of(one, List.of(), one, cell, cell, (u, c, m) -> 1));
    assertFalse(example().toString().isEmpty());
  }
}
