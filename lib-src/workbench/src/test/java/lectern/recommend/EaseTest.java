package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class EaseTest extends RecommenderContractTest {
  private static final Ease.Options USUAL = new Ease.Options(2);

  @Override
  Recommender fit(Interactions train, long seed) {
    return Ease.fit(train, USUAL);
  }

  @Override
  Recommender load(Path file) {
    return Ease.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        Ease.fit(train, new Ease.Options(3)), Ease.fit(train, new Ease.Options(2, false)));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /**
   * Three users have a and b, one has a alone. XᵀX + I = [5 3; 3 4], so P is proportional to [4 −3;
   * −3 5] and B_ab = 3/5, B_ba = 3/4.
   */
  @Test
  void twoItemsByHand() {
    InteractionsBuilder rows = Interactions.builder().add("4", "a", 5);
    for (String user : List.of("1", "2", "3")) {
      rows.add(user, "a", 5).add(user, "b", 2);
    }
    Ease model = Ease.fit(rows.build(), new Ease.Options(1));
    assertEquals(0.6f, model.weight(0, 1));
    assertEquals(0.75f, model.weight(1, 0));
    assertEquals(0, model.weight(0, 0));
    assertArrayEquals(new float[] {0.75f, 0.6f}, scores(model, 0));
    assertArrayEquals(new float[] {0, 0.6f}, scores(model, 3));
    assertArrayEquals(new float[] {1, 0.75f}, scores(model, -1));
  }

  /** Where the objective is least, its slope in every B_ij off the diagonal is zero. */
  @Test
  void weightsMakeTheObjectiveSmallest() {
    for (long seed = 1; seed <= 5; seed++) {
      Interactions train = ratings(seed);
      Ease model = Ease.fit(train, new Ease.Options(2, false));
      int n = train.itemCount();
      double[][] error = new double[train.userCount()][];
      for (int u = 0; u < error.length; u++) {
        error[u] = new double[n];
        for (int j = 0; j < n; j++) {
          int cell = train.find(u, j);
          error[u][j] = cell < 0 ? 0 : train.value(cell);
          for (int p = train.start(u); p < train.start(u + 1); p++) {
            error[u][j] -= train.value(p) * model.weight(train.item(p), j);
          }
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double slope = -2 * model.weight(i, j);
          for (int u = 0; u < error.length; u++) {
            int cell = train.find(u, i);
            slope += cell < 0 ? 0 : train.value(cell) * error[u][j];
          }
          assertTrue(i == j || Math.abs(slope) < 1e-3, "seed " + seed + ": " + slope);
        }
      }
    }
  }

  @Test
  void badOptionsAndTooManyItemsAreRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(UserError.class, () -> new Ease.Options(bad));
    }
    InteractionsBuilder rows = Interactions.builder();
    for (int i = 0; i <= 12_000; i++) {
      rows.item(Integer.toString(i));
    }
    Interactions many = rows.build();
    assertThrows(UserError.class, () -> Ease.fit(many, USUAL));
  }
}
