package lectern.cluster;

import java.util.Arrays;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RowTiles;
import lectern.math.VectorKernels;

/**
 * One run of Lloyd's iterations from given centres; see {@link KMeans}.
 *
 * <p>An iteration reads the rows once: block by block it finds each row's nearest centre and adds
 * the row to that centre's sum. The sums of the blocks are added in the order of the blocks, so the
 * size of a block is part of the result's definition: 2,048 rows, or more where a block's sums
 * would take more room than its rows.
 */
final class Lloyd {
  private static final int BLOCK = 2048;

  private final RowTiles rows;
  private final KMeans.Options options;
  private final int k;
  private final int width;
  private final int block;
  private final double[] distances;
  private int[] labels;
  private int[] before;
  private double[] centres;

  Lloyd(RowTiles rows, KMeans.Options options, DenseMatrix start) {
    this.rows = rows;
    this.options = options;
    this.k = options.k();
    this.width = rows.width();
    this.block = (int) Math.min(1 << 28, Math.max(BLOCK, ((long) k * width + 15) / 16 * 16));
    this.distances = new double[rows.rows()];
    this.labels = new int[rows.rows()];
    this.before = new int[rows.rows()];
    this.centres = start.array().clone();
    Arrays.fill(labels, -1);
  }

  KMeansModel run() {
    double[] objectives = new double[Math.min(options.maxIterations(), 1000)];
    int iterations = 0;
    boolean converged = false;
    double objective = Double.NaN;
    while (iterations < options.maxIterations() && !converged) {
      if (iterations == objectives.length) {
        objectives = Arrays.copyOf(objectives, iterations * 2);
      }
      double[] totals = assign();
      objective = objective(totals);
      objectives[iterations] = objective;
      converged = changed(totals) == 0 || small(objectives, iterations);
      iterations++;
      if (!converged) {
        update(totals);
      }
    }
    if (!converged) {
      objective = objective(assign());
    }
    return new KMeansModel(
        DenseMatrix.wrap(k, width, centres),
        labels,
        objective,
        Arrays.copyOf(objectives, iterations),
        converged);
  }

  private boolean small(double[] objectives, int iteration) {
    return options.tolerance() > 0
        && iteration > 0
        && objectives[iteration - 1] - objectives[iteration]
            <= options.tolerance() * objectives[iteration - 1];
  }

  /**
   * Gives each row to its nearest centre.
   *
   * @return the sums of each cluster's rows (k × width), then the clusters' sizes (k), then J, then
   *     the number of rows whose label changed
   */
  private double[] assign() {
    int[] spare = before;
    before = labels;
    labels = spare;
    return Parallel.sums(
        labels.length,
        block,
        k * width + k + 2,
        (from, to, totals) -> {
          rows.nearest(from, to, centres, k, labels, distances);
          rows.addTo(totals, labels, from, to);
          int changed = 0;
          for (int i = from; i < to; i++) {
            totals[k * width + labels[i]]++;
            changed += labels[i] == before[i] ? 0 : 1;
          }
          totals[totals.length - 2] = VectorKernels.get().sum(distances, from, to - from);
          totals[totals.length - 1] = changed;
        });
  }

  private static double objective(double[] totals) {
    return totals[totals.length - 2];
  }

  private static double changed(double[] totals) {
    return totals[totals.length - 1];
  }

  /** Puts each centre at the mean of its rows, after empty clusters have taken one. */
  private void update(double[] totals) {
    double[] sums = totals;
    double[] sizes = Arrays.copyOfRange(totals, k * width, k * width + k);
    boolean taken = false;
    for (int c = 0; c < k; c++) {
      taken |= sizes[c] == 0 && takeFarthest(c, sizes);
    }
    if (taken) {
      sums =
          Parallel.sums(
              labels.length,
              block,
              k * width,
              (from, to, out) -> rows.addTo(out, labels, from, to));
    }
    double[] moved = centres.clone();
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < width && sizes[c] > 0; j++) {
        moved[c * width + j] = sums[c * width + j] / sizes[c];
      }
    }
    centres = moved;
  }

  /** Moves the row farthest from its centre into an empty cluster; false if there is none. */
  private boolean takeFarthest(int cluster, double[] sizes) {
    int farthest = -1;
    for (int i = 0; i < labels.length; i++) {
      if (sizes[labels[i]] > 1 && distances[i] > (farthest < 0 ? 0 : distances[farthest])) {
        farthest = i;
      }
    }
    if (farthest < 0) {
      return false;
    }
    sizes[labels[farthest]]--;
    labels[farthest] = cluster;
    distances[farthest] = 0;
    sizes[cluster] = 1;
    return true;
  }
}
