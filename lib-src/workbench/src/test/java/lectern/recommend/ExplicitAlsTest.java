package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.LeastSquaresKernels;
import org.junit.jupiter.api.Test;

class ExplicitAlsTest extends RecommenderContractTest {
  private static final ExplicitAls.Options USUAL = new ExplicitAls.Options(4);

  @Override
  Recommender fit(Interactions train, long seed) {
    return ExplicitAls.fit(train, USUAL, seed);
  }

  @Override
  Recommender load(Path file) {
    return ExplicitAls.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        ExplicitAls.fit(train, new ExplicitAls.Options(5), 1),
        ExplicitAls.fit(train, new ExplicitAls.Options(4, 0.2, 15), 1),
        ExplicitAls.fit(train, new ExplicitAls.Options(4, 0.1, 14), 1),
        ExplicitAls.fit(train, USUAL, 2));
  }

  /** All likes are 1: there is nothing to tell apart. */
  @Override
  int checkerboardFloor() {
    return 0;
  }

  /** Ratings that are a product of one number a user and one an item, a few hidden. */
  @Test
  void aTableOfRankOneIsFilledIn() {
    InteractionsBuilder rows = Interactions.builder();
    for (int u = 0; u < 20; u++) {
      for (int i = 0; i < 15; i++) {
        if ((u + i) % 7 != 0) {
          rows.add(u, i, 3 + taste(u) * taste(3 * i + 1));
        }
      }
    }
    ExplicitAls model = ExplicitAls.fit(rows.build(), new ExplicitAls.Options(2, 1e-4, 60), 1);
    for (int u = 0; u < 20; u++) {
      for (int i = 0; i < 15; i++) {
        assertEquals(3 + taste(u) * taste(3 * i + 1), model.estimate(u, i), 0.05);
      }
    }
  }

  private static double taste(int n) {
    return n * 7 % 5 / 2.0 - 1;
  }

  /** What the last half iteration must solve, checked with plain sums in double precision. */
  @Test
  void itemsFulfilTheirEquations() {
    for (long seed = 1; seed <= 5; seed++) {
      Interactions train = ratings(seed);
      ExplicitAls model = ExplicitAls.fit(train, USUAL, seed);
      DenseMatrix x = model.userFactors();
      DenseMatrix y = model.itemFactors();
      for (int i = 0; i < train.itemCount(); i++) {
        double[] slope = new double[4];
        for (int u = 0; u < train.userCount(); u++) {
          int cell = train.find(u, i);
          if (cell >= 0) {
            double error = train.value(cell) - model.estimate(u, i);
            for (int j = 0; j < 4; j++) {
              slope[j] += error * x.get(u, j) - 0.1 * y.get(i, j);
            }
          }
        }
        assertArrayEquals(new double[4], slope, 1e-4, "seed " + seed + ", item " + i);
      }
    }
  }

  @Test
  void theLossIsTheObjectiveAndFalls() {
    Interactions train = ratings(2);
    ExplicitAls model = ExplicitAls.fit(train, USUAL, 1);
    double sum = 0;
    for (int u = 0; u < train.userCount(); u++) {
      for (int p = train.start(u); p < train.start(u + 1); p++) {
        int i = train.item(p);
        double error = train.value(p) - model.estimate(u, i);
        sum += error * error;
        for (int j = 0; j < 4; j++) {
          double a = model.userFactors().get(u, j);
          double b = model.itemFactors().get(i, j);
          sum += 0.1 * (a * a + b * b);
        }
      }
    }
    double[] losses = model.losses();
    assertEquals(15, losses.length);
    assertEquals(sum, losses[14], 1e-5 * sum);
    for (int n = 1; n < losses.length; n++) {
      assertTrue(losses[n] <= losses[n - 1] * (1 + 1e-6));
    }
  }

  @Test
  void thePlainFormGivesTheSameBits() {
    Interactions train = ratings(3);
    var options = new ExplicitAls.Options(19, 0.05, 5);
    var plain =
        new ExplicitAlsFit(train, options, 1, LeastSquaresKernels.plain()).run(Progress.silent());
    ExplicitAls vector = ExplicitAls.fit(train, options, 1);
    assertArrayEquals(plain.userFactors().array(), vector.userFactors().array());
    assertArrayEquals(plain.itemFactors().array(), vector.itemFactors().array());
    assertArrayEquals(plain.losses(), vector.losses());
  }

  @Test
  void withoutRatingsTheMeanIsExpected() {
    Interactions train = ratings(4);
    ExplicitAls model = ExplicitAls.fit(train, USUAL, 1);
    int unrated = train.items().number("99");
    assertEquals(train.meanValue(), model.meanValue());
    assertEquals(train.meanValue(), model.estimate(3, unrated));
    assertArrayEquals(scores(model, -1), scores(model, 0), "user 0 has no ratings");
  }

  @Test
  void badOptionsAndDataAreRefused() {
    assertThrows(UserError.class, () -> new ExplicitAls.Options(0));
    assertThrows(UserError.class, () -> new ExplicitAls.Options(4, 0, 15));
    assertThrows(UserError.class, () -> new ExplicitAls.Options(4, 0.1, 0));
    Interactions nothing = Interactions.builder().user("1").item("1").build();
    assertThrows(UserError.class, () -> ExplicitAls.fit(nothing, USUAL, 1));
  }
}
