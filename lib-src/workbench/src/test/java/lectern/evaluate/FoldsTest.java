package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import lectern.math.RandomStream;
import lectern.recommend.Recommender;
import org.junit.jupiter.api.Test;

/** Splits by time and at random, folds, and cross-validation over them. */
class FoldsTest {
  private static Interactions made() {
    RandomStream random = RandomStream.of(5, "folds test");
    InteractionsBuilder rows = Interactions.builder();
    for (int user = 0; user < 20; user++) {
      for (int item : random.sample(30, 5 + random.nextInt(10))) {
        rows.add(user, item, 1 + random.nextInt(5), 1000 + random.nextInt(500));
      }
    }
    return rows.build();
  }

  @Test
  void everyInteractionIsTestedOnce() {
    Interactions all = made();
    for (List<Split> folds : List.of(Folds.random(all, 5, 1), Folds.byUser(all, 5, 1))) {
      int[] tested = new int[all.size()];
      for (Split fold : folds) {
        assertEquals(all.size(), fold.train().size() + fold.test().size());
        for (int user = 0; user < all.userCount(); user++) {
          for (int item : fold.test().itemsOf(user)) {
            tested[all.find(user, item)]++;
          }
        }
      }
      for (int times : tested) {
        assertEquals(1, times);
      }
    }
  }

  @Test
  void foldsAreOfOneSize() {
    Interactions all = made();
    for (Split fold : Folds.random(all, 7, 3)) {
      assertTrue(Math.abs(fold.test().size() - all.size() / 7.0) < 1, fold.how());
    }
    for (Split fold : Folds.byUser(all, 3, 3)) {
      for (int user = 0; user < all.userCount(); user++) {
        assertTrue(Math.abs(fold.test().sizeOf(user) - all.sizeOf(user) / 3.0) < 1, fold.how());
      }
    }
  }

  @Test
  void aSeedGivesOneSetOfFoldsAndAnotherGivesOthers() {
    Interactions all = made();
    assertEquals(Folds.random(all, 5, 1), Folds.random(all, 5, 1));
    assertNotEquals(Folds.random(all, 5, 1).get(0).test(), Folds.random(all, 5, 2).get(0).test());
    assertNotEquals(Folds.byUser(all, 5, 1).get(0).test(), Folds.byUser(all, 5, 2).get(0).test());
    assertThrows(UserError.class, () -> Folds.random(all, 1, 1));
    assertThrows(UserError.class, () -> Folds.byUser(all, all.size() + 1, 1));
  }

  @Test
  void byTimeNeverLearnsFromTheFuture() {
    Interactions all = made();
    Split split = Split.latest(all, 0.2);
    assertTrue(
        split.test().size() >= 0.2 * all.size() - 1 && split.test().size() < 0.3 * all.size());
    long firstTested = Long.MAX_VALUE;
    for (int cell = 0; cell < split.test().size(); cell++) {
      firstTested = Math.min(firstTested, split.test().time(cell));
    }
    for (int cell = 0; cell < split.train().size(); cell++) {
      assertTrue(split.train().time(cell) < firstTested);
    }
    assertEquals("by time, tested from " + firstTested + " on", split.how());
    var timeless = Interactions.builder().add("a", "b").build();
    assertThrows(UserError.class, () -> Split.byTime(timeless, 3));
    assertThrows(UserError.class, () -> Split.latest(all, 1));
  }

  @Test
  void aRandomSplitTestsItsShare() {
    Interactions all = made();
    assertEquals(Math.round(0.3 * all.size()), Split.random(all, 0.3, 1).test().size());
    assertNotEquals(Split.random(all, 0.3, 1).test(), Split.random(all, 0.3, 2).test());
    assertThrows(UserError.class, () -> Split.random(all, 0, 1));
  }

  @Test
  void crossValidationAveragesOverFolds() {
    Interactions all = made();
    var models = new LinkedHashMap<String, Function<Interactions, Recommender>>();
    models.put("three", train -> new ScoredModel("three", train, (user, item) -> 3));
    models.put("mean", train -> new ScoredModel("mean", train, (user, item) -> train.meanValue()));
    var folds = Folds.random(all, 4, 9);
    var result =
        CrossValidation.of("made", folds, models, judge -> judge.metrics(new Mae()).seed(1));
    double sum = 0;
    for (Split fold : folds) {
      double losses = 0;
      for (int cell = 0; cell < fold.test().size(); cell++) {
        losses += Math.abs(fold.test().value(cell) - 3);
      }
      sum += losses / fold.test().size();
    }
    assertEquals(sum / 4, result.mean("three", "MAE"), 1e-12);
    double[] each = result.byFold("three", "MAE");
    double variance = 0;
    for (double one : each) {
      variance += (one - sum / 4) * (one - sum / 4) / 3;
    }
    assertEquals(Math.sqrt(variance), result.deviation("three", "MAE"), 1e-12);
    assertEquals(List.of("three", "mean"), result.models());
    assertTrue(result.toString().contains("fold 1 of 4"), result.toString());
    assertThrows(
        UserError.class, () -> CrossValidation.of("none", List.of(), models, judge -> judge));
  }
}
