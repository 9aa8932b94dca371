package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.RowTiles;
import lectern.plot.Figure;

/**
 * How far each row's k-th nearest other row is, the farthest first: where the curve bends lies a
 * radius for {@link Dbscan}. Rows left of the bend are noise, the rest is in clusters.
 *
 * <p>Time: rows × rows × columns, so beyond 20,000 rows the distances of 5,000 rows, drawn with
 * seed 1, are taken (each to all rows). Same bits on any number of threads.
 *
 * <p>Source: Ester et al., 1996, section 4.2; k one less than DBSCAN's minRows, which counts the
 * row itself.
 *
 * @param k which neighbour
 * @param distances falling
 */
public record KDistances(int k, double[] distances) implements Displayable {
  private static final int EXACT = 20_000;
  private static final int SAMPLE = 5_000;

  /**
   * @param k at least 1, below the number of rows
   */
  public static KDistances of(DenseMatrix rows, int k) {
    FiniteRows.require(rows, "A distance");
    int n = rows.rows();
    if (k < 1 || k >= n) {
      throw new UserError(
          "k must be at least 1 and below the number of rows, " + n + ", not " + k + ".");
    }
    int[] looked =
        n <= EXACT
            ? IntStream.range(0, n).toArray()
            : RandomStream.of(1, "k-distances").sample(n, SAMPLE);
    RowTiles tiles = RowTiles.of(rows);
    double[] found = new double[looked.length];
    Parallel.forBlocks(
        looked.length,
        16,
        (from, to) -> {
          double[] squared = new double[n];
          for (int p = from; p < to; p++) {
            tiles.squaredDistances(rows.array(), looked[p] * rows.columns(), squared);
            squared[looked[p]] = Double.NEGATIVE_INFINITY; // itself, before all others
            found[p] = -Math.sqrt(smallest(squared, k));
          }
        });
    Arrays.sort(found);
    return new KDistances(k, Arrays.stream(found).map(d -> -d).toArray());
  }

  /** The value at this place when sorted (place 0 is the row itself). */
  private static double smallest(double[] values, int place) {
    double[] least = new double[place + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (double value : values) {
      if (value < least[place]) {
        int at = place;
        for (; at > 0 && least[at - 1] > value; at--) {
          least[at] = least[at - 1];
        }
        least[at] = value;
      }
    }
    return least[place];
  }

  /** The distance at the bend of the curve; empty when it has none. */
  public OptionalDouble knee() {
    double[] place = IntStream.range(0, distances.length).asDoubleStream().toArray();
    int knee = Knee.ofFalling(place, distances);
    return knee < 0 ? OptionalDouble.empty() : OptionalDouble.of(distances[knee]);
  }

  /** The distances, the bend marked. */
  public Figure figure() {
    Figure curve =
        Figure.of("Distance to neighbour " + k + ", the farthest row first")
            .line("distance", distances)
            .xTitle("rows")
            .yTitle("distance")
            .yFromZero();
    return knee().isPresent()
        ? curve.horizontalLine(
            knee().getAsDouble(), String.format(Locale.ROOT, "%.3g", knee().getAsDouble()))
        : curve;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Distances to neighbour %d: %.4g to %.4g%s",
        k,
        distances[distances.length - 1],
        distances[0],
        knee().isPresent()
            ? String.format(Locale.ROOT, ", bend at %.4g", knee().getAsDouble())
            : ", no bend");
  }

  @Override
  public MimeBundle bundle() {
    return figure().bundle();
  }
}
