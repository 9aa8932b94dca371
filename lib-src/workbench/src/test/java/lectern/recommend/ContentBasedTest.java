package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.recommend.ContentBased.Against;
import lectern.recommend.ContentBased.Options;
import org.junit.jupiter.api.Test;

class ContentBasedTest extends RecommenderContractTest {
  private static final double ANY = Double.NEGATIVE_INFINITY;

  /** The colour of the checkerboard, and for each item a label of its own. */
  static ItemFeatures colours() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      labels.put(Integer.toString(i), List.of(i % 2 == 0 ? "white" : "black", "field " + i / 3));
    }
    return ItemFeatures.ofLabels(labels);
  }

  @Override
  Recommender fit(Interactions train, long seed) {
    return ContentBased.fit(train, colours(), new Options());
  }

  @Override
  Recommender load(Path file) {
    return ContentBased.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
        ContentBased.fit(train, colours(), new Options(Against.NEAREST, ANY, true)),
        ContentBased.fit(train, colours(), new Options(Against.PROFILE, 4, true)),
        ContentBased.fit(train, colours(), new Options(Against.PROFILE, ANY, false)),
        ContentBased.fit(train, ItemFeatures.ofLabels(Map.of("1", List.of("x"))), new Options()));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  /** The article "precision", 4.3: the cosine of its two vectors (it prints 0.795). */
  @Test
  void theArticlesExample() {
    double cosine = ContentBased.cosine(new double[] {1, 0.5, -0.3}, new double[] {0.5, 0.2, 0.1});
    assertEquals(0.57 / Math.sqrt(1.34 * 0.3), cosine, 1e-12);
    assertEquals(0.899, cosine, 0.0005);
    assertEquals(0, ContentBased.cosine(new double[2], new double[] {1, 2}));
    assertThrows(UserError.class, () -> ContentBased.cosine(new double[1], new double[2]));
  }

  @Test
  void profileAndNearestByHand() {
    ItemFeatures features =
        ItemFeatures.of(
            List.of("1", "2", "3", "4"),
            List.of("java", "art"),
            DenseMatrix.wrap(4, 2, new double[] {1, 0, 0, 2, 1, 1, 0, 0}));
    Interactions train =
        Interactions.builder().add(1, 1, 3).add(1, 2, 1).item("3").item("4").build();
    ContentBased profile = ContentBased.fit(train, features, new Options());
    assertArrayEquals(new double[] {0.75, 0.5}, profile.profile(0), 1e-12);
    double length = Math.sqrt(0.75 * 0.75 + 0.25);
    float[] scores = scores(profile, 0);
    assertEquals(0.75 / length, scores[0], 1e-6);
    assertEquals(0.5 / length, scores[1], 1e-6);
    assertEquals(1.25 / length / Math.sqrt(2), scores[2], 1e-6);
    assertEquals(0, scores[3]);
    var nearest = ContentBased.fit(train, features, new Options(Against.NEAREST, ANY, true));
    assertEquals(Math.sqrt(0.5), scores(nearest, 0)[2], 1e-6);
    var liked = ContentBased.fit(train, features, new Options(Against.PROFILE, 2, false));
    assertArrayEquals(new double[] {1, 0}, liked.profile(0), 1e-12);
    assertArrayEquals(new double[2], profile.profile(-1));
    assertArrayEquals(new float[] {1, 1, 0, 0}, scores(profile, -1));
    assertThrows(UserError.class, () -> new Options(Against.NEAREST, Double.NaN, true));
  }
}
