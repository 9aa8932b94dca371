package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.RowTiles;
import lectern.math.ShapeMismatch;
import lectern.math.VectorKernels;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How well each row sits in its cluster, from −1 to 1: s = (b − a) / max(a, b).
 *
 * <p>a is the row's mean distance (not squared) to the other rows of its cluster, b the mean
 * distance to the rows of the nearest other cluster. Near 1: far from the others; near 0: between
 * two; below 0: nearer to another cluster. A row alone in its cluster has 0, as has a row with a =
 * b = 0. Rows with a negative label (noise) take no part. At least two clusters are needed.
 *
 * <p>Time: rows × rows × columns. So beyond {@link #EXACT} rows the values of {@link #SAMPLE} rows,
 * drawn with the seed, are computed — each of them exactly, against all rows; only their mean is an
 * estimate. Same bits on any number of threads.
 *
 * <p>Source: P. J. Rousseeuw, Silhouettes: a graphical aid, 1987.
 */
public final class Silhouette implements Displayable {
  /** Up to so many rows every row is looked at. */
  public static final int EXACT = 5_000;

  /** How many rows are looked at beyond that. */
  public static final int SAMPLE = 2_000;

  private final int rowCount;
  private final int[] rows;
  private final int[] labels;
  private final double[] values;

  private Silhouette(int rowCount, int[] rows, int[] labels, double[] values) {
    this.rowCount = rowCount;
    this.rows = rows;
    this.labels = labels;
    this.values = values;
  }

  /**
   * The silhouettes of these rows.
   *
   * @param labels the cluster of each row; a negative one is no cluster
   * @param seed of the sample, which only many rows need
   */
  public static Silhouette of(DenseMatrix rows, int[] labels, long seed) {
    return of(rows, labels, rows.rows() <= EXACT ? rows.rows() : SAMPLE, seed);
  }

  /**
   * The silhouettes of so many rows drawn without replacement; of all when there are no more.
   *
   * @param sample at least 1
   */
  public static Silhouette of(DenseMatrix rows, int[] labels, int sample, long seed) {
    if (labels.length != rows.rows()) {
      throw new ShapeMismatch(
          "Each row needs a label: " + rows.rows() + " rows, " + labels.length + " labels.");
    }
    FiniteRows.require(rows, "A silhouette");
    int[] clusters =
        Arrays.stream(labels).filter(label -> label >= 0).distinct().sorted().toArray();
    if (clusters.length < 2) {
      throw new UserError(
          "A silhouette needs at least two clusters; there "
              + (clusters.length == 1 ? "is 1." : "are none."));
    }
    if (sample < 1) {
      throw new UserError("sample must be at least 1, not " + sample + ".");
    }
    int[] number = Arrays.stream(labels).map(l -> Arrays.binarySearch(clusters, l)).toArray();
    int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    int[] chosen = members;
    if (sample < members.length) {
      int[] drawn = RandomStream.of(seed, "silhouette").sample(members.length, sample);
      chosen = Arrays.stream(drawn).map(i -> members[i]).sorted().toArray();
    }
    int[] sizes = new int[clusters.length];
    Arrays.stream(members).forEach(i -> sizes[number[i]]++);
    int[] looked = chosen;
    double[] values = new double[looked.length];
    RowTiles tiles = RowTiles.of(rows);
    Parallel.forBlocks(
        looked.length,
        16,
        (from, to) -> {
          double[] squared = new double[rows.rows()];
          for (int p = from; p < to; p++) {
            tiles.squaredDistances(rows.array(), looked[p] * rows.columns(), squared);
            values[p] = value(number[looked[p]], squared, members, number, sizes);
          }
        });
    int[] of = Arrays.stream(looked).map(i -> labels[i]).toArray();
    return new Silhouette(members.length, looked, of, values);
  }

  private static double value(int own, double[] squared, int[] members, int[] number, int[] sizes) {
    double[] sums = new double[sizes.length];
    for (int other : members) {
      sums[number[other]] += Math.sqrt(squared[other]);
    }
    if (sizes[own] == 1) {
      return 0;
    }
    double within = sums[own] / (sizes[own] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      if (c != own) {
        nearest = Math.min(nearest, sums[c] / sizes[c]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }

  /** The mean of the values: exact, or an estimate from the sample. */
  public double mean() {
    return VectorKernels.get().sum(values, 0, values.length) / values.length;
  }

  /** Whether every row was looked at. */
  public boolean exact() {
    return rows.length == rowCount;
  }

  /** The rows looked at, rising. */
  public int[] rows() {
    return rows.clone();
  }

  /** The value of each row looked at. */
  public double[] values() {
    return values.clone();
  }

  /** For each cluster: rows looked at, mean value, share of rows below 0. */
  public Table table() {
    IntColumn cluster = IntColumn.create("cluster");
    IntColumn count = IntColumn.create("rows");
    DoubleColumn mean = DoubleColumn.create("mean");
    DoubleColumn below = DoubleColumn.create("below 0");
    for (int label : clusters()) {
      double[] mine = sorted(label);
      cluster.append(label);
      count.append(mine.length);
      mean.append(VectorKernels.get().sum(mine, 0, mine.length) / mine.length);
      below.append(Arrays.stream(mine).filter(v -> v < 0).count() / (double) mine.length);
    }
    return Table.create("silhouette", cluster, count, mean, below);
  }

  private int[] clusters() {
    return Arrays.stream(labels).distinct().sorted().toArray();
  }

  /** The values of one cluster, the largest first. */
  private double[] sorted(int label) {
    double[] mine =
        IntStream.range(0, values.length)
            .filter(i -> labels[i] == label)
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
    for (int i = 0; i < mine.length / 2; i++) {
      double kept = mine[i];
      mine[i] = mine[mine.length - 1 - i];
      mine[mine.length - 1 - i] = kept;
    }
    return mine;
  }

  /** All values, cluster beside cluster, the largest first in each, and the mean. */
  public Figure figure() {
    Figure figure = Figure.of("Silhouette of each row");
    int next = 0;
    for (int label : clusters()) {
      double[] mine = sorted(label);
      int first = next;
      double[] x = IntStream.range(0, mine.length).mapToDouble(i -> first + i).toArray();
      figure =
          figure
              .line("cluster " + label, x, mine)
              .onLast("fill", "tozeroy")
              .onLast("line.width", 1);
      next += mine.length + Math.max(1, values.length / 50);
    }
    return figure
        .horizontalLine(mean(), String.format(Locale.ROOT, "mean %.2f", mean()))
        .xTitle("rows, by cluster and value")
        .yTitle("silhouette")
        .with("xaxis.showticklabels", false);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Silhouette: mean %.4f over %s",
        mean(),
        exact()
            ? String.format(Locale.ROOT, "all %,d rows", rowCount)
            : String.format(Locale.ROOT, "%,d of %,d rows, drawn", rows.length, rowCount));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
