package lectern.math;

/**
 * The rows of a matrix, 16 at a time, column by column: the form in which a {@link TileKernel}
 * reads them. A copy beside the matrix; rows beyond the last are zeros. Immutable.
 */
public final class RowTiles {
  private static final int TILE = TileKernel.ROWS;

  private final DenseMatrix matrix;
  private final int rows;
  private final int width;
  private final double[][] tiles;

  private RowTiles(DenseMatrix matrix) {
    this.matrix = matrix;
    this.rows = matrix.rows();
    this.width = matrix.columns();
    this.tiles = new double[(int) (((long) rows + TILE - 1) / TILE)][];
  }

  /** The rows of this matrix. */
  public static RowTiles of(DenseMatrix matrix) {
    RowTiles made = new RowTiles(matrix);
    Parallel.forBlocks(
        matrix.rows(),
        128 * TILE,
        (from, to) -> {
          for (int row = from; row < to; row += TILE) {
            made.tiles[row / TILE] = made.copy(matrix.array(), row);
          }
        });
    return made;
  }

  private double[] copy(double[] cells, int first) {
    double[] tile = new double[TILE * width];
    for (int r = 0; r < Math.min(TILE, rows - first); r++) {
      for (int j = 0; j < width; j++) {
        tile[j * TILE + r] = cells[(first + r) * width + j];
      }
    }
    return tile;
  }

  public int rows() {
    return rows;
  }

  /** How many columns. */
  public int width() {
    return width;
  }

  /**
   * Finds the nearest point of the rows from (included) to to (excluded).
   *
   * @param from the first row, a multiple of 16
   * @param to a multiple of 16, or the number of rows
   * @param points k × width values
   * @param nearest gets, at each row's place, the number of its nearest point
   * @param distances gets, at each row's place, the squared distance to it
   */
  public void nearest(int from, int to, double[] points, int k, int[] nearest, double[] distances) {
    TileKernel kernel = TileKernel.get();
    int[] which = new int[TILE];
    double[] distance = new double[TILE];
    for (int row = from; row < to; row += TILE) {
      kernel.nearest(tiles[row / TILE], width, points, k, which, distance);
      int count = Math.min(TILE, to - row);
      System.arraycopy(which, 0, nearest, row, count);
      System.arraycopy(distance, 0, distances, row, count);
    }
  }

  /**
   * Finds the squared distance of every row to one point.
   *
   * @param points holds the point's values from at on
   * @param distances gets one value for each row
   */
  public void squaredDistances(double[] points, int at, double[] distances) {
    TileKernel kernel = TileKernel.get();
    double[] distance = new double[TILE];
    for (int row = 0; row < rows; row += TILE) {
      kernel.squaredDistances(tiles[row / TILE], width, points, at, distance);
      System.arraycopy(distance, 0, distances, row, Math.min(TILE, rows - row));
    }
  }

  /** sums[labels[row] × width + j] += the value of row and column j, for these rows in turn. */
  public void addTo(double[] sums, int[] labels, int from, int to) {
    TileKernel.get().addByLabel(matrix.array(), width, labels, from, to, sums);
  }
}
