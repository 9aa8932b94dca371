package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether each cluster is found again when the rows change a little: its mean Jaccard similarity to
 * the nearest cluster of rows drawn anew.
 *
 * <p>A resample draws as many rows as there are, with replacement, takes each drawn row once, and
 * clusters them again. Among those rows cluster C is compared with each new cluster D by |C ∩ D| /
 * |C ∪ D|; the largest counts. The mean over the resamples tells: 0.85 and more highly stable, 0.75
 * and more stable, 0.6 to 0.75 a pattern whose border is in doubt, below 0.6 not to be trusted. A
 * resample that drew no row of C is left out for C.
 *
 * <p>Resample r draws from {@code RandomStream.of(seed, "stability", r)}, which then gives the
 * clusterer's seed.
 *
 * <p>Source: C. Hennig, Cluster-wise assessment of cluster stability, 2007.
 *
 * @param labels the clusters' labels, rising
 * @param similarities the mean Jaccard similarity of each
 * @param dissolved the share of resamples in which its similarity was 0.5 or less
 * @param resamples how many
 */
public record ClusterStability(
    int[] labels, double[] similarities, double[] dissolved, int resamples) implements Displayable {
  /** 100 resamples; silent. */
  public static ClusterStability of(
      DenseMatrix rows, int[] labels, Clusterer clusterer, long seed) {
    return of(rows, labels, clusterer, 100, seed, Progress.silent());
  }

  /**
   * The stability of a clustering.
   *
   * @param labels of the rows, as the clusterer gave them; negative ones are no cluster
   * @param clusterer what clusters the drawn rows
   * @param resamples at least 2
   */
  public static ClusterStability of(
      DenseMatrix rows,
      int[] labels,
      Clusterer clusterer,
      int resamples,
      long seed,
      Progress progress) {
    if (labels.length != rows.rows()) {
      throw new ShapeMismatch(
          "Each row needs a label: " + rows.rows() + " rows, " + labels.length + " labels.");
    }
    if (resamples < 2) {
      throw new UserError("resamples must be at least 2, not " + resamples + ".");
    }
    int[] clusters = Arrays.stream(labels).filter(l -> l >= 0).distinct().sorted().toArray();
    double[] sums = new double[clusters.length];
    double[] dissolved = new double[clusters.length];
    int[] counted = new int[clusters.length];
    try (var task = progress.begin("Stability", resamples)) {
      for (int r = 0; r < resamples; r++) {
        RandomStream random = RandomStream.of(seed, "stability", Integer.toString(r));
        int[] drawn = draw(rows.rows(), random);
        int[] again = clusterer.labels(rows.selectRows(drawn), random.nextLong());
        for (int c = 0; c < clusters.length; c++) {
          double similarity = similarity(clusters[c], labels, drawn, again);
          if (!Double.isNaN(similarity)) {
            sums[c] += similarity;
            dissolved[c] += similarity <= 0.5 ? 1 : 0;
            counted[c]++;
          }
        }
        task.at(r + 1);
      }
    }
    for (int c = 0; c < clusters.length; c++) {
      sums[c] /= counted[c];
      dissolved[c] /= counted[c];
    }
    return new ClusterStability(clusters, sums, dissolved, resamples);
  }

  private static int[] draw(int n, RandomStream random) {
    int[] drawn = new int[n];
    Arrays.setAll(drawn, i -> random.nextInt(n));
    return Arrays.stream(drawn).sorted().distinct().toArray();
  }

  /** The largest Jaccard similarity to a new cluster; NaN if no row of the cluster was drawn. */
  private static double similarity(int cluster, int[] labels, int[] drawn, int[] again) {
    int most = Arrays.stream(again).max().orElse(-1) + 1;
    int[] shared = new int[Math.max(most, 1)];
    int[] sizes = new int[shared.length];
    int own = 0;
    for (int i = 0; i < drawn.length; i++) {
      boolean mine = labels[drawn[i]] == cluster;
      own += mine ? 1 : 0;
      if (again[i] >= 0) {
        sizes[again[i]]++;
        shared[again[i]] += mine ? 1 : 0;
      }
    }
    double best = 0;
    for (int d = 0; d < shared.length; d++) {
      best = Math.max(best, shared[d] / (double) Math.max(1, own + sizes[d] - shared[d]));
    }
    return own == 0 ? Double.NaN : best;
  }

  /** The mean similarity of this cluster; NaN for a label that is no cluster. */
  public double of(int label) {
    int at = Arrays.binarySearch(labels, label);
    return at < 0 ? Double.NaN : similarities[at];
  }

  /** What a mean similarity says. */
  static String words(double similarity) {
    return similarity >= 0.85
        ? "highly stable"
        : similarity >= 0.75
            ? "stable"
            : similarity >= 0.6 ? "border in doubt" : "not to be trusted";
  }

  /** Cluster, mean similarity, share of resamples in which it dissolved, verdict. */
  public Table table() {
    return Table.create(
        "stability",
        IntColumn.create("cluster", labels),
        DoubleColumn.create("mean Jaccard", similarities),
        DoubleColumn.create("dissolved", dissolved),
        StringColumn.create(
            "verdict", Arrays.stream(similarities).mapToObj(ClusterStability::words).toList()));
  }

  @Override
  public String toString() {
    long stable = Arrays.stream(similarities).filter(s -> s >= 0.75).count();
    return String.format(
        Locale.ROOT,
        "%d of %d clusters are stable (mean Jaccard at least 0.75 over %d resamples)",
        stable,
        labels.length,
        resamples);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
