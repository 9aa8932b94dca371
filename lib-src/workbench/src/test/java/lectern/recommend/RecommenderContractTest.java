package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every model must do; a model joins with a subclass.
 *
 * <p>A model whose scores need more than the interactions (attributes, a grouping of users) knows
 * the ids of {@link #checkerboard} and {@link #ratings}: users 0 to 29, items 0 to 19 and 99.
 */
abstract class RecommenderContractTest {
  static final int USERS = 30;
  static final int ITEMS = 20;

  /** Fits with the model's usual options. */
  abstract Recommender fit(Interactions train, long seed);

  abstract Recommender load(Path file);

  /** Fits with usual options but one, for each option in turn. */
  abstract List<Recommender> eachOptionChanged(Interactions train);

  /** How many of the checkerboard's users must find their hidden item first. */
  abstract int checkerboardFloor();

  /** False for a model whose lists are in another order than its scores. */
  boolean topFollowsScores() {
    return true;
  }

  @TempDir Path folder;

  /**
   * A checkerboard of likes: even users like even items, odd users odd ones. One liked item of each
   * user is hidden. Each user took them in an order of its own.
   */
  static Interactions checkerboard() {
    RandomStream order = RandomStream.of(1, "checkerboard");
    InteractionsBuilder rows = Interactions.builder();
    for (int u = 0; u < USERS; u++) {
      rows.user(Integer.toString(u));
      for (int i = u % 2; i < ITEMS; i += 2) {
        if (i != hidden(u)) {
          rows.add(u, i, 1, order.nextInt(1000));
        }
      }
    }
    return rows.build();
  }

  static int hidden(int user) {
    return user % 2 + 2 * (user / 2 % (ITEMS / 2));
  }

  /** Ratings 1 to 5 at random, at random times; user 0 and the last item have none. */
  static Interactions ratings(long seed) {
    RandomStream order = RandomStream.of(seed, "times");
    RandomStream random = RandomStream.of(seed, "ratings");
    InteractionsBuilder rows = Interactions.builder().user("0").item("99");
    for (int u = 1; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        if (random.nextInt(3) > 0) {
          rows.add(u, i, 1 + random.nextInt(5), order.nextInt(1000));
        }
      }
    }
    return rows.build();
  }

  static float[] scores(Recommender model, int user) {
    float[] out = new float[model.items().size()];
    model.score(user, out);
    return out;
  }

  @Test
  void findsTheHiddenItemsOfACheckerboard() {
    Interactions train = checkerboard();
    Recommender model = fit(train, 1);
    int first = 0;
    for (int u = 0; u < USERS; u++) {
      var top = model.top(u, 1, Exclude.seen(train));
      first += top.get(0).id().equals(Integer.toString(hidden(u))) ? 1 : 0;
    }
    assertTrue(first >= checkerboardFloor(), first + " of " + USERS);
  }

  @Test
  void anUnknownUserGetsAnAnswerAndOneWithoutItemsToo() {
    Recommender model = fit(ratings(1), 1);
    float[] unknown = scores(model, -1);
    for (int user : new int[] {-1, USERS, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertArrayEquals(unknown, scores(model, user), "user " + user);
    }
    for (int user = -1; user <= USERS; user++) {
      for (float score : scores(model, user)) {
        assertTrue(Float.isFinite(score), "user " + user);
      }
    }
    assertEquals(3, model.top("nobody", 3, Exclude.none()).size());
    assertEquals(3, model.top("0", 3, Exclude.none()).size());
  }

  @Test
  void topIsInTheOrderOfScoresWithoutWhatIsExcluded() {
    Interactions train = ratings(2);
    Recommender model = fit(train, 1);
    for (int u = -1; u < USERS; u++) {
      float[] scores = scores(model, u);
      var all = model.top(u, 100, Exclude.none());
      assertEquals(train.itemCount(), all.size());
      for (int p = 1; p < all.size(); p++) {
        Suggestion before = all.get(p - 1);
        Suggestion here = all.get(p);
        assertTrue(
            !topFollowsScores()
                || before.score() > here.score()
                || (before.score() == here.score() && before.item() < here.item()));
        assertEquals(scores[here.item()], here.score());
        assertEquals(model.items().id(here.item()), here.id());
      }
      Exclude seen = Exclude.seen(train);
      int user = u;
      var wanted =
          all.stream().filter(s -> user < 0 || train.find(user, s.item()) < 0).limit(5).toList();
      var top = model.top(u, 5, seen);
      if (topFollowsScores()) {
        assertEquals(wanted, top);
      }
      assertEquals(wanted.size(), top.stream().map(Suggestion::item).distinct().count());
      assertTrue(top.stream().allMatch(s -> user < 0 || train.find(user, s.item()) < 0));
    }
    assertThrows(UserError.class, () -> model.top(0, 0, Exclude.none()));
  }

  @Test
  void aSavedModelIsReadBackToTheBit() throws IOException {
    Interactions train = ratings(3);
    Recommender model = fit(train, 5);
    Path file = folder.resolve("model");
    Files.writeString(file, "something older");
    model.save(file);
    Recommender back = load(file);
    assertEquals(model.provenance(), back.provenance());
    assertEquals(model.users(), back.users());
    assertEquals(model.items(), back.items());
    assertEquals(model.name(), back.name());
    for (int u = -1; u < USERS; u++) {
      assertArrayEquals(scores(model, u), scores(back, u));
      assertEquals(model.top(u, 7, Exclude.none()), back.top(u, 7, Exclude.none()));
    }
    if (model instanceof RatingModel one && back instanceof RatingModel two) {
      assertEquals(one.meanValue(), two.meanValue());
      assertEquals(one.estimate("3", "4"), two.estimate("3", "4"));
    }
    Path again = folder.resolve("again");
    back.save(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aDamagedOrForeignFileIsRefused() throws IOException {
    Path file = folder.resolve("model");
    fit(ratings(4), 1).save(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertTrue(assertThrows(UserError.class, () -> load(file)).getMessage().contains("is damaged"));
    Files.writeString(file, "text".repeat(50));
    assertTrue(
        assertThrows(UserError.class, () -> load(file)).getMessage().contains("not a saved model"));
    Path nowhere = folder.resolve("no").resolve("model");
    assertThrows(UserError.class, () -> load(nowhere));
    Recommender model = fit(ratings(4), 1);
    assertThrows(UserError.class, () -> model.save(nowhere));
  }

  @Test
  void itTellsWhereItComesFrom() {
    Interactions train = ratings(5);
    Provenance provenance = fit(train, 7).provenance();
    assertEquals(train.checksum(), provenance.dataChecksum());
    assertFalse(provenance.options().isBlank());
    assertNotEquals(provenance, fit(ratings(6), 7).provenance());
  }

  @Test
  void sameBitsOnAnyNumberOfThreadsAndForAnyOrderOfRows() {
    Interactions train = ratings(7);
    Interactions turned = turned(train);
    Recommender one = Parallel.withThreads(1, () -> fit(train, 3));
    for (int threads : new int[] {2, 3}) {
      Recommender many = Parallel.withThreads(threads, () -> fit(turned, 3));
      for (int u = -1; u < USERS; u++) {
        assertArrayEquals(scores(one, u), scores(many, u));
        assertEquals(one.top(u, 7, Exclude.none()), many.top(u, 7, Exclude.none()));
      }
    }
  }

  /** The same rows, added from the last to the first. */
  private static Interactions turned(Interactions data) {
    InteractionsBuilder rows = Interactions.builder();
    for (int i = data.itemCount() - 1; i >= 0; i--) {
      rows.item(data.items().id(i));
    }
    for (int u = data.userCount() - 1; u >= 0; u--) {
      rows.user(data.users().id(u));
      for (int p = data.start(u + 1) - 1; p >= data.start(u); p--) {
        String user = data.users().id(u);
        String item = data.items().id(data.item(p));
        if (data.hasTimes()) {
          rows.add(user, item, data.value(p), data.time(p));
        } else {
          rows.add(user, item, data.value(p));
        }
      }
    }
    return rows.build();
  }

  @Test
  void nothingIsLeftWhenEverythingIsExcluded() {
    Recommender model = fit(ratings(10), 1);
    int[] all = IntStream.range(0, model.items().size()).toArray();
    for (int u = -1; u < USERS; u++) {
      assertEquals(List.of(), model.top(u, 5, user -> all));
    }
  }

  /** A model may refuse such data with a sentence; it must not break. */
  @Test
  void dataWithNextToNothingIsAnsweredOrRefused() {
    for (Interactions few :
        List.of(
            Interactions.builder().build(),
            Interactions.builder().user("0").item("1").build(),
            Interactions.builder().add(0, 1, 3, 1).build(),
            Interactions.builder().add(0, 1, 3, 1).add(0, 2, 3, 2).build(),
            Interactions.builder().add(0, 1, 3, 1).add(1, 1, 3, 1).build(),
            block(1, 9, 3),
            block(9, 1, 3),
            block(9, 9, 3),
            block(9, 9, 0),
            block(9, 9, -2),
            block(9, 9, 1e6),
            block(9, 9, 1e15))) {
      Recommender model;
      try {
        model = fit(few, 1);
      } catch (UserError refused) {
        assertTrue(refused.getMessage().length() > 20, refused.getMessage());
        continue;
      }
      for (int u = -1; u <= few.userCount(); u++) {
        for (float score : scores(model, u)) {
          assertTrue(Float.isFinite(score), "user " + u + " of " + few);
        }
        assertEquals(few.itemCount(), model.top(u, 100, Exclude.none()).size());
      }
    }
  }

  /** Every user has every item but one, always at this value. */
  private static Interactions block(int users, int items, double value) {
    InteractionsBuilder rows = Interactions.builder();
    for (int u = 0; u < users; u++) {
      for (int i = 0; i < items; i++) {
        if (items == 1 || users == 1 || i != u) {
          rows.add(u, i, value, u + i);
        }
      }
    }
    return rows.build();
  }

  @Test
  void anEstimateOfOnePairIsThatOfTheRow() {
    if (fit(ratings(11), 1) instanceof RatingModel model) {
      double[] row = new double[model.items().size()];
      for (int u = -1; u <= USERS; u++) {
        model.estimates(u, row);
        for (int i = 0; i < row.length; i++) {
          assertEquals(row[i], model.estimate(u, i), "user " + u + ", item " + i);
        }
        assertEquals(model.meanValue(), model.estimate(u, -1));
        assertEquals(model.meanValue(), model.estimate(u, row.length));
      }
    }
  }

  @Test
  void eachOptionChangesSomething() {
    Interactions train = ratings(8);
    Recommender usual = fit(train, 1);
    for (Recommender changed : eachOptionChanged(train)) {
      boolean differs = false;
      for (int u = 0; u < USERS; u++) {
        differs |= !Arrays.equals(scores(usual, u), scores(changed, u));
        differs |= !usual.top(u, 9, Exclude.none()).equals(changed.top(u, 9, Exclude.none()));
      }
      assertTrue(differs, changed.provenance().options());
      assertNotEquals(usual.provenance(), changed.provenance());
    }
  }

  @Test
  void anArrayOfAnotherLengthIsRefused() {
    Recommender model = fit(ratings(9), 1);
    assertFalse(model.name().isBlank());
    assertThrows(UserError.class, () -> model.score(0, new float[ITEMS - 1]));
    assertThrows(UserError.class, () -> model.score(0, new float[ITEMS + 9]));
  }
}
