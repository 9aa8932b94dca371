package lectern.math;

import java.util.Arrays;

/** The tile kernel in plain Java: the reference for the order of addition. */
final class PlainTileKernel implements TileKernel {
  static final PlainTileKernel INSTANCE = new PlainTileKernel();

  private PlainTileKernel() {}

  @Override
  public void nearest(
      double[] tile, int width, double[] points, int k, int[] nearest, double[] distances) {
    Arrays.fill(nearest, 0, ROWS, 0);
    Arrays.fill(distances, 0, ROWS, Double.POSITIVE_INFINITY);
    double[] sums = new double[ROWS];
    for (int c = 0; c < k; c++) {
      squaredDistances(tile, width, points, c * width, sums);
      for (int r = 0; r < ROWS; r++) {
        if (sums[r] < distances[r]) {
          distances[r] = sums[r];
          nearest[r] = c;
        }
      }
    }
  }

  @Override
  public void squaredDistances(
      double[] tile, int width, double[] points, int at, double[] distances) {
    Arrays.fill(distances, 0, ROWS, 0);
    for (int j = 0; j < width; j++) {
      double value = points[at + j];
      for (int r = 0; r < ROWS; r++) {
        double difference = tile[j * ROWS + r] - value;
        distances[r] += difference * difference;
      }
    }
  }

  @Override
  public void addByLabel(double[] rows, int width, int[] labels, int from, int to, double[] sums) {
    for (int i = from; i < to; i++) {
      int row = i * width;
      int sum = labels[i] * width;
      for (int j = 0; j < width; j++) {
        sums[sum + j] += rows[row + j];
      }
    }
  }
}
