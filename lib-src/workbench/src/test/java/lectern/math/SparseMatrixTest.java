package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  private static final DenseMatrix DENSE =
      DenseMatrix.of(new double[][] {{0, 2, 0, 3}, {0, 0, 0, 0}, {1, 0, 0, 4}});
  private static final SparseMatrix SPARSE = SparseMatrix.ofNonZero(DENSE);

  @Test
  void holdsWhatIsThere() {
    assertEquals(4, SPARSE.cells());
    assertEquals(2, SPARSE.rowSize(0));
    assertEquals(0, SPARSE.rowSize(1));
    assertEquals(3, SPARSE.get(0, 3));
    assertEquals(0, SPARSE.get(0, 2));
    assertEquals(-1, SPARSE.find(1, 3));
    assertEquals(3, SPARSE.find(2, 3));
    assertEquals(DENSE, SPARSE.toDense());
    assertThrows(IndexOutOfBoundsException.class, () -> SPARSE.get(3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> SPARSE.get(0, 4));
  }

  @Test
  void aStoredZeroIsACell() {
    SparseMatrix zero = SparseMatrix.wrap(1, 3, new int[] {0, 1}, new int[] {1}, new double[1]);
    assertEquals(0, zero.find(0, 1));
    assertEquals(1, zero.transpose().cells());
    assertNotEquals(zero, SparseMatrix.ofNonZero(zero.toDense()));
  }

  @Test
  void transposingTwiceChangesNothing() {
    for (long seed = 1; seed <= 30; seed++) {
      RandomStream random = RandomStream.of(seed, "sparse");
      DenseMatrix dense =
          DenseMatrix.zeros((int) seed % 7, 1 + (int) seed % 11)
              .map(x -> random.nextInt(3) == 0 ? random.nextGaussian() : 0);
      SparseMatrix sparse = SparseMatrix.ofNonZero(dense);
      SparseMatrix turned = sparse.transpose();
      assertEquals(dense.transpose(), turned.toDense(), "seed " + seed);
      assertEquals(sparse, turned.transpose(), "seed " + seed);
      assertEquals(sparse.hashCode(), turned.transpose().hashCode(), "seed " + seed);
      int[] from = sparse.transposedCells();
      for (int p = 0; p < from.length; p++) {
        assertEquals(sparse.value(from[p]), turned.value(p), "seed " + seed);
      }
    }
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    double[] one = {1};
    assertThrows(
        ShapeMismatch.class, () -> SparseMatrix.wrap(1, 1, new int[] {0}, new int[1], one));
    assertThrows(
        ShapeMismatch.class, () -> SparseMatrix.wrap(1, 1, new int[] {1, 1}, new int[1], one));
    assertThrows(
        ShapeMismatch.class, () -> SparseMatrix.wrap(1, 1, new int[] {0, 2}, new int[1], one));
    assertThrows(
        ShapeMismatch.class,
        () -> SparseMatrix.wrap(1, 1, new int[] {0, 1}, new int[1], new double[2]));
    assertThrows(
        ShapeMismatch.class, () -> SparseMatrix.wrap(1, 1, new int[] {0, 1}, new int[] {1}, one));
    assertThrows(
        ShapeMismatch.class, () -> SparseMatrix.wrap(1, 1, new int[] {0, 1}, new int[] {-1}, one));
    double[] two = {1, 2};
    assertThrows(
        ShapeMismatch.class,
        () -> SparseMatrix.wrap(1, 3, new int[] {0, 2}, new int[] {1, 1}, two));
    assertThrows(
        ShapeMismatch.class,
        () -> SparseMatrix.wrap(2, 3, new int[] {0, 3, 2}, new int[] {0, 1}, two));
    SparseMatrix fits = SparseMatrix.wrap(1, 3, new int[] {0, 2}, new int[] {1, 2}, two);
    assertArrayEquals(new double[] {0, 1, 2}, fits.toDense().row(0));
  }
}
