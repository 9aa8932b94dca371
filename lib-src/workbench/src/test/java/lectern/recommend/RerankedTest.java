package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.Reranked.Method;
import lectern.recommend.Reranked.Options;
import org.junit.jupiter.api.Test;

class RerankedTest extends RecommenderContractTest {
  private static Recommender reranked(Interactions train, Options options, long seed) {
    return Reranked.of(
        ItemKnn.fit(train, ItemKnnOptions.of(12)),
        train,
        ContentBasedTest.colours(),
        options,
        seed);
  }

  @Override
  Recommender fit(Interactions train, long seed) {
    return reranked(train, new Options(Method.MMR, 0.3), seed);
  }

  @Override
  Recommender load(Path file) {
    return Reranked.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        reranked(train, new Options(Method.MMR, 0.6), 1),
        reranked(train, new Options(Method.XQUAD, 0.3), 1),
        reranked(train, new Options(Method.CALIBRATED, 0.3), 1),
        reranked(train, new Options(Method.RANDOM, 0.3), 1),
        reranked(train, new Options(Method.RANDOM, 0.3), 2),
        reranked(train, Options.limited(1), 1),
        reranked(train, Options.limited(2), 1),
        reranked(train, new Options(Method.MMR, 0.3, 2, 3), 1));
  }

  @Override
  boolean topFollowsScores() {
    return false;
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /** Popularity 10 down to 5; items 1 to 4 are of A, 5 and 6 of B. User 99 has 1 and 5. */
  private static List<String> top(Options options, int k, String user) {
    var rows = Interactions.builder().user("98");
    for (int i = 1; i <= 6; i++) {
      for (int u = 0; u < 11 - i; u++) {
        rows.add(u, i, 1);
      }
    }
    rows.add(99, 1, 1).add(99, 5, 1);
    Interactions train = rows.build();
    ItemFeatures topics =
        ItemFeatures.ofLabels(
            Map.of(
                "1",
                List.of("A"),
                "2",
                List.of("A"),
                "3",
                List.of("A"),
                "4",
                List.of("A"),
                "5",
                List.of("B"),
                "6",
                List.of("B")));
    Recommender model = Reranked.of(Popularity.fit(train), train, topics, options, 4);
    return model.top(user, k, Exclude.none()).stream().map(Suggestion::id).toList();
  }

  @Test
  void withoutStrengthTheOrderIsTheModels() {
    for (Method method : List.of(Method.MMR, Method.XQUAD, Method.CALIBRATED, Method.RANDOM)) {
      assertEquals(
          List.of("1", "2", "3", "4", "5", "6"), top(new Options(method, 0), 6, "99"), "" + method);
    }
  }

  /** Relevance of 1 … 6: 1, .83, .67, .5, .5, 0 (item 5 has one more). */
  @Test
  void eachMethodBringsTheOtherTopicUp() {
    assertEquals(List.of("1", "5", "2"), top(new Options(Method.MMR, 0.5), 3, "99"));
    assertEquals(List.of("1", "2", "3"), top(new Options(Method.MMR, 0.1), 3, "99"));
    assertEquals(List.of("1", "5", "2"), top(new Options(Method.XQUAD, 0.5), 3, "99"));
    assertEquals(List.of("1", "5", "2", "6"), top(new Options(Method.CALIBRATED, 0.99), 4, "99"));
    assertEquals(List.of("1", "2", "5", "6", "3"), top(Options.limited(2), 5, "99"));
  }

  @Test
  void randomIsRandomByUserAndSeedAlone() {
    Options always = new Options(Method.RANDOM, 1);
    assertEquals(top(always, 6, "99"), top(always, 6, "99"));
    assertEquals(6, top(always, 6, "99").stream().distinct().count());
    assertNotEquals(top(always, 6, "99"), top(always, 6, "98"));
    assertEquals(top(always, 6, "99").subList(0, 3), top(always, 3, "99"));
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> new Options(Method.MMR, 1.1));
    assertThrows(UserError.class, () -> new Options(Method.MMR, Double.NaN));
    assertThrows(UserError.class, () -> Options.limited(0));
    assertThrows(UserError.class, () -> new Options(Method.MMR, 0, 1, 0));
    assertTrue(fit(ratings(1), 1).name().endsWith("re-ranked (mmr, 0.300)"));
    assertTrue(reranked(ratings(1), Options.limited(3), 1).name().endsWith("(limited, at most 3)"));
  }
}
