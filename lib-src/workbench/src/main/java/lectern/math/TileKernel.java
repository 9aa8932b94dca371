package lectern.math;

/**
 * The inner loops of clustering: for 16 rows at once, the distance to a point, and which of several
 * points is nearest.
 *
 * <p>A tile holds 16 rows column by column: the value of row r in column j is tile[16 j + r]. The
 * squared distance of a row to a point is Σ_j (x_j − p_j)², added in the order of the columns,
 * products rounded before they are added. Every row has a sum of its own, so the plain loops and
 * those on a vector unit of any width give the same bits. Of several nearest points the first
 * counts.
 *
 * <p>{@link #get()} gives the vector form when the module {@code jdk.incubator.vector} is there,
 * otherwise the plain form. See {@link RowTiles} for a whole matrix.
 */
public interface TileKernel {
  /** Rows in a tile. */
  int ROWS = 16;

  /**
   * Finds each row's nearest point.
   *
   * @param tile 16 × width values, column by column
   * @param points k × width values, point by point
   * @param nearest gets the number of the nearest point of each of the 16 rows; 0 where no distance
   *     is below infinity
   * @param distances gets the squared distance to it
   */
  void nearest(double[] tile, int width, double[] points, int k, int[] nearest, double[] distances);

  /**
   * Finds the squared distance of each row to one point.
   *
   * @param points holds the point's values from at on
   * @param distances gets the 16 distances
   */
  void squaredDistances(double[] tile, int width, double[] points, int at, double[] distances);

  /**
   * sums[labels[i] × width + j] += rows[i × width + j], row after row, for i from (included) to to
   * (excluded): the sums of clusters. These rows lie one after another, not in tiles.
   */
  void addByLabel(double[] rows, int width, int[] labels, int from, int to, double[] sums);

  /** The squared distance of one row, lying in an array, to a point, in the same order. */
  static double squaredDistance(double[] row, int rowAt, double[] point, int pointAt, int width) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double difference = row[rowAt + j] - point[pointAt + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** The fastest form that this Java offers. */
  static TileKernel get() {
    return KernelChoice.TILES;
  }

  /** The form without the vector unit. */
  static TileKernel plain() {
    return PlainTileKernel.INSTANCE;
  }
}
