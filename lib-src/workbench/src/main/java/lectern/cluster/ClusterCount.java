package lectern.cluster;

import java.util.OptionalInt;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How many clusters: elbow, silhouette and gap statistic of the same fits side by side.
 *
 * <p>The three answer different questions: where J stops falling fast, where clusters are best
 * apart, and whether there are any. Where they agree the number is sound; where they do not, the
 * rows hardly fall into groups.
 */
public record ClusterCount(Elbow elbow, SilhouetteCurve silhouette, GapStatistic gap)
    implements Displayable {
  /** All three, the gap with 20 reference sets; silent. */
  public static ClusterCount of(KMeansRange fits, long seed) {
    return of(fits, new GapStatistic.Options(), seed, Progress.silent());
  }

  public static ClusterCount of(
      KMeansRange fits, GapStatistic.Options options, long seed, Progress progress) {
    return new ClusterCount(
        Elbow.of(fits),
        SilhouetteCurve.of(fits, seed),
        GapStatistic.of(fits, options, seed, progress));
  }

  /** One row for each k; no silhouette where it has none. */
  public Table table() {
    DoubleColumn silhouettes = DoubleColumn.create("mean silhouette", elbow.counts().length);
    for (int i = 0; i < silhouette.counts().length; i++) {
      silhouettes.set((int) silhouette.counts()[i] - 1, silhouette.means()[i]);
    }
    return Table.create(
        "how many clusters",
        Counts.column("k", elbow.counts()),
        DoubleColumn.create("J", elbow.objectives()),
        silhouettes,
        DoubleColumn.create("gap", gap.gaps()),
        DoubleColumn.create("error s", gap.errors()));
  }

  @Override
  public String toString() {
    return "How many clusters: elbow "
        + text(elbow.k())
        + ", silhouette "
        + text(silhouette.k())
        + ", gap statistic "
        + text(gap.k());
  }

  private static String text(OptionalInt k) {
    return k.isPresent() ? Integer.toString(k.getAsInt()) : "none";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
