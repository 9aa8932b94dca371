package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class ClusterCountTest {
  private static final GapStatistic.Options FEW = new GapStatistic.Options(8, 2);

  private static DenseMatrix even(int n, long seed) {
    RandomStream random = RandomStream.of(seed, "even");
    return DenseMatrix.zeros(n, 2).map(x -> random.nextDouble());
  }

  private static GapStatistic gap(KMeansRange fits, long seed) {
    return GapStatistic.of(fits, FEW, seed, Progress.silent());
  }

  @Test
  void allRulesFindGroupsThatAreFarApart() {
    for (long seed = 1; seed <= 5; seed++) {
      KMeansRange fits = KMeansRange.fit(KMeansTest.blobs(160, 4, 4, seed), 8, seed);
      ClusterCount count = ClusterCount.of(fits, FEW, seed, Progress.silent());
      assertEquals(OptionalInt.of(4), count.elbow().k(), "seed " + seed);
      assertEquals(OptionalInt.of(4), count.silhouette().k(), "seed " + seed);
      assertEquals(OptionalInt.of(4), count.gap().k(), "seed " + seed);
      assertEquals("How many clusters: elbow 4, silhouette 4, gap statistic 4", count.toString());
    }
  }

  @Test
  void onlyTheGapSaysThatThereAreNoGroups() {
    int right = 0;
    for (long seed = 1; seed <= 10; seed++) {
      KMeansRange fits = KMeansRange.fit(even(150, seed), 5, seed);
      right += gap(fits, seed).k().equals(OptionalInt.of(1)) ? 1 : 0;
      assertTrue(SilhouetteCurve.of(fits, seed).k().getAsInt() >= 2);
    }
    assertTrue(right >= 8, right + " of 10");
    KMeansRange fits = KMeansRange.fit(even(150, 1), 5, 1);
    assertEquals(
        "The gap statistic says k = 1, no groups (8 reference sets)", gap(fits, 1).toString());
  }

  @Test
  void theKneeIsThePointFarthestBelowTheLine() {
    double[] counts = {1, 2, 3, 4, 5};
    assertEquals(OptionalInt.of(3), new Elbow(counts, new double[] {100, 60, 20, 10, 0}).k());
    assertEquals(OptionalInt.of(2), new Elbow(counts, new double[] {100, 20, 10, 5, 0}).k());
    assertEquals(OptionalInt.empty(), new Elbow(counts, new double[] {4, 3, 2, 1, 0}).k());
    assertEquals(OptionalInt.empty(), new Elbow(counts, new double[] {9, 9, 9, 9, 9}).k());
    assertEquals(OptionalInt.empty(), new Elbow(new double[] {1, 2}, new double[] {9, 0}).k());
    assertEquals(OptionalInt.empty(), new Elbow(counts, new double[] {9, 8.9, 8, 5, 0}).k());
    assertEquals(
        0.4,
        new Elbow(counts, new double[] {100, 60, 20, 10, 0}).table().doubleColumn("fall").get(1),
        1e-12);
  }

  /**
   * Gap 1.0, 1.5, 2.0, 1.9: with s = 0.2 the first k whose gap is not clearly below the next is 3.
   */
  @Test
  void theGapRuleOfThePaper() {
    double[] counts = {1, 2, 3, 4};
    double[] gaps = {1, 1.5, 2, 1.9};
    assertEquals(
        OptionalInt.of(3), new GapStatistic(counts, gaps, new double[] {.2, .2, .2, .2}, 9).k());
    assertEquals(
        OptionalInt.of(1), new GapStatistic(counts, gaps, new double[] {.1, .5, .1, .1}, 9).k());
    var rising = new GapStatistic(counts, new double[] {1, 2, 3, 4}, new double[4], 9);
    assertEquals(OptionalInt.empty(), rising.k());
    assertEquals("The gap still rises at k = 4 (9 reference sets)", rising.toString());
  }

  /**
   * With one column and one reference row set, J*(1) is the spread of even numbers: by simulation.
   */
  @Test
  void theGapOfEvenNumbersIsNearZero() {
    KMeansRange fits = KMeansRange.fit(even(400, 3), 3, 1);
    GapStatistic found = gap(fits, 2);
    for (double gap : found.gaps()) {
      assertEquals(0, gap, 0.15);
    }
    assertEquals(8, found.references());
  }

  @Test
  void sameBitsOnAnyNumberOfThreadsAndTheSeedMatters() {
    KMeansRange fits = KMeansRange.fit(even(300, 4), 4, 1);
    double[] one = Parallel.withThreads(1, () -> gap(fits, 7).gaps());
    assertArrayEquals(one, Parallel.withThreads(3, () -> gap(fits, 7).gaps()));
    assertNotEquals(one[0], gap(fits, 8).gaps()[0]);
    var more = GapStatistic.of(fits, new GapStatistic.Options(9, 2), 7, Progress.silent());
    assertNotEquals(one[0], more.gaps()[0]);
  }

  @Test
  void rowsOnFewPlacesHaveAnInfiniteGapThere() {
    double[][] cells = new double[30][];
    for (int i = 0; i < 30; i++) {
      cells[i] = new double[] {i % 3 * 10, i % 3};
    }
    KMeansRange fits = KMeansRange.fit(DenseMatrix.of(cells), 5, 1);
    assertEquals(Double.POSITIVE_INFINITY, gap(fits, 1).gaps()[2]);
    assertEquals(OptionalInt.of(3), SilhouetteCurve.of(fits, 1).k());
    double[] gaps = {1, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    var found = new GapStatistic(new double[] {1, 2, 3, 4}, gaps, new double[4], 9);
    assertEquals(OptionalInt.of(3), found.k());
  }

  @Test
  void rowsThatAreAllAlikeHaveNeitherElbowNorSilhouette() {
    KMeansRange fits = KMeansRange.fit(DenseMatrix.zeros(6, 2), 3, 1);
    assertEquals(OptionalInt.empty(), Elbow.of(fits).k());
    assertEquals(OptionalInt.empty(), SilhouetteCurve.of(fits, 1).k());
    assertEquals("All rows are alike: no silhouette", SilhouetteCurve.of(fits, 1).toString());
  }

  @Test
  void tablesAndFiguresShowEveryCount() {
    KMeansRange fits = KMeansRange.fit(KMeansTest.blobs(60, 3, 3, 1), 5, 1);
    ClusterCount count = ClusterCount.of(fits, FEW, 1, Progress.silent());
    assertEquals(5, count.table().rowCount());
    assertTrue(Double.isNaN(count.table().doubleColumn("mean silhouette").getDouble(0)));
    assertEquals(
        count.silhouette().means()[0], count.table().doubleColumn("mean silhouette").get(1));
    for (var figure :
        new lectern.plot.Figure[] {
          count.elbow().figure(), count.silhouette().figure(), count.gap().figure()
        }) {
      assertTrue(figure.json().contains("k = 3"), figure.toString());
    }
    assertTrue(count.elbow().bundle().plain().startsWith("The elbow is at k = 3"));
    assertTrue(count.silhouette().bundle().plain().contains("largest at k = 3"));
    assertTrue(count.bundle().plain().startsWith("How many clusters: elbow 3"));
  }

  @Test
  void wrongInputsAreRefused() {
    DenseMatrix rows = even(4, 1);
    assertThrows(UserError.class, () -> KMeansRange.fit(rows, 1, 1));
    assertThrows(UserError.class, () -> KMeansRange.fit(rows, 5, 1));
    assertThrows(UserError.class, () -> KMeansRange.fit(rows, 3, 1).model(4));
    assertThrows(UserError.class, () -> new GapStatistic.Options(1, 1));
    assertThrows(UserError.class, () -> new GapStatistic.Options(2, 0));
  }
}
