package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.ItemKnn.Neighbours;
import lectern.recommend.ItemKnn.Scoring;
import lectern.recommend.ItemKnn.Similarity;
import org.junit.jupiter.api.Test;

class ItemKnnTest extends RecommenderContractTest {
  private static final ItemKnnOptions USUAL = ItemKnnOptions.of(12);

  @Override
  Recommender fit(Interactions train, long seed) {
    return ItemKnn.fit(train, USUAL);
  }

  @Override
  Recommender load(Path file) {
    return ItemKnn.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        ItemKnn.fit(train, USUAL.similarity(Similarity.ADJUSTED_COSINE)),
        ItemKnn.fit(train, USUAL.similarity(Similarity.CENTRED_COSINE)),
        ItemKnn.fit(train, USUAL.similarity(Similarity.PRINTED)),
        ItemKnn.fit(train, ItemKnnOptions.of(3)),
        ItemKnn.fit(train, USUAL.neighbours(Neighbours.OF_WHAT_THE_USER_HAS)),
        ItemKnn.fit(train, USUAL.scoring(Scoring.MEAN)),
        ItemKnn.fit(train, USUAL.values(true)),
        ItemKnn.fit(train, USUAL.shrinkage(2)));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /** a rates i 1, j 2, k 6; b rates i 3, j 2; c rates j 5, k 4. */
  private static Interactions three() {
    return Interactions.builder()
        .add("a", "i", 1)
        .add("a", "j", 2)
        .add("a", "k", 6)
        .add("b", "i", 3)
        .add("b", "j", 2)
        .add("c", "j", 5)
        .add("c", "k", 4)
        .build();
  }

  private static double ij(Similarity similarity, boolean values) {
    return ItemKnn.fit(three(), ItemKnnOptions.of(9).similarity(similarity).values(values))
        .similarity(0, 1);
  }

  /** Deviations of i from its mean 2: −1, 1; of j from its mean 3: −1, −1, 2. */
  @Test
  void similaritiesByHand() {
    assertEquals(2 / Math.sqrt(2 * 3), ij(Similarity.COSINE, false), 1e-12);
    assertEquals((1 * 2 + 3 * 2) / Math.sqrt(10 * 33), ij(Similarity.COSINE, true), 1e-12);
    assertEquals(1 - (1 * 1 + 1 * 1) / (2.0 * 6), ij(Similarity.PRINTED, true), 1e-12);
    assertEquals(0, ij(Similarity.CENTRED_COSINE, true), 1e-12);
    double product = (1 - 3) * (2 - 3) + 0.5 * -0.5;
    double lengths = Math.sqrt((4 + 0.25) * (1 + 0.25));
    assertEquals(product / lengths, ij(Similarity.ADJUSTED_COSINE, true), 1e-12);
    double shrunk = ItemKnn.fit(three(), ItemKnnOptions.of(9).shrinkage(1)).similarity(0, 1);
    assertEquals(2 / (Math.sqrt(6) + 1), shrunk, 1e-12);
  }

  /** What is printed as a similarity is 1 for items that nobody has in common. */
  @Test
  void thePrintedSimilarityIsHighestForStrangers() {
    Interactions apart =
        Interactions.builder()
            .add(1, 1, 1)
            .add(2, 1, 5)
            .add(1, 2, 1)
            .add(2, 2, 5)
            .add(3, 3, 1)
            .add(4, 3, 5)
            .build();
    ItemKnn printed = ItemKnn.fit(apart, ItemKnnOptions.crossplatform(9));
    assertEquals(1, printed.similarity(0, 2));
    assertEquals(0.5, printed.similarity(0, 1));
    ItemKnn sound = ItemKnn.fit(apart, ItemKnnOptions.of(9).similarity(Similarity.CENTRED_COSINE));
    assertEquals(0, sound.similarity(0, 2));
    assertEquals(1, sound.similarity(0, 1), 1e-12);
  }

  @Test
  void sumsAndMeansByHand() {
    double ik = 1 / Math.sqrt(2 * 2);
    double jk = 2 / Math.sqrt(3 * 2);
    ItemKnn sum = ItemKnn.fit(three(), ItemKnnOptions.of(9));
    assertEquals(ik + jk, scores(sum, 1)[2], 1e-6);
    ItemKnn mean = ItemKnn.fit(three(), ItemKnnOptions.of(9).values(true).scoring(Scoring.MEAN));
    double vik = 6 / Math.sqrt(10 * 52);
    double vjk = (2 * 6 + 5 * 4) / Math.sqrt(33 * 52);
    assertEquals((3 * vik + 2 * vjk) / (vik + vjk), scores(mean, 1)[2], 1e-6);
    assertArrayEquals(new float[] {2, 3, 2}, scores(sum, -1));
    assertArrayEquals(new float[] {2, 3, 5}, scores(mean, -1));
    ItemKnn nearest = ItemKnn.fit(three(), ItemKnnOptions.of(1));
    assertEquals(jk, scores(nearest, 1)[2], 1e-6);
  }

  @Test
  void anItemWithoutDeviationIsLikeNone() {
    Interactions flat = Interactions.builder().add(1, 1, 3).add(2, 1, 3).add(1, 2, 4).build();
    for (Similarity similarity : List.of(Similarity.PRINTED, Similarity.CENTRED_COSINE)) {
      assertEquals(
          0, ItemKnn.fit(flat, ItemKnnOptions.of(2).similarity(similarity)).similarity(0, 1));
    }
    assertThrows(UserError.class, () -> ItemKnnOptions.of(0));
    assertThrows(UserError.class, () -> USUAL.shrinkage(-1));
    assertTrue(ItemKnn.fit(flat, USUAL).name().contains("k = 12"));
  }
}
