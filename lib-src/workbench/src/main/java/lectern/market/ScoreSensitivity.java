package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the ranking of users owes to the weights of the score: how far it moves when one weight is
 * changed, and which weights matter when all change at once.
 *
 * <pre>{@code
 * ScoreSensitivity.of(engagement.weights(), parts, new ScoreSensitivity.Options(), seed)
 * }</pre>
 *
 * <p>One at a time (tornado): weight j is multiplied by 1 − s and by 1 + s, all are divided by
 * their sum, users are ranked anew; shown are Kendall's τ with the first ranking and the share of
 * the first k that stay among the first k.
 *
 * <p>All at once (Sobol): every weight is multiplied by a number drawn evenly from 1 − s to 1 + s.
 * With y = 1 − τ the first-order index of weight j is Var(E(y | wⱼ)) / Var(y), its total index the
 * share of Var(y) that vanishes when wⱼ alone is held; both by Saltelli's design with A, B and A
 * with column j of B. Where nothing moves, the indices are 0.
 *
 * <p>Article: community 4.3 (weights set by hand). Source: Saltelli and others, Variance based
 * sensitivity analysis of model output, Computer Physics Communications 181, 2010; Jansen's
 * estimators.
 */
public final class ScoreSensitivity implements Displayable {
  /**
   * What is changed and drawn.
   *
   * @param spread s, above 0, below 1: 0.5 changes weights by half; 0.5 if unsaid
   * @param k how many users count as the top, at least 1; 100 if unsaid
   * @param draws of the weights, at least 64; 512 if unsaid
   */
  public record Options(double spread, int k, int draws) {
    public Options {
      if (!(spread > 0 && spread < 1)) {
        throw new UserError("spread must be above 0 and below 1, not " + spread + ".");
      }
      if (k < 1) {
        throw new UserError("k must be at least 1, not " + k + ".");
      }
      if (draws < 64) {
        throw new UserError("draws must be at least 64, not " + draws + ".");
      }
    }

    public Options() {
      this(0.5, 100, 512);
    }
  }

  private final PartWeights weights;
  private final Options options;
  private final double[][] tau;
  private final double[][] kept;
  private final double[] first;
  private final double[] total;

  private ScoreSensitivity(
      PartWeights weights,
      Options options,
      double[][] tau,
      double[][] kept,
      double[] first,
      double[] total) {
    this.weights = weights;
    this.options = options;
    this.tau = tau;
    this.kept = kept;
    this.first = first;
    this.total = total;
  }

  /**
   * The sensitivity of the ranking of these users.
   *
   * @param parts one row for each user with the parts of the score, in [0, 1]
   * @throws UserError with fewer than two users
   */
  public static ScoreSensitivity of(
      PartWeights weights, DenseMatrix parts, Options options, long seed) {
    if (parts.rows() < 2) {
      throw new UserError("A ranking needs at least two users, not " + parts.rows() + ".");
    }
    double[] base = Scores.of(weights, parts);
    int width = weights.size();
    double[][] tau = new double[width][2];
    double[][] kept = new double[width][2];
    for (int j = 0; j < width; j++) {
      for (int side = 0; side < 2; side++) {
        double[] factors = new double[width];
        Arrays.fill(factors, 1);
        factors[j] = side == 0 ? 1 - options.spread() : 1 + options.spread();
        double[] scores = scores(weights, factors, parts);
        tau[j][side] = RankAgreement.kendall(base, scores);
        kept[j][side] = RankAgreement.overlap(base, scores, options.k());
      }
    }
    double[][] indices = sobol(weights, parts, base, options, seed);
    return new ScoreSensitivity(weights, options, tau, kept, indices[0], indices[1]);
  }

