package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

/** DBSCAN with its distances, and hierarchical clustering. */
class OtherMethodsTest {
  private static final DenseMatrix LINE =
      DenseMatrix.of(new double[][] {{0}, {1}, {2}, {10}, {11}, {12}, {30}});

  @Test
  void dbscanFindsDensePlacesAndNoise() {
    Dbscan found = Dbscan.fit(LINE, new Dbscan.Options(1.5, 3));
    assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, Dbscan.NOISE}, found.labels());
    assertEquals(2, found.clusters());
    assertEquals(1, found.noise());
    assertEquals("{1, 2, 3} {4, 5, 6} {7}", found.partition().toString());
    assertEquals("noise", found.table().stringColumn("cluster").get(2));
    assertEquals(
        "DBSCAN: 6 rows in 2 clusters, 1 noise (radius 1.500, at least 3 rows)", found.toString());
    assertEquals(7, Dbscan.fit(LINE, new Dbscan.Options(1.5, 4)).noise(), "itself counts");
    assertEquals(1, Dbscan.fit(LINE, new Dbscan.Options(100, 3)).clusters());
  }

  /** Golden: scikit-learn 1.9.1, DBSCAN(eps=2.2, min_samples=4).fit(x): 7 clusters, 72 noise. */
  @Test
  void goldenDbscan() {
    Dbscan found = Dbscan.fit(SilhouetteTest.lattice(), new Dbscan.Options(2.2, 4));
    assertEquals(7, found.clusters());
    int[] labels = found.labels();
    int[] first = {5, 6, 7, 10, 11, 12, 15, 20, 24, 29};
    int[] theirs = {0, 1, 2, 0, 1, 2, 2, 2, 3, 3};
    assertArrayEquals(theirs, Arrays.stream(first).map(i -> labels[i]).toArray());
  }

  /** Two rings, one in the other: what K-means cannot tell apart. */
  @Test
  void dbscanFollowsShapes() {
    double[][] rings = new double[300][];
    for (int i = 0; i < 300; i++) {
      double radius = i % 2 == 0 ? 1 : 4;
      double angle = 2 * StrictMath.PI * i / 300;
      rings[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
    DenseMatrix rows = DenseMatrix.of(rings);
    int[] truth = new int[300];
    Arrays.setAll(truth, i -> i % 2);
    assertEquals(Partition.of(truth), Dbscan.fit(rows, new Dbscan.Options(0.5, 3)).partition());
    assertEquals(Partition.of(truth), Hierarchy.fit(rows, Linkage.SINGLE).cut(2));
  }

  @Test
  void distancesToTheKthOtherRow() {
    assertArrayEquals(
        new double[] {18, 1, 1, 1, 1, 1, 1}, KDistances.of(LINE, 1).distances(), 1e-12);
    assertArrayEquals(
        new double[] {19, 2, 2, 2, 2, 1, 1}, KDistances.of(LINE, 2).distances(), 1e-12);
    DenseMatrix alike = DenseMatrix.zeros(5, 2);
    assertArrayEquals(new double[5], KDistances.of(alike, 3).distances());
    assertEquals(OptionalDouble.empty(), KDistances.of(alike, 3).knee());
    assertEquals("Distances to neighbour 3: 0 to 0, no bend", zeroText(KDistances.of(alike, 3)));
  }

  private static String zeroText(KDistances found) {
    return found.toString().replace("0.000", "0");
  }

  @Test
  void theBendOfTheDistancesIsARadiusThatWorks() {
    RandomStream random = RandomStream.of(3, "bend");
    double[][] cells = new double[330][];
    for (int i = 0; i < 330; i++) {
      double at = i < 300 ? 10 * (i % 3) : Double.NaN;
      cells[i] =
          new double[] {
            i < 300 ? at + random.nextGaussian() * 0.5 : random.nextDouble() * 40 - 10,
            i < 300 ? random.nextGaussian() * 0.5 : random.nextDouble() * 40 - 20
          };
    }
    DenseMatrix rows = DenseMatrix.of(cells);
    KDistances distances = KDistances.of(rows, 4);
    double radius = distances.knee().orElseThrow();
    assertEquals(3, Dbscan.fit(rows, new Dbscan.Options(radius, 5)).clusters());
    assertTrue(distances.figure().json().contains("rows"));
    double[] one = Parallel.withThreads(1, () -> KDistances.of(rows, 4).distances());
    assertArrayEquals(one, Parallel.withThreads(3, () -> KDistances.of(rows, 4).distances()));
  }

  /** Two rows at distance d: Ward's height is d; a group of two and a far row: √(4/3) × 10. */
  @Test
  void heightsByHand() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{-1}, {1}, {10}});
    assertArrayEquals(
        new double[] {2, Math.sqrt(4.0 / 3) * 10},
        Hierarchy.fit(rows, Linkage.WARD).heights(),
        1e-5);
    assertArrayEquals(new double[] {2, 9}, Hierarchy.fit(rows, Linkage.SINGLE).heights(), 1e-6);
    assertArrayEquals(new double[] {2, 11}, Hierarchy.fit(rows, Linkage.COMPLETE).heights(), 1e-6);
    assertArrayEquals(new double[] {2, 10}, Hierarchy.fit(rows, Linkage.AVERAGE).heights(), 1e-6);
  }

  private static DenseMatrix withoutTies() {
    double[][] x = new double[120][];
    for (int i = 0; i < 120; i++) {
      x[i] =
          new double[] {
            i * i * Math.sqrt(2) % 1 * 10,
            i * i * i * Math.sqrt(3) % 1 * 7,
            i * Math.sqrt(5) % 1 * 5
          };
    }
    return DenseMatrix.of(x);
  }

  /** Golden: scipy 1.17.1, linkage(x, method): the sum of heights, the last; fcluster(Z, 4). */
  @Test
  void goldenHeights() {
    double[][] heights = {
      {124.52544691437562, 1.8094391137387225},
      {252.08866093553686, 12.958117556090501},
      {187.78294366015595, 6.318589193254784},
      {349.1505363967058, 38.74533487111092}
    };
    int[][] sizes = {{1, 1, 1, 117}, {14, 30, 36, 40}, {25, 27, 33, 35}, {24, 27, 34, 35}};
    for (Linkage linkage : Linkage.values()) {
      Hierarchy tree = Hierarchy.fit(withoutTies(), linkage);
      double[] found = tree.heights();
      assertEquals(119, found.length);
      assertEquals(heights[linkage.ordinal()][0], Arrays.stream(found).sum(), 1e-3);
      assertEquals(heights[linkage.ordinal()][1], found[118], 1e-5);
      int[] groups = new int[4];
      for (int label : tree.cut(4).labels()) {
        groups[label]++;
      }
      Arrays.sort(groups);
      assertArrayEquals(sizes[linkage.ordinal()], groups, linkage.name());
    }
  }

  @Test
  void cutsByCountAndByHeight() {
    Hierarchy tree = Hierarchy.fit(LINE, Linkage.SINGLE);
    assertEquals("{1, 2, 3} {4, 5, 6} {7}", tree.cut(3).toString());
    assertEquals(tree.cut(3), tree.cutAt(5));
    assertEquals(7, tree.cutAt(0.5).groups());
    assertEquals(7, tree.cut(7).groups());
    assertEquals(1, tree.cut(1).groups());
    assertEquals(1, tree.cutAt(1000).groups());
    assertEquals(2, tree.table().intColumn("from groups").get(0));
    assertEquals(18, tree.table().doubleColumn("height").get(0), 1e-5);
    assertEquals("Hierarchy of 7 rows (single linkage), heights up to 18.00", tree.toString());
  }

  @Test
  void theDendrogramOfALargeTreeShowsItsTop() {
    assertTrue(Hierarchy.fit(LINE, Linkage.WARD).figure().json().contains("7 rows"));
    var large = Hierarchy.fit(SilhouetteTest.lattice(), Linkage.WARD).figure();
    assertTrue(large.json().contains("the last 50 groups of 120 rows"));
  }

  @Test
  void wrongInputsAreRefused() {
    DenseMatrix nan = LINE.map(x -> x == 30 ? Double.NaN : x);
    assertThrows(UserError.class, () -> new Dbscan.Options(0, 3));
    assertThrows(UserError.class, () -> new Dbscan.Options(Double.NaN, 3));
    assertThrows(UserError.class, () -> new Dbscan.Options(1, 1));
    assertThrows(UserError.class, () -> Dbscan.fit(nan, new Dbscan.Options(1, 3)));
    assertThrows(
        UserError.class, () -> Dbscan.fit(DenseMatrix.zeros(0, 2), new Dbscan.Options(1, 3)));
    assertThrows(UserError.class, () -> KDistances.of(nan, 1));
    assertThrows(UserError.class, () -> KDistances.of(LINE, 7));
    assertThrows(UserError.class, () -> KDistances.of(LINE, 0));
    assertThrows(UserError.class, () -> Hierarchy.fit(nan, Linkage.WARD));
    assertThrows(UserError.class, () -> Hierarchy.fit(LINE.selectRows(0), Linkage.WARD));
    assertThrows(UserError.class, () -> Hierarchy.fit(DenseMatrix.zeros(10_001, 1), Linkage.WARD));
    assertThrows(UserError.class, () -> Hierarchy.fit(LINE, Linkage.WARD).cut(8));
  }
}
