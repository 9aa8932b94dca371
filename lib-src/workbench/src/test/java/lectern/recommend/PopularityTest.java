package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import org.junit.jupiter.api.Test;

class PopularityTest extends RecommenderContractTest {
  @Override
  Recommender fit(Interactions train, long seed) {
    return Popularity.fit(train);
  }

  @Override
  Recommender load(Path file) {
    return Popularity.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(Popularity.fit(train, new Popularity.Options(Popularity.Count.VALUES)));
  }

  @Override
  int checkerboardFloor() {
    return 0;
  }

  @Test
  void countsUsersOrAddsValues() {
    Interactions train =
        Interactions.builder().add(1, 1, 5).add(2, 1, 4).add(1, 2, 10).item("3").build();
    assertArrayEquals(new double[] {2, 1, 0}, Popularity.fit(train).counts());
    assertArrayEquals(
        new double[] {9, 10, 0},
        Popularity.fit(train, new Popularity.Options(Popularity.Count.VALUES)).counts());
    assertArrayEquals(new float[] {2, 1, 0}, scores(Popularity.fit(train), 0));
  }
}
