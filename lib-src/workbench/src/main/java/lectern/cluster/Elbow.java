package lectern.cluster;

import java.util.OptionalInt;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The elbow: J of K-means against k, and the k where the curve bends most.
 *
 * <p>J falls with every k, so its lowest value says nothing; what counts is where it stops falling
 * fast. The knee is the point farthest below the line from the first point to the last, both axes
 * scaled to 0 to 1. That rule always finds some k when the curve sags, groups or no groups, and it
 * depends on the largest k tried: read it beside {@link SilhouetteCurve} and {@link GapStatistic}.
 *
 * <p>Source: R. L. Thorndike, Who belongs in the family?, 1953; the rule from Satopää et al.,
 * Finding a "Kneedle" in a haystack, 2011, without its smoothing.
 *
 * @param counts the values of k, rising
 * @param objectives J of each
 */
public record Elbow(double[] counts, double[] objectives) implements Displayable {
  public static Elbow of(KMeansRange fits) {
    return new Elbow(fits.counts(), fits.objectives());
  }

  /**
   * The k at the knee; empty when the curve has none (fewer than three points, a straight line).
   */
  public OptionalInt k() {
    int knee = Knee.ofFalling(counts, objectives);
    return knee < 0 ? OptionalInt.empty() : OptionalInt.of((int) counts[knee]);
  }

  /** k, J, and by what share J fell from the k before. */
  public Table table() {
    DoubleColumn fall = DoubleColumn.create("fall");
    fall.append(Double.NaN);
    for (int i = 1; i < counts.length; i++) {
      fall.append(1 - objectives[i] / objectives[i - 1]);
    }
    return Table.create(
        "elbow", Counts.column("k", counts), DoubleColumn.create("J", objectives), fall);
  }

  /** J against k, the knee marked. */
  public Figure figure() {
    Figure curve =
        Figure.of("Elbow: J against the number of clusters")
            .markedLine("J", counts, objectives)
            .xTitle("k")
            .yTitle("J")
            .yFromZero()
            .with("xaxis.dtick", Counts.step(counts.length));
    return k().isPresent() ? curve.verticalLine(k().getAsInt(), "k = " + k().getAsInt()) : curve;
  }

  @Override
  public String toString() {
    return k().isPresent()
        ? "The elbow is at k = " + k().getAsInt()
        : "The curve of J has no elbow";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
