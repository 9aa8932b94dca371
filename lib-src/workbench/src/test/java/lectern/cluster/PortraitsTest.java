package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.feature.UserFeatures;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

/** Portraits of segments, their stability, and how far two groupings agree. */
class PortraitsTest {
  private static UserFeatures features(List<String> names, double[][] rows) {
    return UserFeatures.of(
        IntStream.range(0, rows.length).mapToObj(i -> "u" + i).toList(), names, rows);
  }

  /** Spend has median 30, absolute deviations 20 10 0 10 970: unit 1.4826 × 10. */
  private static final UserFeatures SPENDERS =
      features(
          List.of("spend", "visits", "constant"),
          new double[][] {{10, 5, 1}, {20, 5, 1}, {30, 5, 1}, {40, 5, 1}, {1000, 15, 1}});

  @Test
  void distancesInRobustUnitsByHand() {
    var portraits = SegmentPortraits.of(SPENDERS, new int[] {0, 0, 0, 1, 1});
    SegmentPortrait rich = portraits.of(1);
    assertEquals(2, rich.users());
    assertEquals(0.4, rich.share());
    assertEquals("spend", rich.traits().get(0).feature());
    assertEquals(520, rich.traits().get(0).median());
    assertEquals(30, rich.traits().get(0).everybody());
    assertEquals(490 / 14.826, rich.traits().get(0).distance(), 1e-12);
    assertEquals("visits", rich.traits().get(1).feature());
    assertEquals(5 / (1.2533 * 2), rich.traits().get(1).distance(), 1e-12, "mean deviation is 2");
    assertEquals(0, rich.traits().get(2).distance());
    assertEquals(
        "Segment 1, 40.0 % of users (2): spend far above (median 520.0, all 30.00), "
            + "visits above (median 10.00, all 5.000).",
        rich.sentence());
    assertEquals(
        "Segment 0, 60.0 % of users (3): spend a little below (median 20.00, all 30.00).",
        portraits.sentences().get(0));
  }

  @Test
  void segmentsLikeEverybodyAndUsersInNoSegment() {
    var portraits = SegmentPortraits.of(SPENDERS, new int[] {-1, 3, 3, 3, -1});
    assertEquals("No segment, 40.0 % of users (2)", portraits.sentences().get(0).split(":")[0]);
    assertEquals(
        "Segment 3, 60.0 % of users (3): much like everybody.", portraits.of(3).sentence());
    assertThrows(UserError.class, () -> portraits.of(0));
  }

  @Test
  void unknownValuesAreLeftOut() {
    var some =
        features(
            List.of("rating"),
            new double[][] {{1}, {2}, {3}, {Double.NaN}, {Double.NaN}, {4}, {5}});
    var portraits = SegmentPortraits.of(some, new int[] {0, 0, 0, 0, 1, 2, 2});
    assertEquals(2, portraits.of(0).traits().get(0).median());
    assertEquals(3, portraits.of(0).traits().get(0).everybody());
    assertEquals(0, portraits.of(1).traits().get(0).distance(), "nothing is known of it");
  }

  @Test
  void tableFiguresAndSentencesShowTheSame() {
    var stability = new ClusterStability(new int[] {0, 1}, new double[] {.9, .3}, new double[2], 9);
    var portraits = SegmentPortraits.of(SPENDERS, new int[] {0, 0, 0, 1, 1}, stability);
    assertEquals("spend +33.1", portraits.table().stringColumn("farthest").get(1));
    assertEquals(0.3, portraits.table().doubleColumn("stability").get(1));
    MimeBundle shown = portraits.bundle();
    assertTrue(shown.plain().startsWith("2 segments of 5 users"), shown.plain());
    assertTrue(shown.plain().contains("; not to be trusted (Jaccard 0.30)."), shown.plain());
    assertTrue(shown.data().get(MimeBundle.HTML).toString().contains("<li>Segment 0"));
    assertTrue(portraits.figure().json().contains("segment 1"));
    assertTrue(portraits.figure().png().length > 1000);
    assertTrue(portraits.figure(1).json().contains("visits"));
    var without = SegmentPortraits.of(SPENDERS, new int[5]);
    assertEquals(6, without.table().columnCount());
  }

  @Test
  void clustersFarApartAreStableAndHalvesOfOneAreNot() {
    DenseMatrix rows = KMeansTest.blobs(150, 3, 3, 1);
    Clusterer three = Clusterer.kMeans(new KMeans.Options(3));
    int[] labels = three.labels(rows, 1);
    ClusterStability sound = ClusterStability.of(rows, labels, three, 20, 1, Progress.silent());
    for (double similarity : sound.similarities()) {
      assertEquals(1, similarity, 1e-12);
    }
    assertEquals(
        "3 of 3 clusters are stable (mean Jaccard at least 0.75 over 20 resamples)",
        sound.toString());
    RandomStream random = RandomStream.of(2, "one cloud");
    DenseMatrix cloud = DenseMatrix.zeros(150, 2).map(x -> random.nextGaussian());
    Clusterer five = Clusterer.kMeans(new KMeans.Options(5));
    ClusterStability doubtful =
        ClusterStability.of(cloud, five.labels(cloud, 1), five, 20, 1, Progress.silent());
    assertTrue(Arrays.stream(doubtful.similarities()).average().getAsDouble() < 0.75);
    assertEquals(5, doubtful.table().rowCount());
  }

