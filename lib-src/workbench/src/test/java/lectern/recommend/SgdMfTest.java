package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.recommend.SgdMf.Objective;
import lectern.recommend.SgdMf.Penalty;
import lectern.recommend.SgdMf.Start;
import org.junit.jupiter.api.Test;

class SgdMfTest extends RecommenderContractTest {
  private static final SgdMfOptions USUAL = SgdMfOptions.of(4).learningRate(0.02);

  @Override
  Recommender fit(Interactions train, long seed) {
    return SgdMf.fit(train, USUAL, seed);
  }

  @Override
  Recommender load(Path file) {
    return SgdMf.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        SgdMf.fit(train, USUAL, 2),
        SgdMf.fit(train, USUAL.factors(5), 1),
        SgdMf.fit(train, USUAL.epochs(19), 1),
        SgdMf.fit(train, USUAL.learningRate(0.01), 1),
        SgdMf.fit(train, USUAL.decay(0.1), 1),
        SgdMf.fit(train, USUAL.penalty(Penalty.NONE), 1),
        SgdMf.fit(train, USUAL.penalty(Penalty.L1), 1),
        SgdMf.fit(train, USUAL.regularisation(0.1), 1),
        SgdMf.fit(train, USUAL.objective(Objective.ABSOLUTE), 1),
        SgdMf.fit(train, USUAL.objective(Objective.SATISFACTION), 1),
        SgdMf.fit(train, USUAL.objective(Objective.SATISFACTION).satisfaction(2), 1),
        SgdMf.fit(train, USUAL.start(Start.UNIFORM), 1),
        SgdMf.fit(train, USUAL.start(Start.ORTHOGONAL), 1),
        SgdMf.fit(train, USUAL.startDeviation(0.2), 1),
        SgdMf.fit(train, USUAL.batch(7), 1),
        SgdMf.fit(train, USUAL.batch(SgdMfOptions.FULL).learningRate(0.001), 1),
        SgdMf.fit(train, USUAL.biased(false), 1),
        SgdMf.fit(train, USUAL.shuffled(false), 1));
  }

  /** All likes are 1: no estimate is above another. */
  @Override
  int checkerboardFloor() {
    return 0;
  }

  /** Without a random start, one value, one step: all by hand. */
  @Test
  void oneStepByHand() {
    Interactions train = Interactions.builder().add(1, 1, 5).add(1, 2, 3).build();
    var options = SgdMfOptions.of(1).startDeviation(0).epochs(1).learningRate(0.1).shuffled(false);
    SgdMf model = SgdMf.fit(train, options, 1);
    double user = 0.1;
    double second = 3 - 4 - user;
    assertEquals(0.1, model.itemBias(0), 1e-15);
    assertEquals(0.1 * second, model.itemBias(1), 1e-15);
    assertEquals(user + 0.1 * (second - 0.02 * user), model.userBias(0), 1e-15);
    assertEquals((1 + second * second) / 2, model.losses()[0], 1e-15);
    SgdMf full = SgdMf.fit(train, options.batch(SgdMfOptions.FULL), 1);
    assertEquals(0, full.userBias(0), 1e-15);
    assertEquals(-0.1, full.itemBias(1), 1e-15);
  }

  /** A batch of one through the code of batches gives the numbers of the code without. */
  @Test
  void aBatchOfEverythingIsGradientDescent() {
    Interactions train = ratings(1);
    var options =
        USUAL.biased(false).penalty(Penalty.NONE).batch(SgdMfOptions.FULL).learningRate(1e-3);
    double[] losses = SgdMf.fit(train, options.epochs(200), 3).losses();
    for (int epoch = 1; epoch < losses.length; epoch++) {
      assertTrue(losses[epoch] < losses[epoch - 1], "epoch " + epoch);
    }
    Interactions one = Interactions.builder().add(1, 1, 5).build();
    for (Penalty penalty : Penalty.values()) {
      var single = SgdMfOptions.of(3).penalty(penalty).epochs(9);
      SgdMf alone = SgdMf.fit(one, single, 1);
      SgdMf batch = SgdMf.fit(one, single.batch(2), 1);
      assertArrayEquals(
          alone.userFactors().array(), batch.userFactors().array(), 1e-15, penalty.toString());
      assertEquals(alone.itemBias(0), batch.itemBias(0), 1e-15, penalty.toString());
    }
  }

  /** Values made of two hidden tastes: found again, far better than by biases. */
  @Test
  void findsHiddenTastes() {
    RandomStream random = RandomStream.of(5, "tastes");
    double[][] taste = new double[2][60];
    for (double[] side : taste) {
      for (int x = 0; x < side.length; x++) {
        side[x] = random.nextGaussian();
      }
    }
    var rows = Interactions.builder();
    for (int u = 0; u < 60; u++) {
      for (int i = 0; i < 60; i++) {
        if (random.nextInt(3) > 0) {
          rows.add(u, i, 3 + taste[0][u] * taste[1][i]);
        }
      }
    }
    Interactions all = rows.build();
    boolean[] kept = new boolean[all.size()];
    for (int cell = 0; cell < kept.length; cell++) {
      kept[cell] = random.nextInt(5) > 0;
    }
    Interactions train = all.keep(kept);
    for (Start start : Start.values()) {
      var options = SgdMfOptions.of(3).learningRate(0.02).epochs(150).start(start);
      double ours = missed(all, kept, SgdMf.fit(train, options, 1));
      double biases = missed(all, kept, Biases.fit(train));
      assertTrue(ours < 0.1 * biases, start + ": " + ours + " of " + biases);
    }
  }

  private static double missed(Interactions all, boolean[] kept, RatingModel model) {
    double squares = 0;
    for (int u = 0; u < all.userCount(); u++) {
      for (int cell = all.start(u); cell < all.start(u + 1); cell++) {
        double error = kept[cell] ? 0 : all.value(cell) - model.estimate(u, all.item(cell));
        squares += error * error;
      }
    }
    return squares;
  }

  /** Six values for one pair of twins: squares aim at the mean, absolute errors at the median. */
  @Test
  void absoluteErrorsAimAtTheMedian() {
    var rows = Interactions.builder();
    for (int u = 0; u < 9; u++) {
      rows.add(u, 1, u < 6 ? 1 : 5);
    }
    var options =
        SgdMfOptions.of(1).startDeviation(0).penalty(Penalty.NONE).epochs(400).decay(0.05);
    var item = options.learningRate(0.02);
    double mean = SgdMf.fit(rows.build(), item.epochs(1), 1).meanValue();
    assertEquals(7 / 3.0, mean, 1e-12);
    SgdMf absolute = SgdMf.fit(rows.build(), item.objective(Objective.ABSOLUTE), 1);
    SgdMf squared = SgdMf.fit(rows.build(), item, 1);
    assertTrue(absolute.itemBias(0) < squared.itemBias(0));
    SgdMf satisfied =
        SgdMf.fit(rows.build(), item.objective(Objective.SATISFACTION).satisfaction(9), 1);
    assertTrue(satisfied.itemBias(0) > squared.itemBias(0));
  }

  @Test
  void startsHaveOneSize() {
    for (Start start : Start.values()) {
      double[] a = SgdMfStart.of(start, 400, 20, 0.1, RandomStream.of(1, "start"));
      double squares = 0;
      for (double x : a) {
        squares += x * x;
      }
      assertEquals(0.01, squares / a.length, 0.0005, start.toString());
    }
    double[] uniform = SgdMfStart.of(Start.UNIFORM, 400, 20, 1, RandomStream.of(1, "start"));
    for (double x : uniform) {
      assertTrue(Math.abs(x) <= Math.sqrt(3));
    }
  }

  @Test
  void orthogonalIsOrthogonal() {
    for (int[] shape : new int[][] {{9, 4}, {4, 9}, {5, 5}, {1, 3}, {0, 3}}) {
      double[] a =
          SgdMfStart.of(Start.ORTHOGONAL, shape[0], shape[1], 2, RandomStream.of(3, "start"));
      DenseMatrix rows = DenseMatrix.wrap(shape[0], shape[1], a);
      boolean tall = shape[0] >= shape[1];
      DenseMatrix products =
          tall ? rows.transpose().multiply(rows) : rows.multiply(rows.transpose());
      for (int x = 0; x < products.rows(); x++) {
        for (int y = 0; y < products.columns(); y++) {
          double wanted = x == y ? 4 * Math.max(shape[0], shape[1]) : 0;
          assertEquals(wanted, products.get(x, y), 1e-10);
        }
      }
    }
  }

  /** A strong L1 makes factors exactly 0, which L2 never does. */
  @Test
  void l1MakesZeros() {
    Interactions train = ratings(4);
    for (Penalty penalty : List.of(Penalty.L1, Penalty.L2)) {
      var options = USUAL.penalty(penalty).regularisation(0.5);
      double[] q = SgdMf.fit(train, options, 1).itemFactors().array();
      int zeros = 0;
      for (int at = 0; at < q.length - 4; at++) {
        zeros += q[at] == 0 ? 1 : 0;
      }
      assertEquals(penalty == Penalty.L1, zeros > 0);
    }
  }

  @Test
  void strangersGetBiasesOrTheMeanUser() {
    SgdMf biased = SgdMf.fit(ratings(2), USUAL, 1);
    assertEquals(biased.meanValue() + biased.itemBias(3), biased.estimate(-1, 3), 1e-12);
    assertEquals(biased.estimate(-1, 3), biased.estimate("0", "3"));
    SgdMf plain = SgdMf.fit(ratings(2), USUAL.biased(false), 1);
    double sum = 0;
    for (int u = 1; u < USERS; u++) {
      sum += plain.estimate(u, 3);
    }
    assertEquals(sum / (USERS - 1), plain.estimate(-1, 3), 1e-12);
  }

  @Test
  void aStepTooLargeSaysSoAndAnInterruptStops() {
    String message =
        assertThrows(
                UserError.class,
                () -> SgdMf.fit(ratings(1), USUAL.learningRate(4).biased(false), 1))
            .getMessage();
    assertTrue(message.contains("4.0 is too large") && message.endsWith("Try 1.0."), message);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> SgdMf.fit(ratings(1), USUAL, 1));
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> SgdMfOptions.of(0));
    assertThrows(UserError.class, () -> USUAL.epochs(0));
    assertThrows(UserError.class, () -> USUAL.learningRate(0));
    assertThrows(UserError.class, () -> USUAL.decay(-1));
    assertThrows(UserError.class, () -> USUAL.regularisation(Double.NaN));
    assertThrows(UserError.class, () -> USUAL.satisfaction(-1));
    assertThrows(UserError.class, () -> USUAL.startDeviation(-1));
    assertThrows(UserError.class, () -> USUAL.batch(0));
    assertEquals(100, SgdMfOptions.surprise().factors());
    assertEquals(0.1, SgdMfOptions.surprise().startDeviation());
  }
}
