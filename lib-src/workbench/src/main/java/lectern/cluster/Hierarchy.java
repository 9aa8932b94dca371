package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.plot.Figure;
import smile.clustering.HierarchicalClustering;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Hierarchical clustering: every row begins as a group of its own, and the two nearest groups
 * become one until all are one. Cut it anywhere: into so many groups, or below a height.
 *
 * <pre>{@code
 * var tree = Hierarchy.fit(rows, Linkage.WARD);
 * tree.figure();      // the dendrogram
 * tree.cut(4);        // a Partition
 * }</pre>
 *
 * <p>Computed by Smile, whose distances are 32-bit numbers: heights hold about 7 digits, and which
 * of several equally near pairs comes first is Smile's choice. Memory grows with the square of the
 * rows, so at most {@link #MOST} are taken. Same bits every time.
 *
 * <p>Source: J. H. Ward, Hierarchical grouping to optimize an objective function, 1963.
 */
public final class Hierarchy implements Displayable {
  /** So many rows at most. */
  public static final int MOST = 10_000;

  private final int rows;
  private final Linkage linkage;
  private final int[][] merges;
  private final double[] heights;

  private Hierarchy(int rows, Linkage linkage, int[][] merges, double[] heights) {
    this.rows = rows;
    this.linkage = linkage;
    this.merges = merges;
    this.heights = heights;
  }

  /**
   * Builds the tree.
   *
   * @param rows at least 2, at most 10,000
   */
  public static Hierarchy fit(DenseMatrix rows, Linkage linkage) {
    FiniteRows.require(rows, "Hierarchical clustering");
    int n = rows.rows();
    if (n < 2 || n > MOST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "Hierarchical clustering takes 2 to %,d rows, not %,d.%s",
              MOST,
              n,
              n < 2 ? "" : " Cluster a sample, or the centres of a K-means with many clusters."));
    }
    var tree = HierarchicalClustering.fit(linkage.of(rows.toArray()));
    return new Hierarchy(n, linkage, tree.getTree(), tree.getHeight());
  }

  /** Into so many groups: the last k − 1 merges undone. */
  public Partition cut(int k) {
    if (k < 1 || k > rows) {
      throw new UserError(
          "k must be between 1 and the number of rows, " + rows + ", not " + k + ".");
    }
    return groups(rows - k);
  }

  /** The groups before the first merge above this height. */
  public Partition cutAt(double height) {
    int done = 0;
    while (done < heights.length && heights[done] <= height) {
      done++;
    }
    return groups(done);
  }

  /** The groups after so many merges. */
  private Partition groups(int done) {
    int[] group = new int[rows + done];
    Arrays.setAll(group, node -> node);
    for (int m = done - 1; m >= 0; m--) {
      group[merges[m][0]] = group[rows + m];
      group[merges[m][1]] = group[rows + m];
    }
    return Partition.of(Arrays.copyOf(group, rows));
  }

  /** The height of each merge, in the order of the merges. */
  public double[] heights() {
    return heights.clone();
  }

  /** The dendrogram: all of it, or the last 49 merges of a large tree. */
  public Figure figure() {
    return Dendrogram.figure(rows, merges, heights, linkage);
  }

  /** The last ten merges from the top: groups left before it, height. */
  public Table table() {
    IntColumn groups = IntColumn.create("from groups");
    DoubleColumn height = DoubleColumn.create("height");
    for (int m = heights.length - 1; m >= 0 && m >= heights.length - 10; m--) {
      groups.append(rows - m);
      height.append(heights[m]);
    }
    return Table.create("last merges", groups, height);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Hierarchy of %,d rows (%s linkage), heights up to %.4g",
        rows,
        linkage.words(),
        heights[heights.length - 1]);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
