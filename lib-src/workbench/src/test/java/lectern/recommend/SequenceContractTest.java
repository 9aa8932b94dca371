package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import org.junit.jupiter.api.Test;

/** What every model of sequences must do besides; it joins with a subclass. */
abstract class SequenceContractTest extends RecommenderContractTest {
  @Override
  abstract SequenceRecommender fit(Interactions train, long seed);

  static float[] after(SequenceRecommender model, int... history) {
    float[] out = new float[model.items().size()];
    model.score(history, out);
    return out;
  }

  @Test
  void aUserIsScoredByItsHistoryInTheOrderOfTime() {
    Interactions train = ratings(21);
    SequenceRecommender model = fit(train, 1);
    UserHistories histories = UserHistories.of(train);
    for (int u = -1; u <= USERS; u++) {
      assertArrayEquals(histories.of(u), model.history(u));
      assertArrayEquals(after(model, histories.of(u)), scores(model, u));
    }
  }

  @Test
  void unknownItemsArePassedOverAndRepeatedOnesAreFine() {
    SequenceRecommender model = fit(ratings(22), 1);
    float[] wanted = after(model, 3, 1, 4);
    assertArrayEquals(wanted, after(model, 3, -1, 1, 4, ITEMS + 7));
    for (float score : after(model, 1, 1, 1)) {
      assertTrue(Float.isFinite(score));
    }
    assertArrayEquals(after(model), after(model, -1, Integer.MAX_VALUE));
  }

  @Test
  void theOrderMatters() {
    SequenceRecommender model = fit(ratings(23), 1);
    float[] one = after(model, 1, 2, 3);
    float[] other = after(model, 3, 2, 1);
    assertTrue(IntStream.range(0, one.length).anyMatch(i -> one[i] != other[i]));
  }

  @Test
  void suggestionsAfterAHistoryLeaveItOut() {
    SequenceRecommender model = fit(ratings(24), 1);
    int[] history = {5, 2, 5, -1};
    float[] scores = after(model, history);
    List<Suggestion> all = model.top(history, 100);
    assertEquals(ITEMS + 1 - 2, all.size());
    for (int p = 0; p < all.size(); p++) {
      assertFalse(all.get(p).item() == 5 || all.get(p).item() == 2);
      assertEquals(scores[all.get(p).item()], all.get(p).score());
      assertTrue(p == 0 || all.get(p - 1).score() >= all.get(p).score());
    }
    assertEquals(all.subList(0, 3), model.top(history, 3));
  }
}
