package lectern.cluster;

import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RowTiles;
import lectern.math.ShapeMismatch;
import lectern.math.TileKernel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What {@link KMeans} found. Immutable; in a notebook it shows its clusters as a table. */
public final class KMeansModel implements Displayable {
  private final DenseMatrix centres;
  private final int[] labels;
  private final double objective;
  private final double[] objectives;
  private final boolean converged;

  KMeansModel(
      DenseMatrix centres, int[] labels, double objective, double[] objectives, boolean converged) {
    this.centres = centres;
    this.labels = labels;
    this.objective = objective;
    this.objectives = objectives;
    this.converged = converged;
  }

  /** One row for each cluster. */
  public DenseMatrix centres() {
    return centres;
  }

  /** For each row its cluster, 0 to k − 1. */
  public int[] labels() {
    return labels.clone();
  }

  /** The labels as a partition, whose equality does not depend on the clusters' numbers. */
  public Partition partition() {
    return Partition.of(labels);
  }

  /** J: the sum of the squared distances of all rows to their centres. */
  public double objective() {
    return objective;
  }

  /** J as it was in each iteration, after rows had been given to their nearest centres. */
  public double[] objectives() {
    return objectives.clone();
  }

  public int iterations() {
    return objectives.length;
  }

  /** False when the iterations ran out before the labels came to rest. */
  public boolean converged() {
    return converged;
  }

  /** How many rows each cluster has. */
  public int[] sizes() {
    int[] sizes = new int[centres.rows()];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  /**
   * The cluster of a new row: its nearest centre, the lowest number of several.
   *
   * @throws lectern.display.UserError if it has another width than the centres or a value that is
   *     not finite
   */
  public int predict(double... row) {
    requireWidth(row.length);
    FiniteRows.require(DenseMatrix.wrap(1, row.length, row), "K-means");
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.rows(); c++) {
      double distance =
          TileKernel.squaredDistance(row, 0, centres.array(), c * row.length, row.length);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }

  /** The cluster of each new row. */
  public int[] predict(DenseMatrix rows) {
    requireWidth(rows.columns());
    FiniteRows.require(rows, "K-means");
    RowTiles tiles = RowTiles.of(rows);
    int[] out = new int[rows.rows()];
    double[] distances = new double[rows.rows()];
    int k = centres.rows();
    Parallel.forBlocks(
        out.length,
        2048,
        (from, to) -> tiles.nearest(from, to, centres.array(), k, out, distances));
    return out;
  }

  private void requireWidth(int width) {
    if (width != centres.columns()) {
      throw new ShapeMismatch(
          "A row to place must have "
              + centres.columns()
              + " values like the centres, not "
              + width
              + ".");
    }
  }

  /** Cluster, rows in it, and its centre. */
  public Table summary() {
    int k = centres.rows();
    IntColumn cluster = IntColumn.create("cluster", k);
    for (int c = 0; c < k; c++) {
      cluster.set(c, c);
    }
    Table table = Table.create("clusters", cluster, IntColumn.create("rows", sizes()));
    for (int j = 0; j < centres.columns(); j++) {
      table.addColumns(DoubleColumn.create("centre " + (j + 1), centres.column(j)));
    }
    return table;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "K-means: %d rows in %d clusters, J = %.6g after %d iterations%s",
        labels.length,
        centres.rows(),
        objective,
        objectives.length,
        converged ? "" : " (not at rest: more iterations would move it)");
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), summary());
  }
}
