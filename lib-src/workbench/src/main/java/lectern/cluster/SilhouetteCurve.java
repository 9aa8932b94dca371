package lectern.cluster;

import java.util.Arrays;
import java.util.OptionalInt;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The mean {@link Silhouette} of K-means for each k from 2: the k with the largest mean is the one
 * whose clusters are best apart. It cannot say that there are no clusters.
 *
 * @param counts the values of k, from 2; those with fewer than two clusters that have rows are left
 *     out
 * @param means the mean silhouette of each
 */
public record SilhouetteCurve(double[] counts, double[] means) implements Displayable {
  /**
   * @param seed of the rows drawn, where there are many
   */
  public static SilhouetteCurve of(KMeansRange fits, long seed) {
    double[] counts = new double[fits.largest()];
    double[] means = new double[fits.largest()];
    int found = 0;
    for (int k = 2; k <= fits.largest(); k++) {
      if (fits.model(k).partition().groups() >= 2) {
        counts[found] = k;
        means[found++] = Silhouette.of(fits.rows(), fits.model(k).labels(), seed).mean();
      }
    }
    return new SilhouetteCurve(Arrays.copyOf(counts, found), Arrays.copyOf(means, found));
  }

  /** The k with the largest mean, the lowest of several; empty when all rows are alike. */
  public OptionalInt k() {
    int best = -1;
    for (int i = 0; i < means.length; i++) {
      if (best < 0 || means[i] > means[best]) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of((int) counts[best]);
  }

  /** k and mean silhouette. */
  public Table table() {
    return Table.create(
        "silhouettes", Counts.column("k", counts), DoubleColumn.create("mean silhouette", means));
  }

  /** The mean silhouette against k, the best marked. */
  public Figure figure() {
    Figure curve =
        Figure.of("Mean silhouette against the number of clusters")
            .markedLine("mean silhouette", counts, means)
            .xTitle("k")
            .yTitle("mean silhouette")
            .with("xaxis.dtick", Counts.step(counts.length));
    return k().isPresent() ? curve.verticalLine(k().getAsInt(), "k = " + k().getAsInt()) : curve;
  }

  @Override
  public String toString() {
    return k().isPresent()
        ? "The mean silhouette is largest at k = " + k().getAsInt()
        : "All rows are alike: no silhouette";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
