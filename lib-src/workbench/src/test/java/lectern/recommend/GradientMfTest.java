package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.data.Datasets;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.recommend.GradientMf.Zeros;
import org.junit.jupiter.api.Test;

/** Golden numbers: the same steps with numpy on dense arrays and the same random start. */
class GradientMfTest extends RecommenderContractTest {
  private static final Interactions ARTICLE = Datasets.omnichannelRatings().interactions();
  private static final GradientMfOptions USUAL =
      GradientMfOptions.of(2).learningRate(0.02).steps(300).zeros(Zeros.VALUE);

  @Override
  Recommender fit(Interactions train, long seed) {
    return GradientMf.fit(train, USUAL, seed);
  }

  @Override
  Recommender load(Path file) {
    return GradientMf.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        GradientMf.fit(train, USUAL, 2),
        GradientMf.fit(train, USUAL.learningRate(0.01), 1),
        GradientMf.fit(train, USUAL.regularisation(0.5), 1),
        GradientMf.fit(train, USUAL.steps(299), 1),
        GradientMf.fit(train, USUAL.zeros(Zeros.MISSING), 1),
        GradientMf.fit(train, USUAL.startScale(0.5), 1),
        GradientMf.fit(
            train, GradientMfOptions.of(3).learningRate(0.02).steps(300).zeros(Zeros.VALUE), 1));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  @Test
  void goldenLosses() {
    var missing = GradientMf.fit(ARTICLE, GradientMfOptions.of(3).steps(500), 1);
    assertEquals(13.277644743809603, missing.losses()[0], 1e-12);
    assertEquals(11.44731592544434, missing.losses()[1], 1e-12);
    assertEquals(8.906642592869063e-06, missing.loss(), 1e-15);
    assertEquals(501, missing.losses().length);
    var value = GradientMf.fit(ARTICLE, GradientMfOptions.of(3).steps(500).zeros(Zeros.VALUE), 1);
    assertEquals(7.37410582601569, value.losses()[0], 1e-12);
    assertEquals(6.5287544860595865, value.losses()[1], 1e-12);
    assertEquals(0.3102313943021949, value.loss(), 1e-12);
    var options =
        GradientMfOptions.of(2).learningRate(0.02).regularisation(0.1).steps(200).startScale(0.5);
    var regularised = GradientMf.fit(ARTICLE, options, 9);
    assertEquals(13.666092874611909, regularised.losses()[0], 1e-12);
    assertEquals(0.00859505506423482, regularised.loss(), 1e-13);
  }

  /** Eckart and Young: no matrix of rank 3 is nearer to the table; numpy.linalg.svd. */
  @Test
  void withZerosAsValuesNoLossIsBelowTheBestOfItsRank() {
    double floor = 0.31023136492105907;
    for (long seed = 1; seed <= 5; seed++) {
      var options = GradientMfOptions.of(3).steps(3000).zeros(Zeros.VALUE);
      double loss = GradientMf.fit(ARTICLE, options, seed).loss();
      assertTrue(loss >= floor - 1e-12, "seed " + seed);
      assertEquals(floor, loss, 1e-3, "seed " + seed);
    }
  }

  @Test
  void theLossIsTheMeanSquareOverTheCellsThatCount() {
    for (Zeros zeros : Zeros.values()) {
      var model = GradientMf.fit(ARTICLE, GradientMfOptions.of(2).steps(7).zeros(zeros), 3);
      DenseMatrix estimate = model.reconstruction();
      double sum = 0;
      int cells = 0;
      for (int u = 0; u < 5; u++) {
        for (int i = 0; i < 5; i++) {
          int cell = ARTICLE.find(u, i);
          if (cell >= 0 || zeros == Zeros.VALUE) {
            double error = (cell >= 0 ? ARTICLE.value(cell) : 0) - estimate.get(u, i);
            sum += error * error;
            cells++;
          }
          assertEquals(estimate.get(u, i), model.estimate(u, i), 1e-12);
        }
      }
      assertEquals(sum / cells, model.loss(), 1e-12, zeros.toString());
    }
  }

  @Test
  void smallStepsNeverRaiseTheLoss() {
    for (long seed = 1; seed <= 10; seed++) {
      var options = GradientMfOptions.of(3).learningRate(0.002).steps(200);
      double[] losses = GradientMf.fit(ratings(seed), options, seed).losses();
      for (int step = 1; step < losses.length; step++) {
        assertTrue(losses[step] <= losses[step - 1], "seed " + seed + ", step " + step);
      }
    }
  }

