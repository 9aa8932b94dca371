package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.Blend.Mix;
import org.junit.jupiter.api.Test;

class BlendTest extends RecommenderContractTest {
  private static List<Recommender> two(Interactions train) {
    return List.of(ItemKnn.fit(train, ItemKnnOptions.of(12)), Popularity.fit(train));
  }

  @Override
  Recommender fit(Interactions train, long seed) {
    return Blend.of(two(train), Mix.RANKS, 3, 1);
  }

  @Override
  Recommender load(Path file) {
    return Blend.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        Blend.of(two(train), Mix.SCORES, 3, 1),
        Blend.of(two(train), Mix.RANKS, 1, 1),
        Blend.of(List.of(two(train).get(1), two(train).get(0)), Mix.RANKS, 3, 1));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /** Popularity says 1, 3, 3, 0; by values 9, 3, 7, 0. */
  @Test
  void ranksAndScoresByHand() {
    Interactions train =
        Interactions.builder()
            .add(1, 1, 9)
            .add(1, 2, 1)
            .add(2, 2, 1)
            .add(3, 2, 1)
            .add(1, 3, 3)
            .add(2, 3, 2)
            .add(3, 3, 2)
            .item("4")
            .build();
    List<Recommender> both =
        List.of(
            Popularity.fit(train),
            Popularity.fit(train, new Popularity.Options(Popularity.Count.VALUES)));
    float third = 1 / 3f;
    assertArrayEquals(
        new float[] {third, 2.5f / 3, 2.5f / 3, 0}, scores(Blend.of(both, Mix.RANKS, 1, 0), 0));
    assertArrayEquals(new float[] {third, 1, 1, 0}, scores(Blend.of(both, Mix.SCORES, 1, 0), 0));
    float[] mixed = scores(Blend.of(both, Mix.SCORES, 2, 2), 0);
    assertEquals((1 / 3.0 + 1) / 2, mixed[0], 1e-6);
    assertEquals((1 + 7 / 9.0) / 2, mixed[2], 1e-6);
  }

  @Test
  void weightsAreChosenByQuality() {
    Interactions train = ratings(1);
    List<double[]> tried = new ArrayList<>();
    Blend best =
        Blend.choose(
            List.of(two(train).get(0), two(train).get(1), Popularity.fit(train)),
            Mix.RANKS,
            4,
            blend -> {
              tried.add(blend.weights());
              return -Math.abs(blend.weights()[0] - 0.5) - Math.abs(blend.weights()[1] - 0.25);
            });
    assertArrayEquals(new double[] {0.5, 0.25, 0.25}, best.weights(), 1e-12);
    assertEquals(15, tried.size());
    assertEquals(15, tried.stream().map(Arrays::toString).distinct().count());
    assertArrayEquals(
        new double[] {1, 0}, Blend.choose(two(train), Mix.RANKS, 3, b -> 7).weights());
  }

  @Test
  void whatCannotBeMixedIsRefused() {
    Interactions train = ratings(1);
    assertThrows(UserError.class, () -> Blend.of(two(train), Mix.RANKS, 1));
    assertThrows(UserError.class, () -> Blend.of(two(train), Mix.RANKS, 1, -1));
    assertThrows(UserError.class, () -> Blend.of(two(train), Mix.RANKS, 0, 0));
    assertThrows(UserError.class, () -> Blend.of(List.of(), Mix.RANKS));
    assertThrows(UserError.class, () -> Blend.choose(List.of(), Mix.RANKS, 2, b -> 0));
    Interactions other = Interactions.builder().add(1, 1, 1).build();
    assertThrows(
        UserError.class,
        () -> Blend.of(List.of(Popularity.fit(train), Popularity.fit(other)), Mix.RANKS, 1, 1));
  }
}