  /** A clusterer that puts all in one: cluster C is found again to the share it has of the rows. */
  @Test
  void similarityIsTheSharedPartOfTheUnion() {
    DenseMatrix rows = DenseMatrix.zeros(4000, 1);
    int[] labels = new int[4000];
    Arrays.fill(labels, 0, 1000, 1);
    Clusterer one = (drawn, seed) -> new int[drawn.rows()];
    ClusterStability found = ClusterStability.of(rows, labels, one, 10, 1, Progress.silent());
    assertEquals(0.75, found.of(0), 0.02);
    assertEquals(0.25, found.of(1), 0.02);
    assertArrayEquals(new double[] {0, 1}, found.dissolved());
    assertTrue(Double.isNaN(found.of(2)));
    Clusterer none = (drawn, seed) -> IntStream.range(0, drawn.rows()).map(i -> -1).toArray();
    assertEquals(0, ClusterStability.of(rows, labels, none, 2, 1, Progress.silent()).of(0));
  }

  @Test
  void aResampleHasEachDrawnRowOnceAboutTwoThirdsOfAll() {
    DenseMatrix rows = DenseMatrix.zeros(1000, 1);
    int[] sizes = new int[1];
    Clusterer watched =
        (drawn, seed) -> {
          sizes[0] = drawn.rows();
          return new int[drawn.rows()];
        };
    ClusterStability.of(rows, new int[1000], watched, 2, 1, Progress.silent());
    assertEquals(632, sizes[0], 40);
  }

  @Test
  void stabilityHasTheSameBitsOnAnyNumberOfThreadsAndTheSeedMatters() {
    DenseMatrix rows = SilhouetteTest.lattice();
    Clusterer four = Clusterer.kMeans(new KMeans.Options(4));
    int[] labels = four.labels(rows, 1);
    double[] one =
        Parallel.withThreads(1, () -> ClusterStability.of(rows, labels, four, 5).similarities());
    double[] many =
        Parallel.withThreads(3, () -> ClusterStability.of(rows, labels, four, 5).similarities());
    assertArrayEquals(one, many);
    assertNotEquals(one[0], ClusterStability.of(rows, labels, four, 6).similarities()[0]);
  }

  @Test
  void everyMethodIsAClusterer() {
    DenseMatrix rows = KMeansTest.blobs(90, 3, 3, 2);
    Partition truth = Partition.of(IntStream.range(0, 90).map(i -> i % 3).toArray());
    for (Clusterer clusterer :
        List.of(
            Clusterer.kMeans(new KMeans.Options(3)),
            Clusterer.dbscan(new Dbscan.Options(5, 4)),
            Clusterer.hierarchy(Linkage.WARD, 3))) {
      assertEquals(1, AdjustedRand.of(truth, Partition.of(clusterer.labels(rows, 1))));
    }
  }

  /** Golden: scikit-learn 1.9.1, adjusted_rand_score. */
  @Test
  void adjustedRandByHandAndGolden() {
    assertEquals(
        4 / 7.0, AdjustedRand.of(Partition.of(0, 0, 1, 1), Partition.of(0, 0, 1, 2)), 1e-15);
    assertEquals(
        0.24242424242424243,
        AdjustedRand.of(Partition.of(0, 0, 0, 1, 1, 1), Partition.of(0, 0, 1, 1, 2, 2)),
        1e-15);
    int[] one = IntStream.range(0, 120).map(i -> i * i % 5 % 3).toArray();
    int[] other = IntStream.range(0, 120).map(i -> i * 7 % 4).toArray();
    double found = AdjustedRand.of(Partition.of(one), Partition.of(other));
    assertEquals(-0.006883694249247096, found, 1e-15);
    assertEquals(found, AdjustedRand.of(Partition.of(other), Partition.of(one)));
    assertEquals(1, AdjustedRand.of(Partition.of(0, 0), Partition.of(5, 5)));
    assertEquals(1, AdjustedRand.of(Partition.of(0, 1), Partition.of(1, 0)));
    assertEquals(1, AdjustedRand.of(Partition.of(), Partition.of()));
    assertThrows(ShapeMismatch.class, () -> AdjustedRand.of(Partition.of(0), Partition.of(0, 0)));
  }

  @Test
  void adjustedRandOfChanceIsAboutNothing() {
    double sum = 0;
    for (long seed = 1; seed <= 50; seed++) {
      RandomStream random = RandomStream.of(seed, "chance");
      int[] one = IntStream.range(0, 200).map(i -> random.nextInt(4)).toArray();
      int[] other = IntStream.range(0, 200).map(i -> random.nextInt(3)).toArray();
      sum += AdjustedRand.of(Partition.of(one), Partition.of(other));
    }
    assertEquals(0, sum / 50, 0.005);
  }

  @Test
  void wrongInputsAreRefused() {
    DenseMatrix rows = DenseMatrix.zeros(3, 1);
    Clusterer one = (drawn, seed) -> new int[drawn.rows()];
    assertThrows(ShapeMismatch.class, () -> ClusterStability.of(rows, new int[2], one, 1));
    assertThrows(
        UserError.class, () -> ClusterStability.of(rows, new int[3], one, 1, 1, Progress.silent()));
    assertThrows(ShapeMismatch.class, () -> SegmentPortraits.of(SPENDERS, new int[4]));
    var nobody = features(List.of("a"), new double[0][]);
    assertThrows(UserError.class, () -> SegmentPortraits.of(nobody, new int[0]));
  }
}
