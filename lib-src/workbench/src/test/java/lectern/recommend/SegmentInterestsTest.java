package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.recommend.SegmentInterests.Options;
import org.junit.jupiter.api.Test;

class SegmentInterestsTest extends RecommenderContractTest {
  private static int[] byColour(Interactions train) {
    return train.users().ids().stream().mapToInt(id -> Integer.parseInt(id) % 2).toArray();
  }

  @Override
  Recommender fit(Interactions train, long seed) {
    return SegmentInterests.fit(train, byColour(train), ContentBasedTest.colours(), new Options());
  }

  @Override
  Recommender load(Path file) {
    return SegmentInterests.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    int[] one = new int[train.userCount()];
    var colours = ContentBasedTest.colours();
    return List.of(
        SegmentInterests.fit(train, byColour(train), colours, new Options(0)),
        SegmentInterests.fit(train, one, colours, new Options()),
        SegmentInterests.fit(
            train,
            byColour(train),
            ItemFeatures.ofLabels(Map.of("1", List.of("x"))),
            new Options()));
  }

  /** Everybody of a colour gets one list: right where the hidden item is its most popular. */
  @Override
  int checkerboardFloor() {
    return 2;
  }

  /** Segment 0: two of A, one of B; segment 1: nothing of A, one of B; everybody: 2 and 2. */
  @Test
  void countsAndSharesByHand() {
    Interactions train =
        Interactions.builder()
            .add(1, 1, 1)
            .add(1, 2, 1)
            .add(2, 3, 1)
            .add(3, 3, 1)
            .user("4")
            .build();
    ItemFeatures topics =
        ItemFeatures.ofLabels(Map.of("1", List.of("A"), "2", List.of("A"), "3", List.of("B")));
    int[] segments = {0, 0, 1, -1};
    var plain = SegmentInterests.fit(train, segments, topics, new Options(0));
    assertEquals(2, plain.segmentCount());
    assertEquals(2, plain.count(0, "A"));
    assertEquals(2 / 3.0, plain.share(0, "A"), 1e-12);
    assertEquals(1, plain.share(1, "B"));
    assertEquals("A", plain.firstCategory(0));
    assertEquals("B", plain.firstCategory(1));
    assertEquals(0, plain.count(0, "C"));
    assertEquals(4, plain.table().rowCount());
    var shrunk = SegmentInterests.fit(train, segments, topics, new Options(2));
    assertEquals((2 + 2 * 0.5) / 5, shrunk.share(0, "A"), 1e-12);
    assertEquals((0 + 2 * 0.5) / 3, shrunk.share(1, "A"), 1e-12);
    float[] first = scores(shrunk, 0);
    assertEquals(0.6 * 2 / 4, first[0], 1e-6);
    assertEquals(0.4 * 3 / 3, first[2], 1e-6);
    float[] nowhere = scores(shrunk, 3);
    assertArrayEquals(scores(shrunk, -1), nowhere);
    assertEquals(0.5, nowhere[2], 1e-6);
    assertEquals(1, first[0] + first[1] + first[2], 1e-6);
  }

  /** An item of two categories counts half in each. */
  @Test
  void severalCategoriesShareAnItem() {
    Interactions train = Interactions.builder().add(1, 1, 1).build();
    ItemFeatures topics = ItemFeatures.ofLabels(Map.of("1", List.of("A", "B")));
    var model = SegmentInterests.fit(train, new int[] {0}, topics, new Options());
    assertEquals(0.5, model.count(0, "A"));
    assertEquals(1, scores(model, 0)[0], 1e-6);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Interactions train = Interactions.builder().add(1, 1, 1).build();
    ItemFeatures topics = ItemFeatures.ofLabels(Map.of("1", List.of("A")));
    assertThrows(
        UserError.class, () -> SegmentInterests.fit(train, new int[2], topics, new Options()));
    assertThrows(UserError.class, () -> new Options(-1));
    var below =
        ItemFeatures.of(List.of("1"), List.of("A"), DenseMatrix.wrap(1, 1, new double[] {-1}));
    assertThrows(
        UserError.class, () -> SegmentInterests.fit(train, new int[1], below, new Options()));
  }
}
