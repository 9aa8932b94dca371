package lectern.bench;

import java.util.Arrays;
import lectern.cluster.KMeans;
import lectern.cluster.Start;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;

/**
 * Rows around k points that lie near each other, so that K-means does not come to rest early.
 *
 * @param n rows
 * @param width columns
 * @param k points, and clusters to find
 */
record MixtureRows(int n, int width, int k) {
  /** The points are normal with deviation 0.5, the rows around them with 1. */
  DenseMatrix matrix() {
    RandomStream random = RandomStream.of(5, "bench", "mixture");
    double[] points = new double[k * width];
    Arrays.setAll(points, p -> 0.5 * random.nextGaussian());
    double[] rows = new double[n * width];
    for (int i = 0; i < n; i++) {
      int point = random.nextInt(k);
      for (int j = 0; j < width; j++) {
        rows[i * width + j] = points[point * width + j] + random.nextGaussian();
      }
    }
    return DenseMatrix.wrap(n, width, rows);
  }

  /** Every so many rows the start of one cluster. */
  DenseMatrix start(DenseMatrix rows) {
    int[] chosen = new int[k];
    Arrays.setAll(chosen, c -> c * (n / k));
    return rows.selectRows(chosen);
  }

  /** Exactly so many iterations, unless the labels come to rest. */
  static KMeans.Options options(DenseMatrix start, int iterations) {
    return new KMeans.Options(start.rows(), iterations, 0, Start.given(start), 1);
  }
}
