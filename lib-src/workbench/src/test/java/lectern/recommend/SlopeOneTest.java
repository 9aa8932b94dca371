package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class SlopeOneTest extends RecommenderContractTest {
  @Override
  Recommender fit(Interactions train, long seed) {
    return SlopeOne.fit(train);
  }

  @Override
  Recommender load(Path file) {
    return SlopeOne.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(SlopeOne.fit(train, new SlopeOne.Options(true)));
  }

  /** All likes are 1, so no item is rated above another. */
  @Override
  int checkerboardFloor() {
    return 0;
  }

  /** Surprise 1.1.5. */
  @Test
  void golden() {
    PublishedPairs.assertEstimates(
        SlopeOne.fit(PublishedPairs.ratings()),
        0.7,
        1.35,
        4.625,
        3.25,
        3.35,
        3.15,
        2.65,
        2.7,
        3.35,
        1.291666666667,
        4.05,
        4.15,
        4.15,
        3.65);
  }

  /** The example of the paper, 1: item j is half a point above item i; and two items, weighted. */
  @Test
  void byHand() {
    Interactions two =
        Interactions.builder().add("a", "i", 1).add("a", "j", 1.5).add("b", "i", 2).build();
    assertEquals(0.5, SlopeOne.fit(two).deviation(1, 0));
    assertEquals(2.5, SlopeOne.fit(two).estimate("b", "j"));
    Interactions three =
        Interactions.builder()
            .add("a", "i", 5)
            .add("a", "j", 3)
            .add("a", "k", 2)
            .add("b", "i", 3)
            .add("b", "j", 4)
            .add("c", "j", 2)
            .add("c", "k", 5)
            .build();
    var weighted = SlopeOne.fit(three, new SlopeOne.Options(true));
    assertEquals((2 * (0.5 + 2) + 1 * (3 + 5)) / 3.0, weighted.estimate("c", "i"), 1e-12);
    assertEquals(3.5 + (0.5 + 3) / 2, SlopeOne.fit(three).estimate("c", "i"), 1e-12);
    assertEquals(3.5, SlopeOne.fit(three).estimate("c", "nothing else"), 0.1);
    assertTrue(weighted.name().startsWith("weighted"));
    assertThrows(UserError.class, () -> SlopeOne.load(Path.of("no such file")));
  }
}