  private static double[] scores(PartWeights weights, double[] factors, DenseMatrix parts) {
    double[] changed = new double[factors.length];
    for (int j = 0; j < changed.length; j++) {
      changed[j] = weights.values().get(j) * factors[j];
    }
    double sum = Arrays.stream(changed).sum();
    double[] out = new double[parts.rows()];
    double[] cells = parts.array();
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < changed.length; j++) {
        out[i] += changed[j] / sum * cells[i * changed.length + j];
      }
    }
    return out;
  }

  private static double[][] sobol(
      PartWeights weights, DenseMatrix parts, double[] base, Options options, long seed) {
    int width = weights.size();
    int n = options.draws();
    double[][] y = new double[width + 2][n];
    Parallel.forBlocks(
        n,
        4,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            RandomStream random = RandomStream.of(seed, "sensitivity", Integer.toString(r));
            double[] a = draw(random, width, options.spread());
            double[] b = draw(random, width, options.spread());
            y[width][r] = moved(weights, a, parts, base);
            y[width + 1][r] = moved(weights, b, parts, base);
            for (int j = 0; j < width; j++) {
              double[] mixed = a.clone();
              mixed[j] = b[j];
              y[j][r] = moved(weights, mixed, parts, base);
            }
          }
        });
    double mean = 0;
    double squares = 0;
    for (int r = 0; r < n; r++) {
      mean += (y[width][r] + y[width + 1][r]) / (2 * n);
    }
    for (int r = 0; r < n; r++) {
      squares +=
          (y[width][r] - mean) * (y[width][r] - mean)
              + (y[width + 1][r] - mean) * (y[width + 1][r] - mean);
    }
    double variance = squares / (2 * n);
    double[][] out = new double[2][width];
    for (int j = 0; j < width && variance > 1e-20; j++) {
      double toB = 0;
      double toA = 0;
      for (int r = 0; r < n; r++) {
        toB += (y[width + 1][r] - y[j][r]) * (y[width + 1][r] - y[j][r]);
        toA += (y[width][r] - y[j][r]) * (y[width][r] - y[j][r]);
      }
      out[0][j] = Math.max(0, 1 - toB / (2 * n) / variance);
      out[1][j] = toA / (2 * n) / variance;
    }
    return out;
  }

  private static double[] draw(RandomStream random, int width, double spread) {
    double[] out = new double[width];
    for (int j = 0; j < width; j++) {
      out[j] = 1 - spread + 2 * spread * random.nextDouble();
    }
    return out;
  }

  private static double moved(
      PartWeights weights, double[] factors, DenseMatrix parts, double[] base) {
    return 1 - RankAgreement.kendall(base, scores(weights, factors, parts));
  }

  /** Kendall's τ when the weight is lowered. */
  public double tauLowered(int part) {
    return tau[part][0];
  }

  /** Kendall's τ when the weight is raised. */
  public double tauRaised(int part) {
    return tau[part][1];
  }

  /** The first-order Sobol index of each weight. */
  public double[] firstOrder() {
    return first.clone();
  }

  /** The total Sobol index of each weight. */
  public double[] total() {
    return total.clone();
  }

  /** One line for each weight. */
  public Table table() {
    return Table.create(
        "sensitivity",
        StringColumn.create("weight", weights.names()),
        DoubleColumn.create("value", weights.toArray()),
        column("tau lowered", tau, 0),
        column("tau raised", tau, 1),
        column("top kept lowered", kept, 0),
        column("top kept raised", kept, 1),
        DoubleColumn.create("Sobol first", first),
        DoubleColumn.create("Sobol total", total));
  }

  private static DoubleColumn column(String name, double[][] values, int side) {
    return DoubleColumn.create(name, Arrays.stream(values).mapToDouble(v -> v[side]));
  }

  /** How far the ranking moves when each weight is lowered or raised, the farthest first. */
  public Figure figure() {
    Integer[] order = new Integer[tau.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, java.util.Comparator.comparingDouble(j -> Math.min(tau[j][0], tau[j][1])));
    List<String> names = Arrays.stream(order).map(weights.names()::get).toList();
    return Figure.of("What the ranking owes to each weight")
        .horizontalBars(percent(-1), names, moved(order, 0))
        .horizontalBars(percent(1), names, moved(order, 1))
        .xTitle("1 − Kendall's τ with the first ranking");
  }

  private double[] moved(Integer[] order, int side) {
    return Arrays.stream(order).mapToDouble(j -> 1 - tau[j][side]).toArray();
  }

  private String percent(int sign) {
    return String.format(Locale.ROOT, "%+.0f %%", sign * 100 * options.spread());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Weights changed by ±%.0f %%: Kendall's τ with the first ranking stays above %.3f",
        100 * options.spread(),
        Arrays.stream(tau).flatMapToDouble(Arrays::stream).min().orElse(1));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
