package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class BiasesTest extends RecommenderContractTest {
  @Override
  Recommender fit(Interactions train, long seed) {
    return Biases.fit(train);
  }

  @Override
  Recommender load(Path file) {
    return Biases.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        Biases.fit(train, new Biases.Options(14, 10, 10)),
        Biases.fit(train, new Biases.Options(15, 9, 10)),
        Biases.fit(train, new Biases.Options(15, 10, 1)),
        Biases.fit(train, Biases.Options.means()));
  }

  @Override
  int checkerboardFloor() {
    return 0;
  }

  /** Surprise 1.1.5. */
  @Test
  void golden() {
    PublishedPairs.assertEstimates(
        Biases.fit(PublishedPairs.ratings()),
        2.471460436563,
        2.721460436563,
        3.492602146711,
        2.980637651753,
        2.980637651753,
        2.99875474036,
        2.81125474036,
        2.971460436563,
        3.221460436563,
        2.54022119433,
        3.180637651753,
        3.180637651753,
        3.24875474036,
        3.06125474036);
  }

  @Test
  void meansByHand() {
    Interactions train =
        Interactions.builder().add(1, 1, 5).add(1, 2, 3).add(2, 1, 1).user("3").item("3").build();
    Biases means = Biases.fit(train, Biases.Options.means());
    assertEquals(3, means.meanValue());
    assertEquals(0, means.itemBias(0));
    assertEquals(0, means.itemBias(1));
    assertEquals(1, means.userBias(0));
    assertEquals(-2, means.userBias(1));
    assertEquals(4, means.estimate("1", "2"));
    assertEquals(3, means.estimate("3", "3"));
    assertEquals(0, means.userBias(-1));
    assertEquals(0, means.itemBias(7));
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> new Biases.Options(-1, 0, 1));
    assertThrows(UserError.class, () -> new Biases.Options(0, Double.NaN, 1));
    assertThrows(UserError.class, () -> new Biases.Options(0, 0, 0));
    var none = Interactions.builder().build();
    assertTrue(assertThrows(UserError.class, () -> Biases.fit(none)).getMessage().contains("none"));
  }
}
