package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.LeastSquaresKernels;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest extends RecommenderContractTest {
  private static final ImplicitAls.Options USUAL =
      new ImplicitAls.Options(5).alpha(2).regularisation(0.1);
  private static final ImplicitAls.Options EXACT = USUAL.solver(ImplicitAls.Solver.EXACT);

  @Override
  Recommender fit(Interactions train, long seed) {
    return ImplicitAls.fit(train, USUAL, seed);
  }

  @Override
  Recommender load(Path file) {
    return ImplicitAls.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        ImplicitAls.fit(train, new ImplicitAls.Options(6).alpha(2).regularisation(0.1), 1),
        ImplicitAls.fit(train, USUAL.alpha(3), 1),
        ImplicitAls.fit(train, USUAL.regularisation(0.2), 1),
        ImplicitAls.fit(train, USUAL.iterations(14), 1),
        ImplicitAls.fit(train, USUAL.steps(2), 1),
        ImplicitAls.fit(train, EXACT, 1),
        ImplicitAls.fit(train, USUAL, 2));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /**
   * One user, one item, one factor: at the end x (y² + λ + α r y²) = (1 + α r) y, and the same with
   * x and y exchanged, so that x² = y² = 1 − λ / (1 + α r).
   */
  @Test
  void onePairReachesItsFixedPoint() {
    Interactions one = Interactions.builder().add(1, 1, 3).build();
    for (ImplicitAls.Solver solver : ImplicitAls.Solver.values()) {
      var options =
          new ImplicitAls.Options(1).alpha(2).regularisation(0.7).iterations(200).solver(solver);
      ImplicitAls model = ImplicitAls.fit(one, options, 1);
      assertEquals(1 - 0.7 / 7, scores(model, 0)[0], 1e-5);
      assertEquals(7 * 0.1 * 0.1 + 0.7 * 2 * 0.9, model.loss(), 1e-5);
    }
  }

  /** What the last half iteration must solve, checked with plain sums in double precision. */
  @Test
  void itemsFulfilTheirEquations() {
    for (long seed = 1; seed <= 5; seed++) {
      Interactions train = ratings(seed);
      ImplicitAls model = ImplicitAls.fit(train, EXACT, seed);
      DenseMatrix x = model.userFactors();
      DenseMatrix y = model.itemFactors();
      for (int i = 0; i < train.itemCount(); i++) {
        double[] left = new double[5];
        double[] right = new double[5];
        for (int u = 0; u < train.userCount(); u++) {
          int cell = train.find(u, i);
          double weight = cell < 0 ? 0 : 2 * train.value(cell);
          double s = 0;
          for (int j = 0; j < 5; j++) {
            s += x.get(u, j) * y.get(i, j);
          }
          for (int j = 0; j < 5; j++) {
            left[j] += (1 + weight) * s * x.get(u, j);
            right[j] += cell < 0 ? 0 : (1 + weight) * x.get(u, j);
          }
        }
        for (int j = 0; j < 5; j++) {
          left[j] += 0.1 * y.get(i, j);
        }
        assertArrayEquals(right, left, 2e-4, "seed " + seed + ", item " + i);
      }
    }
  }

  @Test
  void theLossIsTheSumOverAllPairs() {
    Interactions train = ratings(3);
    ImplicitAls model = ImplicitAls.fit(train, USUAL, 1);
    double sum = 0;
    for (int u = 0; u < train.userCount(); u++) {
      for (int i = 0; i < train.itemCount(); i++) {
        double s = 0;
        for (int j = 0; j < 5; j++) {
          s += model.userFactors().get(u, j) * model.itemFactors().get(i, j);
        }
        int cell = train.find(u, i);
        sum += cell < 0 ? s * s : (1 + 2 * train.value(cell)) * (1 - s) * (1 - s);
      }
    }
    for (DenseMatrix factors : List.of(model.userFactors(), model.itemFactors())) {
      for (double number : factors.array()) {
        sum += 0.1 * number * number;
      }
    }
    assertEquals(sum, model.loss(), 1e-4 * sum);
  }

  @Test
  void theLossFallsAndConjugateGradientReachesTheExactOne() {
    for (long seed = 1; seed <= 5; seed++) {
      Interactions train = ratings(seed);
      double before = Double.POSITIVE_INFINITY;
      for (int iterations : new int[] {1, 2, 4, 8, 16, 64}) {
        double loss = ImplicitAls.fit(train, EXACT.iterations(iterations), seed).loss();
        assertTrue(loss <= before * (1 + 1e-5), "seed " + seed + ": " + before + ", " + loss);
        before = loss;
      }
      double other = ImplicitAls.fit(train, USUAL.iterations(64), seed).loss();
      assertEquals(before, other, 0.02 * before, "seed " + seed);
      double manySteps = ImplicitAls.fit(train, USUAL.steps(20).iterations(3), seed).loss();
      double exact = ImplicitAls.fit(train, EXACT.iterations(3), seed).loss();
      assertEquals(exact, manySteps, 1e-3 * exact, "seed " + seed);
    }
  }

  @Test
  void thePlainFormGivesTheSameBits() {
    Interactions train = wide(1);
    for (var solver : ImplicitAls.Solver.values()) {
      var options = new ImplicitAls.Options(37).iterations(3).solver(solver);
      var plain =
          new ImplicitAlsFit(train, options, 1, LeastSquaresKernels.plain()).run(Progress.silent());
      ImplicitAls vector = ImplicitAls.fit(train, options, 1);
      assertArrayEquals(plain.userFactors().array(), vector.userFactors().array());
      assertArrayEquals(plain.itemFactors().array(), vector.itemFactors().array());
      assertEquals(plain.loss(), vector.loss());
    }
  }

  /** 150 users × 90 items. */
  private static Interactions wide(long seed) {
    RandomStream random = RandomStream.of(seed, "wide");
    InteractionsBuilder rows = Interactions.builder();
    for (int p = 0; p < 4000; p++) {
      rows.add(random.nextInt(150), random.nextInt(90), 1 + random.nextInt(3));
    }
    return rows.build();
  }

  @Test
  void aZeroIsNoPreference() {
    Interactions with = Interactions.builder().add(1, 1, 1).add(1, 2, 0).add(2, 2, 1).build();
    Interactions without = Interactions.builder().add(1, 1, 1).add(2, 2, 1).build();
    assertArrayEquals(
        ImplicitAls.fit(without, USUAL, 1).userFactors().array(),
        ImplicitAls.fit(with, USUAL, 1).userFactors().array());
  }

  @Test
  void aStrangerIsScoredAsTheMeanUser() {
    Interactions train = ratings(4);
    ImplicitAls model = ImplicitAls.fit(train, USUAL, 1);
    double[] expected = new double[train.itemCount()];
    for (int u = 1; u < USERS; u++) {
      float[] one = scores(model, u);
      for (int i = 0; i < expected.length; i++) {
        expected[i] += one[i] / (USERS - 1);
      }
    }
    float[] stranger = scores(model, -1);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], stranger[i], 1e-5);
    }
    assertArrayEquals(stranger, scores(model, 0), "user 0 has nothing");
  }

  @Test
  void badOptionsAndDataAreRefused() {
    assertThrows(UserError.class, () -> new ImplicitAls.Options(0));
    assertThrows(UserError.class, () -> USUAL.alpha(0));
    assertThrows(UserError.class, () -> USUAL.alpha(Double.NaN));
    assertThrows(UserError.class, () -> USUAL.regularisation(-1));
    assertThrows(UserError.class, () -> USUAL.iterations(0));
    assertThrows(UserError.class, () -> USUAL.steps(0));
    Interactions negative = Interactions.builder().add("ann", "java", -1).build();
    UserError refused = assertThrows(UserError.class, () -> ImplicitAls.fit(negative, USUAL, 1));
    assertTrue(refused.getMessage().contains("\"ann\""));
    Interactions zeros = Interactions.builder().add(1, 1, 0).build();
    assertThrows(UserError.class, () -> ImplicitAls.fit(zeros, USUAL, 1));
    Interactions few = Interactions.builder().add(1, 1, 1).build();
    UserError singular =
        assertThrows(UserError.class, () -> ImplicitAls.fit(few, EXACT.regularisation(0), 1));
    assertTrue(singular.getMessage().contains("regularisation 0.0 is too small"));
  }

  @Test
  void anInterruptEndsTheFit() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> ImplicitAls.fit(ratings(1), USUAL, 1));
  }
}
