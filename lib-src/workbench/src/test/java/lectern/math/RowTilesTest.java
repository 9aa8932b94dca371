package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowTilesTest {
  private static DenseMatrix noise(int rows, int columns, long seed) {
    RandomStream random = RandomStream.of(seed, "rows");
    return DenseMatrix.zeros(rows, columns).map(x -> random.nextGaussian());
  }

  @Test
  void everyRowFindsItsNearestPointWhateverTheirNumber() {
    for (int n : new int[] {1, 5, 16, 17, 100, 2048, 2049, 4111}) {
      DenseMatrix rows = noise(n, 3, n);
      DenseMatrix points = noise(7, 3, 1);
      RowTiles tiles = RowTiles.of(rows);
      assertEquals(n, tiles.rows());
      assertEquals(3, tiles.width());
      int[] nearest = new int[n];
      double[] distances = new double[n];
      tiles.nearest(0, n, points.array(), 7, nearest, distances);
      for (int i = 0; i < n; i++) {
        double least = Double.POSITIVE_INFINITY;
        int best = -1;
        for (int c = 0; c < 7; c++) {
          double d = TileKernel.squaredDistance(rows.array(), i * 3, points.array(), c * 3, 3);
          if (d < least) {
            least = d;
            best = c;
          }
        }
        assertEquals(best, nearest[i], "row " + i + " of " + n);
        assertEquals(least, distances[i], "row " + i + " of " + n);
      }
    }
  }

  @Test
  void onlyTheRowsAskedForAreWritten() {
    RowTiles tiles = RowTiles.of(noise(50, 2, 3));
    int[] nearest = new int[50];
    Arrays.fill(nearest, 9);
    tiles.nearest(16, 48, new double[] {0, 0}, 1, nearest, new double[50]);
    assertEquals(9, nearest[15]);
    assertEquals(0, nearest[16]);
    assertEquals(0, nearest[47]);
    assertEquals(9, nearest[48]);
  }

  @Test
  void rowsAreAddedToTheSumOfTheirLabel() {
    double[][] cells = new double[20][];
    for (int i = 0; i < 20; i++) {
      cells[i] = new double[] {i, -i};
    }
    int[] labels = new int[20];
    labels[18] = 1;
    double[] sums = new double[4];
    RowTiles.of(DenseMatrix.of(cells)).addTo(sums, labels, 15, 20);
    assertArrayEquals(new double[] {15 + 16 + 17 + 19, -67, 18, -18}, sums);
  }

  @Test
  void aMatrixWithoutRowsOrColumnsIsAllowed() {
    assertEquals(0, RowTiles.of(DenseMatrix.zeros(0, 3)).rows());
    int[] nearest = {7, 7};
    double[] distances = new double[2];
    RowTiles.of(DenseMatrix.zeros(2, 0)).nearest(0, 2, new double[0], 3, nearest, distances);
    assertArrayEquals(new int[2], nearest);
    assertArrayEquals(new double[2], distances);
  }
}
