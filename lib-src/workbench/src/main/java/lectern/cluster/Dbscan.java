package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import smile.clustering.DBSCAN;
import smile.clustering.PartitionClustering;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * DBSCAN: clusters are places where rows lie densely, of any shape; the rest is noise.
 *
 * <p>A row is a core row if at least minRows rows, itself included, lie within the radius
 * (Euclidean distance). Core rows within the radius of each other are in one cluster, and so are
 * the rows within the radius of a core row. Nobody says how many clusters there are; {@link
 * KDistances} helps to choose the radius. Computed by Smile; clusters are numbered in the order of
 * their first core row met, a row that two clusters reach goes to one of them. Same bits every
 * time.
 *
 * <pre>{@code
 * var radius = KDistances.of(rows, 4).knee().getAsDouble();
 * Dbscan.fit(rows, new Dbscan.Options(radius, 5)).labels();
 * }</pre>
 *
 * <p>Source: Ester, Kriegel, Sander and Xu, A density-based algorithm for discovering clusters in
 * large spatial databases with noise, 1996.
 */
public final class Dbscan implements Displayable {
  /** The label of rows in no cluster. */
  public static final int NOISE = -1;

  /**
   * What counts as dense.
   *
   * @param radius how near a neighbour is, above 0
   * @param minRows how many rows within the radius make a row a core row, itself included, at least
   *     2
   */
  public record Options(double radius, int minRows) {
    public Options {
      if (!(radius > 0) || Double.isInfinite(radius)) {
        throw new UserError("radius must be above 0 and finite, not " + radius + ".");
      }
      if (minRows < 2) {
        throw new UserError("minRows must be at least 2, not " + minRows + ".");
      }
    }
  }

  private final int[] labels;
  private final int clusters;
  private final Options options;

  private Dbscan(int[] labels, int clusters, Options options) {
    this.labels = labels;
    this.clusters = clusters;
    this.options = options;
  }

  /**
   * Clusters the rows.
   *
   * @throws UserError if there are no rows or a value is not finite
   */
  public static Dbscan fit(DenseMatrix rows, Options options) {
    FiniteRows.require(rows, "DBSCAN");
    if (rows.rows() == 0) {
      throw new UserError("DBSCAN needs at least one row.");
    }
    var found = DBSCAN.fit(rows.toArray(), options.minRows() - 1, options.radius());
    int[] labels =
        Arrays.stream(found.y)
            .map(label -> label == PartitionClustering.OUTLIER ? NOISE : label)
            .toArray();
    return new Dbscan(labels, found.k, options);
  }

  /** For each row its cluster from 0, or {@link #NOISE}. */
  public int[] labels() {
    return labels.clone();
  }

  /** How many clusters there are, noise not counted. */
  public int clusters() {
    return clusters;
  }

  /** How many rows are in no cluster. */
  public int noise() {
    return (int) Arrays.stream(labels).filter(label -> label == NOISE).count();
  }

  /** The labels as a partition, in which the noise is one group of its own. */
  public Partition partition() {
    return Partition.of(labels);
  }

  /** Cluster and rows in it, the noise last. */
  public Table table() {
    StringColumn cluster = StringColumn.create("cluster");
    IntColumn count = IntColumn.create("rows");
    for (int c = 0; c <= clusters; c++) {
      int label = c < clusters ? c : NOISE;
      cluster.append(label == NOISE ? "noise" : Integer.toString(label));
      count.append((int) Arrays.stream(labels).filter(l -> l == label).count());
    }
    return Table.create("DBSCAN", cluster, count);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "DBSCAN: %,d rows in %d clusters, %,d noise (radius %.4g, at least %d rows)",
        labels.length - noise(),
        clusters,
        noise(),
        options.radius(),
        options.minRows());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