  @Test
  void sameBitsWithManyBlocks() {
    var rows = Interactions.builder();
    for (int p = 0; p < 3000; p++) {
      rows.add(p * 7 % 311, p * 13 % 173, p % 5 + 1);
    }
    Interactions train = rows.build();
    var options = GradientMfOptions.of(17).learningRate(0.001).steps(5);
    GradientMf one = Parallel.withThreads(1, () -> GradientMf.fit(train, options, 1));
    for (int threads : new int[] {2, 3}) {
      GradientMf many = Parallel.withThreads(threads, () -> GradientMf.fit(train, options, 1));
      assertArrayEquals(one.losses(), many.losses());
      assertEquals(one.userFactors(), many.userFactors());
      assertEquals(one.itemFactors(), many.itemFactors());
    }
  }

  @Test
  void strangersAreScoredByTheMeanUser() {
    var model = GradientMf.fit(ARTICLE, GradientMfOptions.of(2), 1);
    double[] mean = model.itemFactors().multiply(model.userFactors().columnMeans());
    double[] out = new double[5];
    model.estimates(-1, out);
    assertArrayEquals(mean, out, 1e-12);
    assertEquals(48 / 14.0, model.meanValue(), 1e-12);
    assertEquals(48 / 14.0, model.estimate(0, -1));
    assertEquals(48 / 14.0, model.estimate(0, 5));
    var zeros = GradientMf.fit(ARTICLE, GradientMfOptions.of(2).zeros(Zeros.VALUE), 1);
    assertEquals(48 / 25.0, zeros.meanValue(), 1e-12);
  }

  /** The start's size follows absolute values, the answer for strangers the values themselves. */
  @Test
  void valuesBelowZeroAreValues() {
    Interactions below = Interactions.builder().add(1, 1, -4).add(1, 2, 2).add(2, 1, -1).build();
    var model = GradientMf.fit(below, GradientMfOptions.of(2).steps(2000).learningRate(0.05), 1);
    assertEquals(-1, model.meanValue());
    assertEquals(-4, model.estimate("1", "1"), 0.05);
    Interactions mirrored = Interactions.builder().add(1, 1, 4).add(1, 2, 2).add(2, 1, 1).build();
    double[] first = new double[2];
    int at = 0;
    for (Interactions data : List.of(below, mirrored)) {
      var once = GradientMf.fit(data, GradientMfOptions.of(2).steps(1).learningRate(1e-9), 1);
      first[at++] = once.userFactors().frobeniusNorm();
    }
    assertEquals(first[1], first[0], 1e-6);
  }

  @Test
  void everyStepIsReported() {
    List<String> notes = new ArrayList<>();
    Progress recorder =
        (what, steps) ->
            new Progress.Task() {
              @Override
              public void at(long done, String note) {
                notes.add(done + "/" + steps + " " + note);
              }

              @Override
              public void close() {}
            };
    var model = GradientMf.fit(ARTICLE, GradientMfOptions.of(2).steps(3), 1, recorder);
    assertEquals(3, notes.size());
    assertEquals("3/3 loss " + (float) model.loss(), notes.get(2));
  }

  @Test
  void aStepTooLargeSaysSo() {
    var options = GradientMfOptions.of(3).learningRate(5);
    String message =
        assertThrows(UserError.class, () -> GradientMf.fit(ARTICLE, options, 1)).getMessage();
    assertTrue(
        message.contains("the learning rate 5.0 is too large") && message.endsWith("Try 1.25."),
        message);
  }

  @Test
  void wrongOptionsAreRefused() {
    var fine = GradientMfOptions.of(1);
    assertThrows(UserError.class, () -> GradientMfOptions.of(0));
    assertThrows(UserError.class, () -> fine.steps(0));
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(UserError.class, () -> fine.learningRate(wrong));
      assertThrows(UserError.class, () -> fine.regularisation(wrong));
      assertThrows(UserError.class, () -> fine.startScale(wrong));
    }
    assertThrows(UserError.class, () -> fine.learningRate(0));
    assertThrows(UserError.class, () -> fine.startScale(0));
    assertEquals(0, fine.regularisation());
    var empty = Interactions.builder().build();
    assertThrows(UserError.class, () -> GradientMf.fit(empty, fine, 1));
  }

  @Test
  void anInterruptStopsIt() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> GradientMf.fit(ARTICLE, GradientMfOptions.of(2), 1, Progress.silent()));
  }

  @Test
  void tellsItsLoss() {
    var model = GradientMf.fit(ARTICLE, GradientMfOptions.of(3).steps(500), 1);
    assertEquals(
        "Matrix factorisation: U 5 × 3, V 5 × 3; loss 13.2776 at first, 8.90664e-06 after 500"
            + " steps",
        model.bundle().plain());
    assertNotEquals(0, model.reconstruction().sum());
  }
}
