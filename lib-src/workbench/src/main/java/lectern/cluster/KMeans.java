package lectern.cluster;

import java.util.Arrays;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.VectorKernels;

/**
 * K-means: k centres that make the rows' squared distances to their nearest centre small.
 *
 * <p>The objective is J = Σ over clusters Σ over rows in it of ‖row − centre‖². Lloyd's iterations:
 * give each row to its nearest centre, put each centre at the mean of its rows, until no row
 * changes. J never rises (but for the last bits of rounding), and the end depends on the start,
 * which is why there are restarts: the lowest J is kept, the first of several.
 *
 * <p>Ties: the centre with the lowest number. A cluster without rows takes the row that is farthest
 * from its own centre (the first of several) out of a cluster that has more; if every row lies on
 * its centre, the cluster stays empty and its centre where it was. Same bits on any number of
 * threads. Time: rows × k × columns an iteration.
 *
 * <pre>{@code
 * var model = KMeans.fit(rows, new KMeans.Options(2), 1L);
 * model.labels(); model.centres(); model.objective();
 * }</pre>
 *
 * <p>Source: S. P. Lloyd, Least squares quantization in PCM, 1982; D. Arthur and S. Vassilvitskii,
 * k-means++, 2007.
 */
public final class KMeans {
  /** Rows a thread takes at a time; part of the result's definition, since sums go by block. */
  private static final int BLOCK = 2048;

  /**
   * How to cluster.
   *
   * @param k how many clusters, at least 1
   * @param maxIterations when to stop at the latest, at least 1; 300 if unsaid
   * @param tolerance stop when J falls by no more than this share of itself; 0 (if unsaid): go on
   *     until no row changes
   * @param start where the centres begin; k-means++ if unsaid
   * @param restarts how many starts to try, at least 1; 10 if unsaid. Given centres start once
   */
  public record Options(int k, int maxIterations, double tolerance, Start start, int restarts) {
    public Options {
      if (k < 1) {
        throw new UserError("k must be at least 1, not " + k + ".");
      }
      if (maxIterations < 1) {
        throw new UserError("maxIterations must be at least 1, not " + maxIterations + ".");
      }
      if (!(tolerance >= 0 && tolerance < 1)) {
        throw new UserError("tolerance must be at least 0 and below 1, not " + tolerance + ".");
      }
      if (restarts < 1) {
        throw new UserError("restarts must be at least 1, not " + restarts + ".");
      }
      if (start instanceof Start.Given given && given.centres().rows() != k) {
        throw new UserError(
            "k = " + k + " needs " + k + " starting centres, not " + given.centres().rows() + ".");
      }
    }

    /** k clusters from 10 k-means++ starts. */
    public Options(int k) {
      this(k, 300, 0, Start.PLUS_PLUS, 10);
    }

    /** k clusters from this start: 10 times, or once for given centres. */
    public Options(int k, Start start) {
      this(k, 300, 0, start, start instanceof Start.Given ? 1 : 10);
    }

    /** One run of Lloyd's iterations from these centres. */
    public static Options from(DenseMatrix centres) {
      return new Options(centres.rows(), Start.given(centres));
    }
  }

  private final DenseMatrix rows;
  private final Options options;
  private final VectorKernels kernels = VectorKernels.get();
  private final int k;
  private final int width;
  private final int[] labels;
  private final double[] distances;
  private double[] centres;

  private KMeans(DenseMatrix rows, Options options) {
    this.rows = rows;
    this.options = options;
    this.k = options.k();
    this.width = rows.columns();
    this.labels = new int[rows.rows()];
    this.distances = new double[rows.rows()];
  }

  /** Clusters the rows; silent. */
  public static KMeansModel fit(DenseMatrix rows, Options options, long seed) {
    return fit(rows, options, seed, Progress.silent());
  }

  /**
   * Clusters the rows.
   *
   * @param rows one row for each thing to cluster, finite numbers
   * @param seed of the random starts; given centres need none
   * @throws UserError if there are fewer rows than clusters, a value is not finite, or given
   *     centres have another width
   */
  public static KMeansModel fit(DenseMatrix rows, Options options, long seed, Progress progress) {
    check(rows, options);
    int runs = options.start() instanceof Start.Given ? 1 : options.restarts();
    KMeansModel best = null;
    try (var task = progress.begin("K-means", runs)) {
      for (int run = 0; run < runs; run++) {
        RandomStream random = RandomStream.of(seed, "k-means", Integer.toString(run));
        KMeansModel model =
            new KMeans(rows, options).run(options.start().centres(rows, options.k(), random));
        if (best == null || model.objective() < best.objective()) {
          best = model;
        }
        task.at(run + 1, "J = " + (float) best.objective());
      }
    }
    return best;
  }

