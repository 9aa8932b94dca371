package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.RandomStream;
import lectern.recommend.CrossDomain.Method;
import lectern.recommend.CrossDomain.Options;
import org.junit.jupiter.api.Test;

class CrossDomainTest extends RecommenderContractTest {
  /** Items 10 to 19 are the target. */
  private static final List<String> TARGET = new ArrayList<>();

  static {
    for (int i = ITEMS / 2; i < ITEMS; i++) {
      TARGET.add(Integer.toString(i));
    }
  }

  private static Recommender fit(Interactions train, Options options, long seed) {
    return train.itemCount() < 10
        ? CrossDomain.fit(train, List.of("1"), options, seed)
        : CrossDomain.fit(train, TARGET, options, seed);
  }

  @Override
  Recommender fit(Interactions train, long seed) {
    return fit(train, new Options(Method.MAPPING, 3, 10, 1), seed);
  }

  @Override
  Recommender load(Path file) {
    return CrossDomain.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        fit(train, new Options(Method.NO_TRANSFER, 3, 10, 1), 1),
        fit(train, new Options(Method.SHARED_FACTORS, 3, 10, 1), 1),
        fit(train, new Options(Method.SHARED_FACTORS, 4, 10, 1), 1),
        fit(train, new Options(Method.NEIGHBOURS, 3, 10, 1), 1),
        fit(train, new Options(Method.NEIGHBOURS, 3, 5, 1), 1),
        fit(train, new Options(Method.MAPPING, 2, 10, 1), 1),
        fit(train, new Options(Method.MAPPING, 3, 10, 2), 1),
        CrossDomain.fit(train, TARGET.subList(0, 5), new Options(Method.MAPPING, 3, 10, 1), 1));
  }

  /** Only items of the target come first, and the hidden items of 10 users are of it. */
  @Override
  int checkerboardFloor() {
    return 10;
  }

  /** Two tastes over both domains; 20 users are cold in the target. */
  private static Interactions tastes(long seed) {
    RandomStream random = RandomStream.of(seed, "tastes");
    var rows = Interactions.builder();
    for (int u = 0; u < 120; u++) {
      rows.user(Integer.toString(u));
      for (int i = 0; i < 40; i++) {
        boolean likes = i % 2 == u % 2;
        boolean cold = u < 20 && i >= 20;
        if (!cold && random.nextInt(10) < (likes ? 6 : 1)) {
          rows.add(u, i, 1);
        }
      }
    }
    return rows.build();
  }

  /** With a taste known from the source, nearly all suggestions fit it; popularity fits half. */
  @Test
  void coldUsersAreUnderstoodFromTheSource() {
    List<String> target = new ArrayList<>();
    for (int i = 20; i < 40; i++) {
      target.add(Integer.toString(i));
    }
    for (long seed = 1; seed <= 5; seed++) {
      Interactions train = tastes(seed);
      for (Method method : Method.values()) {
        var model = CrossDomain.fit(train, target, new Options(method, 2, 20, 1), seed);
        int fitting = 0;
        for (int u = 0; u < 20; u++) {
          for (Suggestion one : model.top(Integer.toString(u), 5, Exclude.none())) {
            assertTrue(Integer.parseInt(one.id()) >= 20);
            fitting += Integer.parseInt(one.id()) % 2 == u % 2 ? 1 : 0;
          }
        }
        if (method == Method.NO_TRANSFER) {
          assertEquals(50, fitting, "seed " + seed);
        } else {
          assertTrue(fitting >= 95, method + ", seed " + seed + ": " + fitting);
        }
      }
    }
  }

  @Test
  void strangersGetTheTargetsPopularity() {
    Interactions train = ratings(1);
    Popularity popularity = Popularity.fit(train);
    for (Method method : Method.values()) {
      CrossDomain model = CrossDomain.fit(train, TARGET, new Options(method, 3, 10, 1), 1);
      Exclude source = model.outsideTarget();
      assertEquals(
          popularity.top(-1, 10, source).stream().map(Suggestion::item).toList(),
          model.top(-1, 10, Exclude.none()).stream().map(Suggestion::item).toList());
      assertArrayEquals(scores(model, -1), scores(model, 0));
      assertEquals(10, model.targetItems().size());
      assertEquals(11, source.itemsOf(3).length);
    }
  }

  /** W of x = 1, 2 and y = 2, 4 by hand: Σxy / (Σx² + λ) = 10 / (5 + λ); and two by two. */
  @Test
  void ridgeByHand() {
    assertArrayEquals(
        new double[] {1}, Ridge.solve(new double[] {5}, new double[] {10}, 1, 5), 1e-12);
    double[] solved = Ridge.solve(new double[] {3, 1, 1, 2}, new double[] {4, 1, 1, 3}, 2, 1);
    double[][] a = {{4, 1}, {1, 3}};
    double[][] b = {{4, 1}, {1, 3}};
    for (int i = 0; i < 2; i++) {
      for (int c = 0; c < 2; c++) {
        assertEquals(b[i][c], a[i][0] * solved[c] + a[i][1] * solved[2 + c], 1e-12);
      }
    }
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> new Options(Method.MAPPING, 0, 1, 1));
    assertThrows(UserError.class, () -> new Options(Method.MAPPING, 1, 0, 1));
    assertThrows(UserError.class, () -> new Options(Method.MAPPING, 1, 1, 0));
    assertThrows(
        UserError.class, () -> CrossDomain.fit(ratings(1), List.of("x"), new Options(), 1));
  }
}
