package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ReadOnlyBufferException;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class DenseMatrixTest {
  private static final DenseMatrix A = DenseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void productsByHand() {
    DenseMatrix b = DenseMatrix.of(new double[][] {{1, 0}, {0, 1}, {2, -1}});
    assertEquals(DenseMatrix.of(new double[][] {{7, -1}, {16, -1}}), A.multiply(b));
    assertArrayEquals(new double[] {14, 32}, A.multiply(new double[] {1, 2, 3}));
    assertEquals(A, A.multiply(DenseMatrix.identity(3)));
    assertEquals("2 × 4", DenseMatrix.zeros(2, 0).multiply(DenseMatrix.zeros(0, 4)).shape());
  }

  @Test
  void transposeOfAProductIsTheProductOfTransposesTurned() {
    for (long seed = 1; seed <= 20; seed++) {
      DenseMatrix a = random(seed, 1 + (int) seed % 5, 1 + (int) seed % 7);
      DenseMatrix b = random(-seed, a.columns(), 1 + (int) seed % 3);
      DenseMatrix left = a.multiply(b).transpose();
      DenseMatrix right = b.transpose().multiply(a.transpose());
      assertTrue(left.largestDifference(right) < 1e-12, "seed " + seed);
      assertEquals(a, a.transpose().transpose(), "seed " + seed);
    }
  }

  static DenseMatrix random(long seed, int rows, int columns) {
    RandomStream random = RandomStream.of(seed, "matrix");
    return DenseMatrix.zeros(rows, columns).map(x -> random.nextGaussian());
  }

  @Test
  void sumsAndDifferences() {
    assertEquals(DenseMatrix.of(new double[][] {{2, 4, 6}, {8, 10, 12}}), A.plus(A));
    assertEquals(A.times(2), A.plus(A));
    assertEquals(DenseMatrix.zeros(2, 3), A.minus(A));
    assertEquals(21, A.sum());
    assertArrayEquals(new double[] {2.5, 3.5, 4.5}, A.columnMeans());
    assertEquals(Math.sqrt(91), A.frobeniusNorm());
    assertEquals(6, A.largestDifference(DenseMatrix.zeros(2, 3)));
    DenseMatrix nan = A.map(x -> x == 5 ? Double.NaN : x);
    assertTrue(Double.isNaN(nan.largestDifference(A)));
    assertTrue(Double.isNaN(A.largestDifference(nan)));
  }

  @Test
  void partsOfIt() {
    assertEquals(6, A.get(1, 2));
    assertArrayEquals(new double[] {4, 5, 6}, A.row(1));
    assertArrayEquals(new double[] {2, 5}, A.column(1));
    assertEquals(5, A.rowView(1).get(1));
    assertEquals(3, A.rowView(1).remaining());
    assertThrows(ReadOnlyBufferException.class, () -> A.rowView(1).put(0, 1));
    assertEquals(
        DenseMatrix.of(new double[][] {{4, 5, 6}, {1, 2, 3}, {4, 5, 6}}), A.selectRows(1, 0, 1));
    double[][] copy = A.toArray();
    copy[0][0] = 99;
    A.row(0)[0] = 99;
    assertEquals(1, A.get(0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> A.get(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> A.get(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> A.selectRows(2));
  }

  @Test
  void rowsAreCopiedOnTheWayIn() {
    double[][] rows = {{1, 2}};
    DenseMatrix m = DenseMatrix.of(rows);
    rows[0][0] = 9;
    assertEquals(1, m.get(0, 0));
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertEquals(
        "Cannot multiply 2 × 3 by 2 × 3: the first has 3 columns, the second 2 rows, and these must"
            + " be equal. Did you mean multiply(other.transpose())?",
        assertThrows(ShapeMismatch.class, () -> A.multiply(A)).getMessage());
    assertEquals(
        "Cannot multiply 2 × 3 by a vector of length 2: the matrix has 3 columns, and these must be"
            + " equal.",
        assertThrows(ShapeMismatch.class, () -> A.multiply(new double[2])).getMessage());
    DenseMatrix turned = A.transpose();
    assertEquals(
        "Cannot add 2 × 3 and 3 × 2: both matrices must have the same shape.",
        assertThrows(ShapeMismatch.class, () -> A.plus(turned)).getMessage());
    assertThrows(ShapeMismatch.class, () -> A.minus(DenseMatrix.zeros(2, 4)));
    assertThrows(ShapeMismatch.class, () -> A.largestDifference(DenseMatrix.zeros(1, 3)));
    assertThrows(ShapeMismatch.class, () -> DenseMatrix.of(new double[][] {{1}, {1, 2}}));
    assertThrows(ShapeMismatch.class, () -> DenseMatrix.wrap(2, 2, new double[3]));
    assertThrows(UserError.class, () -> DenseMatrix.zeros(-1, 2));
    assertTrue(
        assertThrows(UserError.class, () -> DenseMatrix.zeros(100_000, 100_000))
            .getMessage()
            .contains("SparseMatrix"));
  }

  @Test
  void equalityIsOfShapeAndBits() {
    assertNotEquals(DenseMatrix.zeros(2, 3), DenseMatrix.zeros(3, 2));
    assertNotEquals(A, A.times(1.0000000000000002));
    assertEquals(A.hashCode(), A.times(1).hashCode());
    assertNotEquals(DenseMatrix.zeros(1, 1), DenseMatrix.zeros(1, 1).map(x -> -0.0));
  }

  @Test
  void isShownWithItsShape() {
    assertEquals("2 × 3 matrix\n1  2  3\n4  5  6", A.toString());
    DenseMatrix big = DenseMatrix.zeros(30, 20);
    assertEquals(14, big.toString().lines().count());
    assertTrue(big.toString().startsWith("30 × 20 matrix"));
    assertTrue(big.toString().contains("…"));
    String html = (String) A.bundle().data().get(MimeBundle.HTML);
    assertTrue(html.contains(">6</td>") && html.contains("2 × 3 matrix"), html);
    DenseMatrix odd = DenseMatrix.of(new double[][] {{Double.NaN, 1e-9, 0.25, 1e12}});
    assertEquals("1 × 4 matrix\n       NaN  1.0000e-09      0.2500  1.0000e+12", odd.toString());
  }
}
