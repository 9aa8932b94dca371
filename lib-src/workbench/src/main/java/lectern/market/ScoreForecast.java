package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Interval;
import lectern.math.Parallel;
import lectern.math.Quantiles;
import lectern.math.RandomStream;
import lectern.math.RankCorrelation;
import lectern.math.ShapeMismatch;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well scores of users foretell what they do later, side by side with a baseline.
 *
 * <pre>{@code
 * var scores = new LinkedHashMap<String, double[]>();
 * scores.put("recency alone", recency);
 * scores.put("U", Engagement.asPrinted().scores(parts));
 * ScoreForecast.of(scores, boughtLater, seed)     // the first one is the baseline
 * }</pre>
 *
 * <p>The measure is Spearman's rank correlation ρ of score and outcome, ties by mean ranks: 1 when
 * whoever scores higher does more, 0 when the score says nothing. Intervals: users are drawn again
 * with replacement, 500 times, the same users for all scores, so that differences to the baseline
 * are paired (percentile bootstrap, 95 %). A score or outcome that is the same for everybody has no
 * ρ (NaN).
 *
 * <p>Scores must come from before the outcome, and weights from other users: what was fitted on
 * these outcomes foretells them too well.
 */
public final class ScoreForecast implements Displayable {
  private static final int RESAMPLES = 500;
  private static final double LEVEL = 0.95;

  /**
   * One score.
   *
   * @param rho Spearman's ρ of score and outcome
   * @param interval of ρ
   * @param difference ρ less that of the baseline
   * @param differenceInterval of the difference
   */
  public record Row(
      String score,
      double rho,
      Interval interval,
      double difference,
      Interval differenceInterval) {}

  private final Map<String, double[]> scores;
  private final double[] outcomes;
  private final List<Row> rows;

  private ScoreForecast(Map<String, double[]> scores, double[] outcomes, List<Row> rows) {
    this.scores = scores;
    this.outcomes = outcomes;
    this.rows = rows;
  }

  /**
   * Compares scores.
   *
   * @param scores by name, one number for each user, in the order of a {@link LinkedHashMap}; the
   *     first is the baseline
   * @param outcomes one number for each user, such as 1 for bought and 0 for not
   * @throws UserError if there is no score, fewer than three users, or a number that is not finite
   */
  public static ScoreForecast of(
      LinkedHashMap<String, double[]> scores, double[] outcomes, long seed) {
    check(scores, outcomes);
    List<double[]> all = List.copyOf(scores.values());
    double[][] drawn = new double[RESAMPLES][];
    Parallel.forBlocks(
        RESAMPLES,
        8,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            RandomStream random = RandomStream.of(seed, "score forecast", Integer.toString(r));
            int[] users = new int[outcomes.length];
            Arrays.setAll(users, i -> random.nextInt(outcomes.length));
            double[] outcome = pick(outcomes, users);
            drawn[r] =
                all.stream()
                    .mapToDouble(s -> RankCorrelation.spearman(pick(s, users), outcome))
                    .toArray();
          }
        });
    List<Row> rows = new ArrayList<>();
    double baseline = RankCorrelation.spearman(all.get(0), outcomes);
    List<String> names = List.copyOf(scores.keySet());
    for (int s = 0; s < all.size(); s++) {
      int score = s;
      double rho = RankCorrelation.spearman(all.get(s), outcomes);
      rows.add(
          new Row(
              names.get(s),
              rho,
              middle(Arrays.stream(drawn).mapToDouble(d -> d[score]).toArray()),
              rho - baseline,
              middle(Arrays.stream(drawn).mapToDouble(d -> d[score] - d[0]).toArray())));
    }
    Map<String, double[]> kept = new LinkedHashMap<>();
    scores.forEach((name, values) -> kept.put(name, values.clone()));
    return new ScoreForecast(kept, outcomes.clone(), List.copyOf(rows));
  }

  private static void check(LinkedHashMap<String, double[]> scores, double[] outcomes) {
    if (scores.isEmpty()) {
      throw new UserError("There is no score to compare: put one under a name.");
    }
    if (outcomes.length < 3) {
      throw new UserError("A forecast needs at least three users, not " + outcomes.length + ".");
    }
    requireFinite("outcome", outcomes);
    scores.forEach(
        (name, values) -> {
          if (values.length != outcomes.length) {
            throw new ShapeMismatch(
                "\""
                    + name
                    + "\" has "
                    + values.length
                    + " numbers for "
                    + outcomes.length
                    + " outcomes.");
          }
          requireFinite(name, values);
        });
  }

  private static void requireFinite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new UserError(
            "\"" + name + "\" of user " + i + " is " + values[i] + ": leave the user out.");
      }
    }
  }

  private static double[] pick(double[] values, int[] users) {
    return Arrays.stream(users).mapToDouble(u -> values[u]).toArray();
  }

  private static Interval middle(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return new Interval(Double.NaN, Double.NaN, LEVEL);
    }
    double tail = (1 - LEVEL) / 2;
    return new Interval(Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail), LEVEL);
  }

  /** One for each score, the baseline first. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The row of a score.
   *
   * @throws UserError if there is none
   */
  public Row of(String score) {
    return rows.stream()
        .filter(row -> row.score().equals(score))
        .findFirst()
        .orElseThrow(
            () -> new UserError("There is no score \"" + score + "\", only " + scores.keySet()));
  }

  /**
   * The mean outcome of groups of one size, the lowest scores first; users of one score may fall
   * into two groups, by their number.
   *
   * @throws UserError if there is no such score, or fewer users than groups
   */
  public double[] means(String score, int groups) {
    of(score);
    if (groups < 1 || groups > outcomes.length) {
      throw new UserError(
          "groups must be from 1 to " + outcomes.length + " users, not " + groups + ".");
    }
    double[] values = scores.get(score);
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] out = new double[groups];
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) g * order.length / groups);
      int to = (int) ((long) (g + 1) * order.length / groups);
      for (int i = from; i < to; i++) {
        out[g] += outcomes[order[i]] / (to - from);
      }
    }
    return out;
  }

  /**
   * ρ of each score with its interval.
   *
   * @param outcome what is foretold, for the title: {@code "who buys"}
   */
  public Figure figure(String outcome) {
    return Figure.of("How well does each score foretell " + outcome + "?")
        .horizontalBars(
            "rank correlation",
            rows.stream().map(Row::score).toList(),
            rows.stream().map(Row::rho).toList())
        .errors(
            rows.stream()
                .mapToDouble(r -> (r.interval().high() - r.interval().low()) / 2)
                .toArray())
        .xTitle("Spearman's ρ with the outcome, 95 % interval")
        .legend(false);
  }

  /** One line for each score. */
  public Table table() {
    return Table.create(
        "forecast",
        StringColumn.create("score", rows.stream().map(Row::score).toList()),
        DoubleColumn.create("rho", rows.stream().mapToDouble(Row::rho).toArray()),
        DoubleColumn.create("low", rows.stream().mapToDouble(r -> r.interval().low()).toArray()),
        DoubleColumn.create("high", rows.stream().mapToDouble(r -> r.interval().high()).toArray()),
        DoubleColumn.create("less baseline", rows.stream().mapToDouble(Row::difference).toArray()),
        DoubleColumn.create(
            "difference low",
            rows.stream().mapToDouble(r -> r.differenceInterval().low()).toArray()),
        DoubleColumn.create(
            "difference high",
            rows.stream().mapToDouble(r -> r.differenceInterval().high()).toArray()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d scores of %,d users; baseline: %s",
        rows.size(),
        outcomes.length,
        rows.get(0).score());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
