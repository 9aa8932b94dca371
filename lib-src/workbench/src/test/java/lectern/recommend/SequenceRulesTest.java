package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class SequenceRulesTest extends SequenceContractTest {
  @Override
  SequenceRecommender fit(Interactions train, long seed) {
    return SequenceRules.fit(train);
  }

  @Override
  Recommender load(Path file) {
    return SequenceRules.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        SequenceRules.fit(train, new SequenceRules.Options(3)),
        SequenceRules.fit(train, new SequenceRules.Options(10, SequenceRules.Weight.EQUAL)));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /** Histories [a, b, c] and [a, c]; d stands alone. */
  private static Interactions courses() {
    return Interactions.builder()
        .add("1", "a", 1, 1)
        .add("1", "b", 1, 2)
        .add("1", "c", 1, 3)
        .add("2", "a", 1, 1)
        .add("2", "c", 1, 2)
        .add("3", "d", 1, 1)
        .build();
  }

  @Test
  void aRuleIsDividedByHowManyHaveItsAntecedent() {
    SequenceRules model = SequenceRules.fit(courses());
    assertEquals(1.5, model.rules().get(0, 2));
    assertEquals(1, model.rules().get(0, 1));
    assertEquals(3, model.rules().cells());
    double behind = 1e-9 / 6;
    assertArrayEquals(
        new float[] {
          (float) (2 * behind),
          (float) (behind + 1 / 2.0),
          (float) (2 * behind + 1.5 / 2),
          (float) behind
        },
        after(model, 0));
  }

  @Test
  void earlierItemsCountByTheirDistance() {
    SequenceRules model = SequenceRules.fit(courses());
    assertEquals((float) (1.0 + 0.5 * 1.5 / 2), after(model, 0, 1)[2], 1e-7f);
    assertEquals((float) (1.0 / 3 * 1.5 / 2), after(model, 0, 3, 3)[2], 1e-7f);
  }

  @Test
  void theWindowLimitsBothRulesAndAntecedents() {
    SequenceRules model = SequenceRules.fit(courses(), new SequenceRules.Options(1));
    assertEquals(1, model.rules().get(0, 2));
    assertEquals(1 / 2f, after(model, 0)[2], 1e-7f);
    assertEquals(0, after(model, 0, 3)[2], 1e-8f);
  }

  @Test
  void whatNoRuleReachesIsOrderedByPopularity() {
    SequenceRules model = SequenceRules.fit(courses());
    assertEquals(
        List.of("a", "c", "b", "d"),
        model.top(new int[0], 4).stream().map(Suggestion::id).toList());
  }

  @Test
  void badOptionsAndDataWithoutTimesAreRefused() {
    assertThrows(UserError.class, () -> new SequenceRules.Options(0));
    Interactions untimed = Interactions.builder().add(1, 1, 1).build();
    assertThrows(UserError.class, () -> SequenceRules.fit(untimed));
  }
}
