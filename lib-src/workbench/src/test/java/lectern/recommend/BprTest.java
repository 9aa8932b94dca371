package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class BprTest extends RecommenderContractTest {
  private static final Bpr.Options USUAL = new Bpr.Options(5).epochs(60);

  @Override
  Recommender fit(Interactions train, long seed) {
    return Bpr.fit(train, USUAL, seed);
  }

  @Override
  Recommender load(Path file) {
    return Bpr.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        Bpr.fit(train, new Bpr.Options(6).epochs(60), 1),
        Bpr.fit(train, USUAL.learningRate(0.04), 1),
        Bpr.fit(train, USUAL.regularisation(0.02), 1),
        Bpr.fit(train, USUAL.epochs(59), 1),
        Bpr.fit(train, USUAL.negatives(Bpr.Negatives.POPULAR), 1),
        Bpr.fit(train, USUAL, 2));
  }

  @Override
  int checkerboardFloor() {
    return USERS - 2;
  }

  /**
   * One user, one item taken, one not. With λ = 0.6 factors shrink to nothing, and the two biases b
   * and −b come to rest where σ(−2b) = 0.6 b.
   */
  @Test
  void oneTripleComesToRestWhereItMust() {
    Interactions one = Interactions.builder().add(1, 1, 1).item("2").build();
    Bpr model = Bpr.fit(one, new Bpr.Options(3).regularisation(0.6).epochs(5000), 1);
    double b = 0.5;
    for (int n = 0; n < 100; n++) {
      b = 0.5 * b + 0.5 / (1 + Math.exp(2 * b)) / 0.6;
    }
    assertArrayEquals(new float[] {(float) b, (float) -b}, model.itemBiases(), 1e-5f);
    assertEquals(0, model.userFactors().get(0, 0), 1e-5);
    assertEquals(0, model.itemFactors().get(1, 2), 1e-5);
  }

  @Test
  void takenItemsComeToStandBeforeTheOthers() {
    Interactions train = checkerboard();
    Bpr model = Bpr.fit(train, USUAL, 3);
    int right = 0;
    int all = 0;
    for (int u = 0; u < USERS; u++) {
      float[] scores = scores(model, u);
      for (int i : train.itemsOf(u)) {
        for (int j = (u + 1) % 2; j < ITEMS; j += 2) {
          all++;
          right += scores[i] > scores[j] ? 1 : 0;
        }
      }
    }
    assertTrue(right > 0.99 * all, right + " of " + all);
  }

  @Test
  void valuesAreNotRead() {
    InteractionsBuilder ones = Interactions.builder();
    Interactions rated = ratings(4);
    rated.users().ids().forEach(ones::user);
    rated.items().ids().forEach(ones::item);
    for (int u = 0; u < rated.userCount(); u++) {
      for (int item : rated.itemsOf(u)) {
        ones.add(rated.users().id(u), rated.items().id(item));
      }
    }
    assertArrayEquals(
        Bpr.fit(rated, USUAL, 1).userFactors().array(),
        Bpr.fit(ones.build(), USUAL, 1).userFactors().array());
  }

  @Test
  void popularNegativesPushPopularItemsDown() {
    InteractionsBuilder rows = Interactions.builder();
    for (int u = 0; u < 40; u++) {
      rows.add(u, 50 + u, 1);
      if (u < 20) {
        rows.add(u, 0, 1);
      }
    }
    Interactions train = rows.build();
    double uniform = Bpr.fit(train, USUAL, 1).itemBiases()[0];
    double popular = Bpr.fit(train, USUAL.negatives(Bpr.Negatives.POPULAR), 1).itemBiases()[0];
    assertTrue(popular < uniform - 0.1, popular + ", " + uniform);
  }

  @Test
  void aUserWhoHasEverythingIsPassedOver() {
    Interactions all = Interactions.builder().add(1, 1, 1).add(1, 2, 1).build();
    assertArrayEquals(new float[2], Bpr.fit(all, USUAL, 1).itemBiases());
  }

  @Test
  void badOptionsAndDataAreRefused() {
    assertThrows(UserError.class, () -> new Bpr.Options(0));
    assertThrows(UserError.class, () -> USUAL.learningRate(0));
    assertThrows(UserError.class, () -> USUAL.regularisation(-1));
    assertThrows(UserError.class, () -> USUAL.epochs(0));
    Interactions nothing = Interactions.builder().user("1").item("1").build();
    assertThrows(UserError.class, () -> Bpr.fit(nothing, USUAL, 1));
    UserError grew =
        assertThrows(
            UserError.class,
            () -> Bpr.fit(ratings(1), USUAL.learningRate(1000).regularisation(1), 1));
    assertTrue(grew.getMessage().contains("Try 250.0"));
  }

  @Test
  void anInterruptEndsTheFit() {
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> Bpr.fit(ratings(1), USUAL, 1));
  }
}
