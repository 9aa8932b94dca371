package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.data.Datasets;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final DenseMatrix ARTICLE = Datasets.omnichannelRatings().matrix();

  /** Rows around points far from each other, in turn. */
  static DenseMatrix blobs(int n, int k, int width, long seed) {
    RandomStream random = RandomStream.of(seed, "blobs");
    double[][] rows = new double[n][width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] =
            (j == (i % k) % width ? 20 * (1 + (i % k) / width) : 0) + random.nextGaussian();
      }
    }
    return DenseMatrix.of(rows);
  }

  private static DenseMatrix noise(int n, int width, long seed) {
    RandomStream random = RandomStream.of(seed, "noise");
    double[] cells = new double[n * width];
    Arrays.setAll(cells, i -> random.nextGaussian());
    return DenseMatrix.wrap(n, width, cells);
  }

  @Test
  void findsGroupsThatAreFarApart() {
    DenseMatrix rows = blobs(300, 3, 4, 1);
    KMeansModel model = KMeans.fit(rows, new KMeans.Options(3), 5);
    int[] truth = new int[300];
    Arrays.setAll(truth, i -> i % 3);
    assertEquals(Partition.of(truth), model.partition());
    assertArrayEquals(new int[] {100, 100, 100}, model.sizes());
    assertTrue(model.converged());
    assertEquals(model.partition().objective(rows), model.objective(), 1e-9);
  }

  /**
   * The optimum of the article's table. Golden: scikit-learn 1.9.1, KMeans(2, n_init=100,
   * random_state=0).fit(R).inertia_.
   */
  @Test
  void reachesTheBestOfAllPartitionsOfTheArticlesTable() {
    var best = ExhaustivePartitions.best(ARTICLE, 2);
    KMeansModel model = KMeans.fit(ARTICLE, new KMeans.Options(2), 1);
    assertEquals(best.partition(), model.partition());
    assertEquals(best.objective(), model.objective(), 1e-12);
    assertEquals(best.objective(), ExhaustivePartitions.ranked(ARTICLE, 2).get(0).objective());
  }

  /**
   * Golden: scikit-learn 1.9.1 on the same rows, KMeans(5, init=x[:5], n_init=1, max_iter=300,
   * tol=0, algorithm='lloyd').fit(x): inertia_, bincount(labels_), cluster_centers_[4].
   */
  @Test
  void goldenRunFromGivenCentres() {
    double[][] x = new double[120][];
    for (int i = 0; i < 120; i++) {
      x[i] = new double[] {i * 37 % 101 / 10.0, i * 59 % 97 / 7.0, i * i % 89 / 5.0};
    }
    DenseMatrix rows = DenseMatrix.of(x);
    KMeansModel model = KMeans.fit(rows, KMeans.Options.from(rows.selectRows(0, 1, 2, 3, 4)), 0);
    assertEquals(2059.8567448890767, model.objective(), 1e-9);
    assertArrayEquals(new int[] {14, 32, 18, 25, 31}, model.sizes());
    double[] centre = {4.103225806451613, 3.2073732718894004, 13.258064516129032};
    assertArrayEquals(centre, model.centres().row(4), 1e-12);
    assertTrue(model.converged());
  }

  @Test
  void agreesWithSmileOnGroupsThatAreFarApart() {
    DenseMatrix rows = blobs(240, 4, 3, 8);
    smile.math.MathEx.setSeed(1);
    var theirs = smile.clustering.KMeans.fit(rows.toArray(), 4);
    var ours = KMeans.fit(rows, new KMeans.Options(4), 1);
    assertEquals(Partition.of(theirs.y), ours.partition());
    assertEquals(theirs.distortion, ours.objective(), 1e-6);
  }

  @Test
  void theCostNeverRises() {
    for (long seed = 1; seed <= 60; seed++) {
      DenseMatrix rows = noise(40 + (int) seed * 3, 1 + (int) seed % 19, seed);
      Start start = seed % 2 == 0 ? Start.PLUS_PLUS : Start.RANDOM_ROWS;
      KMeansModel model =
          KMeans.fit(rows, new KMeans.Options(1 + (int) seed % 9, 300, 0, start, 1), seed);
      double[] cost = model.objectives();
      for (int i = 1; i < cost.length; i++) {
        assertTrue(cost[i] <= cost[i - 1] * (1 + 1e-13), "seed " + seed + ", iteration " + i);
      }
      assertEquals(model.objective(), cost[cost.length - 1], "seed " + seed);
      assertArrayEquals(model.labels(), model.predict(rows), "seed " + seed);
      assertTrue(model.converged(), "seed " + seed);
    }
  }

  @Test
  void neverBelowTheExhaustiveOptimum() {
    for (long seed = 1; seed <= 25; seed++) {
      DenseMatrix rows = noise(8, 2, seed);
      double best = ExhaustivePartitions.best(rows, 3).objective();
      double found = KMeans.fit(rows, new KMeans.Options(3), seed).objective();
      assertTrue(found >= best - 1e-12, "seed " + seed);
      assertEquals(best, found, 0.5 * best + 1e-9, "seed " + seed);
    }
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    DenseMatrix rows = noise(9000, 5, 3);
    KMeans.Options options = new KMeans.Options(7, 40, 0, Start.PLUS_PLUS, 2);
    KMeansModel one = Parallel.withThreads(1, () -> KMeans.fit(rows, options, 4));
    for (int threads : new int[] {2, 3, 8}) {
      KMeansModel many = Parallel.withThreads(threads, () -> KMeans.fit(rows, options, 4));
      assertEquals(one.centres(), many.centres());
      assertArrayEquals(one.labels(), many.labels());
      assertArrayEquals(one.objectives(), many.objectives());
    }
  }

  /** 60 clusters of 40 columns: a block's sums need more room than 2,048 rows. */
  @Test
  void sameBitsOnAnyNumberOfThreadsWhenBlocksAreLarger() {
    DenseMatrix rows = noise(7001, 40, 3);
    KMeans.Options options = new KMeans.Options(60, 5, 0, Start.RANDOM_ROWS, 1);
    KMeansModel one = Parallel.withThreads(1, () -> KMeans.fit(rows, options, 4));
    KMeansModel many = Parallel.withThreads(3, () -> KMeans.fit(rows, options, 4));
    assertEquals(one.centres(), many.centres());
    assertArrayEquals(one.objectives(), many.objectives());
    assertArrayEquals(one.labels(), one.predict(rows));
  }

  @Test
  void numbersWhoseSquareIsInfiniteAreRefused() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{1e150}, {1e150}, {-1e150}, {1e150}});
    assertEquals(
        "{1, 2, 4} {3}", KMeans.fit(rows, new KMeans.Options(2), 1).partition().toString());
    DenseMatrix larger = rows.map(x -> x * 1e158);
    assertThrows(UserError.class, () -> KMeans.fit(larger, new KMeans.Options(2), 1));
  }

  @Test
  void anEmptyClusterTakesTheFarthestRow() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {2}, {10}});
    DenseMatrix start = DenseMatrix.of(new double[][] {{1}, {1000}});
    KMeansModel model = KMeans.fit(rows, KMeans.Options.from(start), 0);
    assertEquals(Partition.of(0, 0, 0, 1), model.partition());
    assertEquals(2, model.objective(), 1e-12);
    assertEquals(83, model.objectives()[0], 1e-12);
  }

  @Test
  void severalEmptyClustersTakeOneRowEachTheFarthestFirst() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {2}, {10}, {-9}});
    DenseMatrix start = DenseMatrix.of(new double[][] {{1}, {1000}, {2000}});
    KMeansModel model = KMeans.fit(rows, KMeans.Options.from(start), 0);
    assertArrayEquals(new int[] {0, 0, 0, 2, 1}, model.labels());
    DenseMatrix alike = DenseMatrix.of(new double[][] {{0}, {10}, {-10}});
    var tie = KMeans.fit(alike, KMeans.Options.from(start.selectRows(0, 1).map(x -> x - 1)), 0);
    assertArrayEquals(new int[] {0, 1, 0}, tie.labels());
  }

  @Test
  void aClusterOfOneRowIsNotRobbed() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {100}});
    DenseMatrix start = DenseMatrix.of(new double[][] {{0.5}, {90}, {1000}});
    KMeansModel model = KMeans.fit(rows, KMeans.Options.from(start), 0);
    assertArrayEquals(new int[] {2, 0, 1}, model.labels());
    assertEquals(0, model.objective());
    DenseMatrix pairs = DenseMatrix.of(new double[][] {{0}, {10}, {200}, {201}});
    DenseMatrix from = DenseMatrix.of(new double[][] {{5}, {200.5}, {9000}, {9001}});
    assertArrayEquals(
        new int[] {2, 0, 3, 1}, KMeans.fit(pairs, KMeans.Options.from(from), 0).labels());
  }

  @Test
  void theToleranceStopsAtTheFirstSmallFall() {
    for (long seed = 1; seed <= 20; seed++) {
      DenseMatrix rows = noise(150, 3, seed);
      double[] cost =
          KMeans.fit(rows, new KMeans.Options(5, 300, 0, Start.PLUS_PLUS, 1), seed).objectives();
      int first = 1;
      while (first < cost.length - 1 && cost[first - 1] - cost[first] > 0.02 * cost[first - 1]) {
        first++;
      }
      var model = KMeans.fit(rows, new KMeans.Options(5, 300, 0.02, Start.PLUS_PLUS, 1), seed);
      assertEquals(first + 1, model.iterations(), "seed " + seed);
    }
  }

  @Test
  void ofEqualRestartsTheFirstIsKeptAndEachIsReported() {
    DenseMatrix rows = blobs(90, 3, 2, 4);
    KMeansModel one = KMeans.fit(rows, new KMeans.Options(3, 300, 0, Start.PLUS_PLUS, 1), 1);
    List<String> notes = new ArrayList<>();
    Progress recorder =
        (what, steps) ->
            new Progress.Task() {
              @Override
              public void at(long done, String note) {
                notes.add(what + " " + done + "/" + steps + " " + note);
              }

              @Override
              public void close() {}
            };
    KMeansModel ten = KMeans.fit(rows, new KMeans.Options(3), 1, recorder);
    assertEquals(one.objective(), ten.objective());
    assertArrayEquals(one.labels(), ten.labels());
    assertEquals(10, notes.size());
    assertEquals("K-means 10/10 J = " + (float) ten.objective(), notes.get(9));
  }

  @Test
  void fewerDifferentRowsThanClustersLeaveClustersEmpty() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{1, 1}, {1, 1}, {2, 2}});
    KMeansModel model = KMeans.fit(rows, new KMeans.Options(3), 1);
    assertEquals(0, model.objective());
    assertTrue(model.converged());
    assertEquals(3, Arrays.stream(model.sizes()).sum());
    assertEquals(0, Arrays.stream(model.sizes()).min().orElseThrow());
  }

  @Test
  void tiesGoToTheLowestNumber() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {2}});
    DenseMatrix start = DenseMatrix.of(new double[][] {{0}, {2}});
    KMeansModel model = KMeans.fit(rows, new KMeans.Options(2, 1, 0, Start.given(start), 1), 0);
    assertEquals(Partition.of(0, 0, 1), Partition.of(model.labels()));
    assertEquals(0, model.predict(1.25));
    assertFalse(model.converged());
  }

  @Test
  void everyOptionChangesSomething() {
    DenseMatrix rows = noise(200, 3, 9);
    KMeansModel base = KMeans.fit(rows, new KMeans.Options(4, 300, 0, Start.PLUS_PLUS, 1), 1);
    var k = KMeans.fit(rows, new KMeans.Options(5, 300, 0, Start.PLUS_PLUS, 1), 1);
    var iterations = KMeans.fit(rows, new KMeans.Options(4, 2, 0, Start.PLUS_PLUS, 1), 1);
    var tolerance = KMeans.fit(rows, new KMeans.Options(4, 300, 0.05, Start.PLUS_PLUS, 1), 1);
    var start = KMeans.fit(rows, new KMeans.Options(4, 300, 0, Start.RANDOM_ROWS, 1), 1);
    var restarts = KMeans.fit(rows, new KMeans.Options(4, 300, 0, Start.PLUS_PLUS, 20), 1);
    var seed = KMeans.fit(rows, new KMeans.Options(4, 300, 0, Start.PLUS_PLUS, 1), 2);
    assertEquals(5, k.centres().rows());
    assertEquals(2, iterations.iterations());
    assertFalse(iterations.converged());
    assertTrue(tolerance.iterations() < base.iterations());
    assertTrue(tolerance.converged());
    assertNotEquals(base.objectives()[0], start.objectives()[0]);
    assertTrue(restarts.objective() < base.objective());
    assertNotEquals(base.objectives()[0], seed.objectives()[0]);
  }

  @Test
  void aTruncatedRunLeavesLabelsThatFitItsCentres() {
    DenseMatrix rows = noise(300, 3, 2);
    KMeansModel model = KMeans.fit(rows, new KMeans.Options(6, 2, 0, Start.RANDOM_ROWS, 1), 1);
    assertArrayEquals(model.labels(), model.predict(rows));
    assertTrue(model.objective() <= model.objectives()[1]);
  }

  @Test
  void plusPlusPrefersRowsFarAway() {
    double[][] cells = new double[8][2];
    cells[7] = new double[] {9, -9};
    DenseMatrix rows = DenseMatrix.of(cells);
    for (long seed = 1; seed <= 50; seed++) {
      DenseMatrix centres = Start.PLUS_PLUS.centres(rows, 2, RandomStream.of(seed, "k-means++"));
      assertNotEquals(centres.get(0, 0), centres.get(1, 0), "seed " + seed);
    }
    assertEquals(3, Start.PLUS_PLUS.centres(rows, 3, RandomStream.of(1)).rows());
  }

  @Test
  void wrongInputsAreRefused() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{1, 2}, {3, 4}});
    var tooMany = assertThrows(UserError.class, () -> KMeans.fit(rows, new KMeans.Options(3), 1));
    assertEquals(
        "k must be at most the number of rows: k = 3, rows = 2. Choose k between 1 and 2.",
        tooMany.getMessage());
    assertThrows(
        UserError.class, () -> KMeans.fit(DenseMatrix.zeros(0, 2), new KMeans.Options(1), 1));
    DenseMatrix nan = rows.map(x -> x == 4 ? Double.NaN : x);
    assertEquals(
        "K-means needs finite numbers: row 1, column 1 is NaN. Fill, cap or leave out such values"
            + " first.",
        assertThrows(UserError.class, () -> KMeans.fit(nan, new KMeans.Options(1), 1))
            .getMessage());
    assertThrows(UserError.class, () -> new KMeans.Options(0));
    assertThrows(UserError.class, () -> new KMeans.Options(1, 0, 0, Start.PLUS_PLUS, 1));
    assertThrows(UserError.class, () -> new KMeans.Options(1, 1, -1, Start.PLUS_PLUS, 1));
    assertThrows(UserError.class, () -> new KMeans.Options(1, 1, 1, Start.PLUS_PLUS, 1));
    assertThrows(UserError.class, () -> new KMeans.Options(1, 1, 0, Start.PLUS_PLUS, 0));
    assertThrows(UserError.class, () -> new KMeans.Options(2, Start.given(rows.selectRows(0))));
    assertThrows(UserError.class, () -> KMeans.Options.from(nan));
    var wide = KMeans.Options.from(DenseMatrix.zeros(1, 3));
    assertThrows(UserError.class, () -> KMeans.fit(rows, wide, 1));
    KMeansModel model = KMeans.fit(rows, new KMeans.Options(1), 1);
    assertThrows(ShapeMismatch.class, () -> model.predict(1));
    assertThrows(ShapeMismatch.class, () -> model.predict(DenseMatrix.zeros(4, 3)));
  }

  @Test
  void everyStartOfTheArticlesTable() {
    EveryStart every = EveryStart.of(ARTICLE, 2);
    assertEquals(10, every.runs().size());
    double best = ExhaustivePartitions.best(ARTICLE, 2).objective();
    long reaching = every.reaching(best);
    assertTrue(reaching >= 1 && reaching <= 10);
    assertEquals(
        reaching, every.runs().stream().filter(r -> r.model().objective() < best + 1e-6).count());
    assertEquals("1, 2", every.table().stringColumn("start rows").get(0));
    assertEquals("4, 5", every.table().stringColumn("start rows").get(9));
    assertEquals("{1, 3, 4} {2, 5}", every.table().stringColumn("groups").get(0));
    assertEquals(118 / 3.0, every.table().doubleColumn("J").get(0), 1e-12);
    assertEquals(2, every.table().intColumn("iterations").get(0));
    assertTrue(every.bundle().plain().startsWith("Lloyd's iterations from each of 10 starts"));
    assertEquals(1, EveryStart.of(ARTICLE, 5).runs().size());
    assertThrows(UserError.class, () -> EveryStart.of(ARTICLE, 6));
    assertThrows(UserError.class, () -> EveryStart.of(DenseMatrix.zeros(500, 1), 3));
  }

  @Test
  void showsItsClusters() {
    KMeansModel model = KMeans.fit(ARTICLE, new KMeans.Options(2), 1, Progress.silent());
    assertTrue(model.bundle().plain().startsWith("K-means: 5 rows in 2 clusters, J = "));
    assertEquals(7, model.summary().columnCount());
    assertEquals(1, model.summary().intColumn("cluster").get(1));
    assertEquals("centre 5", model.summary().columnNames().get(6));
    KMeansModel cut =
        KMeans.fit(noise(90, 2, 1), new KMeans.Options(5, 1, 0, Start.PLUS_PLUS, 1), 1);
    assertTrue(cut.toString().endsWith("(not at rest: more iterations would move it)"));
    assertFalse(model.toString().contains("not at rest"));
  }
}
