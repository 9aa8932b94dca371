package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class SilhouetteTest {
  /** Row 0: a = 1, b = (10 + 13) / 2. */
  @Test
  void byHand() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {10}, {13}, {50}});
    Silhouette found = Silhouette.of(rows, new int[] {0, 0, 1, 1, 7}, 1);
    double[] expected = {1 - 1 / 11.5, 1 - 1 / 10.5, 1 - 3 / 9.5, 1 - 3 / 12.5, 0};
    assertArrayEquals(expected, found.values(), 1e-15);
    assertEquals(Arrays.stream(expected).sum() / 5, found.mean(), 1e-15);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, found.rows());
    assertEquals("Silhouette: mean 0.6524 over all 5 rows", found.toString());
    assertEquals(7, found.table().intColumn("cluster").get(2));
    assertTrue(found.figure().toString().contains("Silhouette"));
  }

  static DenseMatrix lattice() {
    double[][] x = new double[120][];
    for (int i = 0; i < 120; i++) {
      x[i] = new double[] {i * 37 % 101 / 10.0, i * 59 % 97 / 7.0, i * i % 89 / 5.0};
    }
    return DenseMatrix.of(x);
  }

  /** Golden: scikit-learn 1.9.1, silhouette_samples(x, labels). */
  @Test
  void goldenValues() {
    int[] labels = new int[120];
    Arrays.setAll(labels, i -> i * i % 5 % 3);
    Silhouette found = Silhouette.of(lattice(), labels, 1);
    assertEquals(0.009862725731649775, found.mean(), 1e-12);
    assertEquals(-2.44131067e-02, found.values()[1], 1e-10);
    assertEquals(-0.041633159594143536, found.values()[119], 1e-12);
  }

  @Test
  void noiseTakesNoPart() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {100}, {1}, {10}, {13}});
    Silhouette found = Silhouette.of(rows, new int[] {0, -1, 0, 1, 1}, 1);
    assertArrayEquals(new int[] {0, 2, 3, 4}, found.rows());
    assertEquals(1 - 1 / 11.5, found.values()[0], 1e-15);
    assertTrue(found.exact());
  }

  @Test
  void aSampleHasTheExactValuesOfItsRows() {
    DenseMatrix rows = KMeansTest.blobs(700, 3, 4, 2);
    int[] labels = KMeans.fit(rows, new KMeans.Options(3), 1).labels();
    Silhouette all = Silhouette.of(rows, labels, 1);
    Silhouette some = Silhouette.of(rows, labels, 90, 1);
    assertTrue(all.exact());
    assertFalse(some.exact());
    assertEquals(90, some.rows().length);
    for (int p = 0; p < 90; p++) {
      assertEquals(all.values()[some.rows()[p]], some.values()[p]);
    }
    assertEquals(all.mean(), some.mean(), 0.02);
    assertArrayEquals(some.rows(), Silhouette.of(rows, labels, 90, 1).rows());
    assertNotEquals(some.mean(), Silhouette.of(rows, labels, 90, 2).mean());
    assertTrue(some.toString().endsWith("over 90 of 700 rows, drawn"));
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    int[] labels = new int[120];
    Arrays.setAll(labels, i -> i % 4);
    double[] one = Parallel.withThreads(1, () -> Silhouette.of(lattice(), labels, 1).values());
    double[] many = Parallel.withThreads(3, () -> Silhouette.of(lattice(), labels, 1).values());
    assertArrayEquals(one, many);
  }

  @Test
  void rowsThatAreAllAlikeLieBetweenTheirClusters() {
    Silhouette found = Silhouette.of(DenseMatrix.zeros(4, 2), new int[] {0, 0, 1, 1}, 1);
    assertArrayEquals(new double[4], found.values());
  }

  @Test
  void wrongInputsAreRefused() {
    DenseMatrix rows = DenseMatrix.zeros(3, 1);
    assertThrows(ShapeMismatch.class, () -> Silhouette.of(rows, new int[2], 1));
    assertThrows(UserError.class, () -> Silhouette.of(rows, new int[3], 1));
    assertThrows(UserError.class, () -> Silhouette.of(rows, new int[] {-1, -1, -1}, 1));
    assertThrows(UserError.class, () -> Silhouette.of(rows, new int[] {0, 1, 1}, 0, 1));
  }
}