  private static void check(DenseMatrix rows, Options options) {
    if (options.k() > rows.rows()) {
      throw new UserError(
          "k must be at most the number of rows: k = "
              + options.k()
              + ", rows = "
              + rows.rows()
              + (rows.rows() == 0 ? "." : ". Choose k between 1 and " + rows.rows() + "."));
    }
    for (int p = 0; p < rows.array().length; p++) {
      if (!Double.isFinite(rows.array()[p])) {
        throw new UserError(
            "K-means needs finite numbers: row "
                + p / rows.columns()
                + ", column "
                + p % rows.columns()
                + " is "
                + rows.array()[p]
                + ".");
      }
    }
    if (options.start() instanceof Start.Given given
        && given.centres().columns() != rows.columns()) {
      throw new UserError(
          "The starting centres have "
              + given.centres().columns()
              + " columns, the rows "
              + rows.columns()
              + ".");
    }
  }

  private KMeansModel run(DenseMatrix start) {
    centres = start.array().clone();
    double[] objectives = new double[Math.min(options.maxIterations(), 1000)];
    int iterations = 0;
    boolean converged = false;
    int[] before = new int[labels.length];
    Arrays.fill(before, -1);
    while (iterations < options.maxIterations() && !converged) {
      if (iterations == objectives.length) {
        objectives = Arrays.copyOf(objectives, iterations * 2);
      }
      objectives[iterations] = assign();
      converged = Arrays.equals(labels, before) || small(objectives, iterations);
      iterations++;
      if (!converged) {
        System.arraycopy(labels, 0, before, 0, labels.length);
        update();
      }
    }
    if (!converged) {
      assign();
    }
    return new KMeansModel(
        DenseMatrix.wrap(k, width, centres),
        labels,
        objective(),
        Arrays.copyOf(objectives, iterations),
        converged);
  }

  private boolean small(double[] objectives, int iteration) {
    return options.tolerance() > 0
        && iteration > 0
        && objectives[iteration - 1] - objectives[iteration]
            <= options.tolerance() * objectives[iteration - 1];
  }

  /** Gives each row to its nearest centre; gives J. */
  private double assign() {
    Parallel.forBlocks(
        labels.length,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            nearest(i);
          }
        });
    return objective();
  }

  private double objective() {
    return Parallel.sum(
        labels.length, BLOCK, (from, to) -> kernels.sum(distances, from, to - from));
  }

  private void nearest(int row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      double distance =
          kernels.squaredDistance(rows.array(), row * width, centres, c * width, width);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    labels[row] = best;
    distances[row] = least;
  }

  /** Puts each centre at the mean of its rows, after empty clusters have taken one. */
  private void update() {
    int[] sizes = sizes();
    for (int c = 0; c < k; c++) {
      if (sizes[c] == 0) {
        takeFarthest(c, sizes);
      }
    }
    double[] sums =
        Parallel.sums(
            labels.length,
            BLOCK,
            k * width,
            (from, to, out) -> {
              for (int i = from; i < to; i++) {
                kernels.addScaled(1, rows.array(), i * width, out, labels[i] * width, width);
              }
            });
    double[] moved = centres.clone();
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < width && sizes[c] > 0; j++) {
        moved[c * width + j] = sums[c * width + j] / sizes[c];
      }
    }
    centres = moved;
  }

  private int[] sizes() {
    int[] sizes = new int[k];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  private void takeFarthest(int cluster, int[] sizes) {
    int farthest = -1;
    for (int i = 0; i < labels.length; i++) {
      if (sizes[labels[i]] > 1 && distances[i] > (farthest < 0 ? 0 : distances[farthest])) {
        farthest = i;
      }
    }
    if (farthest >= 0) {
      sizes[labels[farthest]]--;
      labels[farthest] = cluster;
      distances[farthest] = 0;
      sizes[cluster] = 1;
    }
  }
}
