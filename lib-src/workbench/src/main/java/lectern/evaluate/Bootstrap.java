package lectern.evaluate;

import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.Quantiles;
import lectern.math.RandomStream;

/**
 * Intervals by drawing users again: as many users as there are, with replacement, many times over.
 *
 * <p>The interval is the middle {@link #level} of the metrics so drawn (percentile bootstrap;
 * quantiles by linear interpolation between the sorted values, as numpy does). Users are drawn, not
 * interactions, because one user's interactions depend on each other. All models and metrics see
 * the same draws, so that their differences are paired. It tells the chance in who was measured,
 * not that in how the model was trained: for that, train with several seeds.
 *
 * <p>Draw r takes its users from {@code RandomStream.of(seed, "bootstrap", r)}: the same bits on
 * any number of threads. Fewer than two users with a value: no interval (NaN). For a handful of
 * users the interval is too narrow.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 *
 * @param resamples how many times users are drawn, at least 100
 * @param level the share of intervals that should hold the true value, between 0 and 1
 */
public record Bootstrap(int resamples, double level) {
  private static final int BLOCK = 8;

  /** More at once would need more memory than fits near the processor; each turn draws the same. */
  private static final int COLUMNS_AT_ONCE = 8;

  public Bootstrap {
    if (resamples < 100) {
      throw new UserError(
          "resamples must be at least 100, not " + resamples + ": 1000 give two stable digits.");
    }
    if (!(level > 0 && level < 1)) {
      throw new UserError("level must be between 0 and 1, not " + level + ": 0.95 is usual.");
    }
  }

  /** 1,000 draws, 95 % intervals. */
  public Bootstrap() {
    this(1000, 0.95);
  }

  /** The interval of the metric of these users. */
  public Interval interval(UserValues values, long seed) {
    return interval(values, draws(List.of(values), seed)[0]);
  }

  /** The interval, from the metrics of the draws. */
  Interval interval(UserValues values, double[] draws) {
    if (values.defined() < 2) {
      return new Interval(Double.NaN, Double.NaN, level);
    }
    return interval(draws);
  }

  Interval interval(double[] draws) {
    double[] sorted = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).sorted().toArray();
    double tail = (1 - level) / 2;
    return new Interval(Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail), level);
  }

  /**
   * The metric of every draw: one row for each of the given values, which must be of the same
   * users.
   */
  double[][] draws(List<UserValues> values, long seed) {
    double[][] draws = new double[values.size()][];
    for (int from = 0; from < values.size(); from += COLUMNS_AT_ONCE) {
      int to = Math.min(from + COLUMNS_AT_ONCE, values.size());
      double[][] some = drawsAtOnce(values.subList(from, to), seed);
      System.arraycopy(some, 0, draws, from, some.length);
    }
    return draws;
  }

  private double[][] drawsAtOnce(List<UserValues> values, long seed) {
    int columns = values.size();
    int users = values.get(0).size();
    double[] cells = cells(values, users);
    double[][] draws = new double[columns][resamples];
    Parallel.forBlocks(
        resamples,
        BLOCK,
        (from, to) -> {
          double[] totals = new double[2 * columns];
          for (int r = from; r < to; r++) {
            Arrays.fill(totals, 0);
            addDraw(cells, users, totals, RandomStream.of(seed, "bootstrap", Integer.toString(r)));
            for (int c = 0; c < columns; c++) {
              draws[c][r] = values.get(c).from(totals[2 * c], totals[2 * c + 1]);
            }
          }
        });
    return draws;
  }

  /** Sum and weight of each column, user by user: what one draw adds stands together. */
  private static double[] cells(List<UserValues> values, int users) {
    int width = 2 * values.size();
    double[] cells = new double[Math.multiplyExact(users, width)];
    for (int u = 0; u < users; u++) {
      for (int c = 0; c < values.size(); c++) {
        cells[u * width + 2 * c] = values.get(c).sum(u);
        cells[u * width + 2 * c + 1] = values.get(c).weight(u);
      }
    }
    return cells;
  }

  private static void addDraw(double[] cells, int users, double[] totals, RandomStream random) {
    for (int i = 0; i < users; i++) {
      int at = random.nextInt(users) * totals.length;
      for (int c = 0; c < totals.length; c++) {
        totals[c] += cells[at + c];
      }
    }
  }
}
