package lectern.cluster;

import java.util.ArrayList;
import java.util.List;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;

/**
 * K-means of the same rows for k = 1, 2, … up to a largest k: what the rules that choose k compare.
 *
 * <pre>{@code
 * var fits = KMeansRange.fit(rows, 10, 1L);
 * Elbow.of(fits).figure();
 * ClusterCount.of(fits, 1L);   // elbow, silhouette and gap side by side
 * }</pre>
 *
 * <p>The fit of each k is {@code KMeans.fit(rows, new Options(k), seed)}: 10 starts of k-means++.
 *
 * @param rows what was clustered
 * @param models the model of k at place k − 1
 */
public record KMeansRange(DenseMatrix rows, List<KMeansModel> models) {
  public KMeansRange {
    models = List.copyOf(models);
  }

  /** Fits k = 1 to largest; silent. */
  public static KMeansRange fit(DenseMatrix rows, int largest, long seed) {
    return fit(rows, largest, seed, Progress.silent());
  }

  /**
   * Fits k = 1 to largest.
   *
   * @param largest at least 2, at most the number of rows
   */
  public static KMeansRange fit(DenseMatrix rows, int largest, long seed, Progress progress) {
    if (largest < 2 || largest > rows.rows()) {
      throw new UserError(
          "The largest k must be between 2 and the number of rows, "
              + rows.rows()
              + ", not "
              + largest
              + ".");
    }
    List<KMeansModel> models = new ArrayList<>();
    try (var task = progress.begin("K-means for k = 1 to " + largest, largest)) {
      for (int k = 1; k <= largest; k++) {
        models.add(KMeans.fit(rows, new KMeans.Options(k), seed));
        task.at(k, "k = " + k);
      }
    }
    return new KMeansRange(rows, models);
  }

  /** The largest k. */
  public int largest() {
    return models.size();
  }

  /** The model of this k. */
  public KMeansModel model(int k) {
    if (k < 1 || k > largest()) {
      throw new UserError("k must be between 1 and " + largest() + ", not " + k + ".");
    }
    return models.get(k - 1);
  }

  /** 1, 2, … as numbers for a plot or a table. */
  double[] counts() {
    double[] counts = new double[largest()];
    for (int k = 1; k <= largest(); k++) {
      counts[k - 1] = k;
    }
    return counts;
  }

  /** J of each k. */
  double[] objectives() {
    return models.stream().mapToDouble(KMeansModel::objective).toArray();
  }
}
