package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Interval;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.Quantiles;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Weights of a score from outcomes, instead of by hand: how much each part goes together with what
 * was hoped for, such as coming back or buying in the next 28 days.
 *
 * <pre>{@code
 * var fit = ScoreFit.of(Engagement.PARTS, parts, boughtLater, new ScoreFit.Options(), seed);
 * new Engagement(fit.weights())
 * }</pre>
 *
 * <p>Least squares with an intercept: minimise Σ (y − b₀ − Σ bⱼ xⱼ)² + λ n Σ bⱼ² var(xⱼ), with
 *
 * <ul>
 *   <li>{@link Method#NON_NEGATIVE} (if unsaid): bⱼ ≥ 0, by coordinate descent until nothing moves,
 *       the same optimum as Lawson and Hanson's;
 *   <li>{@link Method#RIDGE}: any sign; a negative bⱼ counts as 0 in {@link #weights()} and is
 *       shown in {@link #table()}.
 * </ul>
 *
 * <p>The weights are bⱼ / Σ bⱼ. Intervals: users are drawn again with replacement and everything is
 * fitted anew (percentile bootstrap). Parts that never vary get 0. What is learnt is association:
 * raising a part does not raise the outcome because its weight is high.
 *
 * <p>Article: community 4.2, which assumes weights and says not where they come from. Source:
 * Lawson and Hanson, Solving Least Squares Problems, 1974, chapter 23; Hoerl and Kennard, Ridge
 * regression, Technometrics 12, 1970.
 */
public final class ScoreFit implements Displayable {
  private static final double LARGEST = 1e100;

  /** How coefficients are found. */
  public enum Method {
    /** No coefficient below 0. */
    NON_NEGATIVE,
    /** Any sign. */
    RIDGE
  }

  /**
   * How to fit.
   *
   * @param method non-negative if unsaid
   * @param regularisation λ, at least 0; 0 if unsaid
   * @param resamples how often users are drawn again, at least 100; 500 if unsaid
   * @param level of the intervals, between 0 and 1; 0.95 if unsaid
   */
  public record Options(Method method, double regularisation, int resamples, double level) {
    public Options {
      if (!(regularisation >= 0 && regularisation < Double.POSITIVE_INFINITY)) {
        throw new UserError("regularisation must be at least 0, not " + regularisation + ".");
      }
      if (resamples < 100) {
        throw new UserError("resamples must be at least 100, not " + resamples + ".");
      }
      new Interval(0, 0, level);
    }

    public Options() {
      this(Method.NON_NEGATIVE, 0, 500, 0.95);
    }

    public Options(Method method, double regularisation) {
      this(method, regularisation, 500, 0.95);
    }
  }

  private final List<String> names;
  private final double intercept;
  private final double[] coefficients;
  private final double explained;
  private final List<Interval> intervals;
  private final int users;

  private ScoreFit(
      List<String> names, double[] fitted, double explained, List<Interval> intervals, int users) {
    this.names = names;
    this.intercept = fitted[fitted.length - 1];
    this.coefficients = Arrays.copyOf(fitted, fitted.length - 1);
    this.explained = explained;
    this.intervals = intervals;
    this.users = users;
  }

  /**
   * Fits weights.
   *
   * @param names of the parts, the columns
   * @param parts one row for each user, finite
   * @param outcomes one number for each user, such as 1 for bought and 0 for not
   * @throws UserError with fewer users than parts + 2, with numbers that are not finite, or when
   *     all outcomes are equal
   */
  public static ScoreFit of(
      List<String> names, DenseMatrix parts, double[] outcomes, Options options, long seed) {
    check(names, parts, outcomes);
    int n = outcomes.length;
    int[] everybody = new int[n];
    Arrays.setAll(everybody, i -> i);
    double[] fitted = new Moments(parts, outcomes, everybody).fit(options);
    double[][] drawn = new double[options.resamples()][];
    Parallel.forBlocks(
        drawn.length,
        8,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            RandomStream random = RandomStream.of(seed, "score fit", Integer.toString(r));
            int[] rows = new int[n];
            for (int i = 0; i < n; i++) {
              rows[i] = random.nextInt(n);
            }
            drawn[r] = shares(new Moments(parts, outcomes, rows).fit(options));
          }
        });
    List<Interval> intervals =
        java.util.stream.IntStream.range(0, names.size())
            .mapToObj(j -> middle(drawn, j, options.level()))
            .toList();
    return new ScoreFit(
        List.copyOf(names), fitted, explained(parts, outcomes, fitted), intervals, n);
  }

  private static void check(List<String> names, DenseMatrix parts, double[] outcomes) {
    if (parts.rows() != outcomes.length || parts.columns() != names.size()) {
      throw new ShapeMismatch(
          outcomes.length
              + " outcomes and "
              + names.size()
              + " names need a matrix of that shape, not "
              + parts.shape()
              + ".");
    }
    if (outcomes.length < names.size() + 2) {
      throw new UserError(
          "Weights of "
              + names.size()
              + " parts need at least "
              + (names.size() + 2)
              + " users, not "
              + outcomes.length
              + ".");
    }
    for (int i = 0; i < outcomes.length; i++) {
      boolean finite = Math.abs(outcomes[i]) <= LARGEST;
      for (int j = 0; j < names.size(); j++) {
        finite &= Math.abs(parts.get(i, j)) <= LARGEST;
      }
      if (!finite) {
        throw new UserError(
            "Row " + i + " holds a number that is not finite, or above 1e100: leave it out.");
      }
    }
    if (Arrays.stream(outcomes).distinct().count() < 2) {
      throw new UserError(
          "All outcomes are " + outcomes[0] + ": weights need users who differ in the outcome.");
    }
  }

  private static double[] shares(double[] fitted) {
    double[] out = new double[fitted.length - 1];
    double sum = 0;
    for (int j = 0; j < out.length; j++) {
      out[j] = Math.max(0, fitted[j]);
      sum += out[j];
    }
    for (int j = 0; j < out.length; j++) {
      out[j] = sum > 0 ? out[j] / sum : Double.NaN;
    }
    return out;
  }

  private static Interval middle(double[][] drawn, int j, double level) {
    double[] sorted =
        Arrays.stream(drawn)
            .mapToDouble(d -> d[j])
            .filter(d -> !Double.isNaN(d))
            .sorted()
            .toArray();
    double tail = (1 - level) / 2;
    return new Interval(Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail), level);
  }

  private static double explained(DenseMatrix parts, double[] outcomes, double[] fitted) {
    double mean = 0;
    for (double y : outcomes) {
      mean += y / outcomes.length;
    }
    double left = 0;
    double all = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double expected = fitted[fitted.length - 1];
      for (int j = 0; j < parts.columns(); j++) {
        expected += fitted[j] * parts.get(i, j);
      }
      left += (outcomes[i] - expected) * (outcomes[i] - expected);
      all += (outcomes[i] - mean) * (outcomes[i] - mean);
    }
    return 1 - left / all;
  }

  /** Sums of squares and products around the means, and what is fitted from them. */
  private static final class Moments {
    private final double[][] products;
    private final double[] withOutcome;
    private final double[] means;
    private final double outcomeMean;

    Moments(DenseMatrix parts, double[] outcomes, int[] rows) {
      int width = parts.columns();
      means = new double[width];
      double sumOfOutcomes = 0;
      for (int row : rows) {
        for (int j = 0; j < width; j++) {
          means[j] += parts.get(row, j) / rows.length;
        }
        sumOfOutcomes += outcomes[row] / rows.length;
      }
      outcomeMean = sumOfOutcomes;
      products = new double[width][width];
      withOutcome = new double[width];
      for (int row : rows) {
        for (int j = 0; j < width; j++) {
          double x = parts.get(row, j) - means[j];
          withOutcome[j] += x * (outcomes[row] - outcomeMean);
          for (int k = 0; k <= j; k++) {
            products[j][k] += x * (parts.get(row, k) - means[k]);
          }
        }
      }
      for (int j = 0; j < width; j++) {
        for (int k = 0; k < j; k++) {
          products[k][j] = products[j][k];
        }
      }
    }

    /** Coefficients, then the intercept. */
    double[] fit(Options options) {
      int width = means.length;
      double[] b = new double[width + 1];
      double[] diagonal = new double[width];
      for (int j = 0; j < width; j++) {
        diagonal[j] = products[j][j] * (1 + options.regularisation());
      }
      for (int round = 0; round < 10_000; round++) {
        double moved = 0;
        for (int j = 0; j < width; j++) {
          if (diagonal[j] <= 1e-12) {
            continue;
          }
          double pull = withOutcome[j];
          for (int k = 0; k < width; k++) {
            pull -= k == j ? 0 : products[j][k] * b[k];
          }
          double next = pull / diagonal[j];
          if (options.method() == Method.NON_NEGATIVE) {
            next = Math.max(0, next);
          }
          moved = Math.max(moved, Math.abs(next - b[j]) * Math.sqrt(diagonal[j]));
          b[j] = next;
        }
        if (moved < 1e-13) {
          break;
        }
      }
      b[width] = outcomeMean;
      for (int j = 0; j < width; j++) {
        b[width] -= b[j] * means[j];
      }
      return b;
    }
  }

  /**
   * The weights, which add up to 1.
   *
   * @throws UserError if no part goes together with the outcome
   */
  public PartWeights weights() {
    double[] positive = Arrays.stream(coefficients).map(b -> Math.max(0, b)).toArray();
    if (Arrays.stream(positive).allMatch(b -> b == 0)) {
      throw new UserError(
          "No part rises with the outcome, so there are no weights: look at table().");
    }
    return PartWeights.proportional(names, positive);
  }

  /** The coefficients b₁, b₂, … */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** b₀. */
  public double intercept() {
    return intercept;
  }

  /** R²: the share of the outcomes' variance that the parts explain. */
  public double explained() {
    return explained;
  }

  /** Where each weight plausibly lies. */
  public List<Interval> intervals() {
    return intervals;
  }

  /** One line for each part: coefficient, weight, interval. */
  public Table table() {
    double[] fitted = Arrays.copyOf(coefficients, coefficients.length + 1);
    return Table.create(
        "weights",
        StringColumn.create("part", names),
        DoubleColumn.create("coefficient", coefficients),
        DoubleColumn.create("weight", shares(fitted)),
        DoubleColumn.create("low", intervals.stream().mapToDouble(Interval::low)),
        DoubleColumn.create("high", intervals.stream().mapToDouble(Interval::high)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Weights from %,d users; the parts explain %.1f %%", users, 100 * explained);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
