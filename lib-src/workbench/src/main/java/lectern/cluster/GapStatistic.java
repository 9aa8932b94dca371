package lectern.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The gap statistic: how much lower J is than on rows without any groups.
 *
 * <p>Gap(k) = mean over B reference sets of log J*(k) − log J(k), where each reference set has as
 * many rows, drawn evenly from the box between the least and the largest value of each column. With
 * s(k) = sd(log J*(k)) √(1 + 1/B), the chosen k is the smallest with Gap(k) ≥ Gap(k + 1) − s(k +
 * 1). Unlike elbow and silhouette it can say k = 1: no groups. Where J is 0 the gap is infinite.
 *
 * <p>Reference set b takes its rows from {@code RandomStream.of(seed, "gap", b)} and is clustered
 * by K-means from {@link Options#restarts} starts. Time: B fits for each k.
 *
 * <p>Source: Tibshirani, Walther and Hastie, Estimating the number of clusters in a data set via
 * the gap statistic, 2001, reference (a) and the rule of section 3.
 *
 * @param counts the values of k, from 1
 * @param gaps Gap(k)
 * @param errors s(k)
 * @param references B
 */
public record GapStatistic(double[] counts, double[] gaps, double[] errors, int references)
    implements Displayable {
  /**
   * How to compare.
   *
   * @param references how many sets without groups, at least 2; 20 if unsaid
   * @param restarts starts of K-means on each, at least 1; 10 if unsaid, as on the rows themselves
   */
  public record Options(int references, int restarts) {
    public Options {
      if (references < 2) {
        throw new UserError("references must be at least 2, not " + references + ".");
      }
      if (restarts < 1) {
        throw new UserError("restarts must be at least 1, not " + restarts + ".");
      }
    }

    public Options() {
      this(20, 10);
    }
  }

  /** With 20 reference sets; silent. */
  public static GapStatistic of(KMeansRange fits, long seed) {
    return of(fits, new Options(), seed, Progress.silent());
  }

  public static GapStatistic of(KMeansRange fits, Options options, long seed, Progress progress) {
    int largest = fits.largest();
    int count = options.references();
    double[][] logs = new double[largest][count];
    try (var task = progress.begin("Gap statistic", count)) {
      for (int b = 0; b < count; b++) {
        String name = Integer.toString(b);
        DenseMatrix reference = evenly(fits.rows(), RandomStream.of(seed, "gap", name));
        for (int k = 1; k <= largest; k++) {
          var how = new KMeans.Options(k, 300, 0, Start.PLUS_PLUS, options.restarts());
          logs[k - 1][b] = StrictMath.log(KMeans.fit(reference, how, seed).objective());
        }
        task.at(b + 1);
      }
    }
    double[] gaps = new double[largest];
    double[] errors = new double[largest];
    for (int i = 0; i < largest; i++) {
      double mean = Arrays.stream(logs[i]).reduce(0, Double::sum) / count;
      double squares = Arrays.stream(logs[i]).reduce(0, (s, v) -> s + (v - mean) * (v - mean));
      gaps[i] = mean - StrictMath.log(fits.models().get(i).objective());
      errors[i] = Math.sqrt(squares / count) * Math.sqrt(1 + 1.0 / count);
    }
    return new GapStatistic(fits.counts(), gaps, errors, count);
  }

  /** As many rows, evenly from the box around these. */
  private static DenseMatrix evenly(DenseMatrix rows, RandomStream random) {
    int width = rows.columns();
    double[] least = new double[width];
    double[] span = new double[width];
    for (int j = 0; j < width; j++) {
      double[] column = rows.column(j);
      least[j] = Arrays.stream(column).min().orElseThrow();
      span[j] = Arrays.stream(column).max().orElseThrow() - least[j];
    }
    double[] cells = new double[rows.rows() * width];
    for (int p = 0; p < cells.length; p++) {
      cells[p] = least[p % width] + span[p % width] * random.nextDouble();
    }
    return DenseMatrix.wrap(rows.rows(), width, cells);
  }

  /** The chosen k; empty when the gap still rises at the largest k tried. */
  public OptionalInt k() {
    for (int i = 0; i + 1 < gaps.length; i++) {
      if (gaps[i] >= gaps[i + 1] - errors[i + 1]) {
        return OptionalInt.of((int) counts[i]);
      }
    }
    return OptionalInt.empty();
  }

  /** k, gap, its error. */
  public Table table() {
    return Table.create(
        "gap statistic",
        Counts.column("k", counts),
        DoubleColumn.create("gap", gaps),
        DoubleColumn.create("error s", errors));
  }

  /** The gap against k with its errors, the chosen k marked. */
  public Figure figure() {
    Figure curve =
        Figure.of("Gap statistic against the number of clusters")
            .markedLine("gap", counts, gaps)
            .errors(errors)
            .xTitle("k")
            .yTitle("gap")
            .with("xaxis.dtick", Counts.step(counts.length));
    return k().isPresent() ? curve.verticalLine(k().getAsInt(), "k = " + k().getAsInt()) : curve;
  }

  @Override
  public String toString() {
    String how = String.format(Locale.ROOT, " (%d reference sets)", references);
    if (k().isEmpty()) {
      return "The gap still rises at k = " + (int) counts[counts.length - 1] + how;
    }
    int k = k().getAsInt();
    return "The gap statistic says k = " + k + (k == 1 ? ", no groups" : "") + how;
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
