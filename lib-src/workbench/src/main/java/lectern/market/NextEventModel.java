package lectern.market;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.evaluate.Ratio;
import lectern.evaluate.UserValues;
import lectern.math.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a user does next: u(t) = f(history, current, environment) as chances of each label.
 *
 * <p>Multinomial logistic regression: P(k | x) = exp(bₖ + Σ wₖⱼ zⱼ) / Σ over labels, z the columns
 * of {@link NextEventData} brought to mean 0 and standard deviation 1 on the training rows; columns
 * that never vary are left out. Fitted by minimising the mean log loss + λ/2 Σ w² with L-BFGS; the
 * minimum is the only one. Groups of columns can be left out, which {@link NextEventAblation} does
 * one by one. Without any group it gives the labels' shares in the training rows.
 *
 * <p>Same bits on any number of threads. The article writes f(history, current, environment) = the
 * current behaviour, which needs no model; here f is learnt.
 *
 * <p>Article: precision 4.1. Source: Hastie, Tibshirani and Friedman, The Elements of Statistical
 * Learning, 2009, 4.4.
 */
public final class NextEventModel implements Displayable {
  private static final int BLOCK = 256;

  /**
   * How to fit.
   *
   * @param regularisation λ, above 0; 0.001 if unsaid
   * @param iterations at most, at least 1; 200 if unsaid
   * @param groups which columns to use; all if unsaid
   */
  public record Options(double regularisation, int iterations, Set<NextEventData.Group> groups) {
    public Options {
      if (!(regularisation > 0 && regularisation < Double.POSITIVE_INFINITY)) {
        throw new UserError("regularisation must be above 0, not " + regularisation + ".");
      }
      if (iterations < 1) {
        throw new UserError("iterations must be at least 1, not " + iterations + ".");
      }
      groups = Set.copyOf(groups);
    }

    public Options() {
      this(1e-3, 200, EnumSet.allOf(NextEventData.Group.class));
    }

    /** The same with all groups but this one. */
    public Options without(NextEventData.Group group) {
      return new Options(
          regularisation,
          iterations,
          groups.stream().filter(g -> g != group).collect(java.util.stream.Collectors.toSet()));
    }
  }

  private final List<String> labels;
  private final List<String> columns;
  private final int[] used;
  private final double[] mean;
  private final double[] spread;
  private final double[] weights;

  private NextEventModel(
      NextEventData data, int[] used, double[] mean, double[] spread, double[] weights) {
    this.labels = data.labels();
    this.columns = data.columns();
    this.used = used;
    this.mean = mean;
    this.spread = spread;
    this.weights = weights;
  }

  /** Fits the model; silent. */
  public static NextEventModel fit(NextEventData train, Options options) {
    return fit(train, options, Progress.silent());
  }

  /**
   * Fits the model.
   *
   * @throws UserError without rows
   */
  public static NextEventModel fit(NextEventData train, Options options, Progress progress) {
    if (train.size() == 0) {
      throw new UserError("There are no rows to learn from: choose a later cut.");
    }
    double[][] moments = moments(train);
    int[] used =
        IntStream.range(0, train.columns().size())
            .filter(j -> options.groups().contains(train.groups().get(j)))
            .filter(j -> moments[1][j] > 1e-12)
            .toArray();
    NextEventModel model =
        new NextEventModel(
            train,
            used,
            moments[0],
            moments[1],
            new double[train.labels().size() * (used.length + 1)]);
    double[] z = model.standardised(train);
    try (Progress.Task task = progress.begin("Next event", options.iterations())) {
      double[] fitted =
          Lbfgs.minimum(
              (w, gradient) -> model.loss(train, z, w, options.regularisation(), gradient),
              model.shares(train),
              options.iterations(),
              1e-6,
              task);
      return new NextEventModel(train, used, moments[0], moments[1], fitted);
    }
  }

  private static double[][] moments(NextEventData data) {
    int width = data.columns().size();
    double[] cells = data.features().array();
    double[] sums =
        Parallel.sums(
            data.size(),
            BLOCK,
            width,
            (from, to, out) -> {
              for (int i = from; i < to; i++) {
                for (int j = 0; j < width; j++) {
                  out[j] += cells[i * width + j];
                }
              }
            });
    double[] mean = Arrays.stream(sums).map(s -> s / data.size()).toArray();
    double[] squares =
        Parallel.sums(
            data.size(),
            BLOCK,
            width,
            (from, to, out) -> {
              for (int i = from; i < to; i++) {
                for (int j = 0; j < width; j++) {
                  double d = cells[i * width + j] - mean[j];
                  out[j] += d * d;
                }
              }
            });
    return new double[][] {
      mean, Arrays.stream(squares).map(s -> Math.sqrt(s / data.size())).toArray()
    };
  }

  private double[] standardised(NextEventData data) {
    int width = columns.size();
    double[] cells = data.features().array();
    double[] z = new double[data.size() * used.length];
    for (int i = 0; i < data.size(); i++) {
      for (int j = 0; j < used.length; j++) {
        z[i * used.length + j] = (cells[i * width + used[j]] - mean[used[j]]) / spread[used[j]];
      }
    }
    return z;
  }

  /** The start: what is right without columns, each label counted once more. */
  private double[] shares(NextEventData data) {
    double[] counts = new double[labels.size()];
    Arrays.fill(counts, 1);
    for (int i = 0; i < data.size(); i++) {
      counts[data.label(i)]++;
    }
    double[] start = new double[weights.length];
    for (int k = 0; k < counts.length; k++) {
      start[k * (used.length + 1)] = StrictMath.log(counts[k] / (data.size() + counts.length));
    }
    return start;
  }

  private double loss(
      NextEventData data, double[] z, double[] w, double lambda, double[] gradient) {
    int k = labels.size();
    int d = used.length;
    double[] sums =
        Parallel.sums(
            data.size(),
            BLOCK,
            w.length + 1,
            (from, to, out) -> {
              double[] p = new double[k];
              for (int i = from; i < to; i++) {
                out[w.length] -= logChances(z, i * d, w, p, data.label(i));
                for (int l = 0; l < k; l++) {
                  double error = p[l] - (l == data.label(i) ? 1 : 0);
                  int at = l * (d + 1);
                  out[at] += error;
                  for (int j = 0; j < d; j++) {
                    out[at + 1 + j] += error * z[i * d + j];
                  }
                }
              }
            });
    double penalty = 0;
    for (int a = 0; a < w.length; a++) {
      boolean bias = a % (d + 1) == 0;
      gradient[a] = sums[a] / data.size() + (bias ? 0 : lambda * w[a]);
      penalty += bias ? 0 : lambda / 2 * w[a] * w[a];
    }
    return sums[w.length] / data.size() + penalty;
  }

  /** Fills the chances of all labels; gives ln of that of one. */
  private double logChances(double[] z, int at, double[] w, double[] p, int label) {
    int d = used.length;
    double largest = Double.NEGATIVE_INFINITY;
    for (int l = 0; l < p.length; l++) {
      double sum = w[l * (d + 1)];
      for (int j = 0; j < d; j++) {
        sum += w[l * (d + 1) + 1 + j] * z[at + j];
      }
      p[l] = sum;
      largest = Math.max(largest, sum);
    }
    double total = 0;
    double score = p[label] - largest;
    for (int l = 0; l < p.length; l++) {
      p[l] = StrictMath.exp(p[l] - largest);
      total += p[l];
    }
    for (int l = 0; l < p.length; l++) {
      p[l] /= total;
    }
    return score - StrictMath.log(total);
  }

  /** The chance of each label, given one row of columns as in {@link NextEventData#columns()}. */
  public double[] chances(double[] row) {
    if (row.length != columns.size()) {
      throw new UserError(
          "A row needs " + columns.size() + " columns, not " + row.length + ": " + columns + ".");
    }
    double[] z = new double[used.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = (row[used[j]] - mean[used[j]]) / spread[used[j]];
    }
    double[] p = new double[labels.size()];
    logChances(z, 0, weights, p, 0);
    return p;
  }

  /** −ln P(what came), summed by user: its mean is over rows, in nats; users without rows: NaN. */
  public UserValues logLoss(NextEventData test) {
    if (!test.labels().equals(labels) || !test.columns().equals(columns)) {
      throw new UserError("The rows have other labels or columns than the model was fitted on.");
    }
    double[] z = standardised(test);
    double[] losses = new double[test.users().size()];
    int[] counts = new int[losses.length];
    double[] p = new double[labels.size()];
    for (int i = 0; i < test.size(); i++) {
      losses[test.user(i)] -= logChances(z, i * used.length, weights, p, test.label(i));
      counts[test.user(i)]++;
    }
    return Ratio.of("log loss", losses, counts);
  }

  /** The share of rows whose most likely label came. */
  public double accuracy(NextEventData test) {
    double[] z = standardised(test);
    double[] p = new double[labels.size()];
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      logChances(z, i * used.length, weights, p, 0);
      right += RankAgreement.order(p)[0] == test.label(i) ? 1 : 0;
    }
    return test.size() == 0 ? Double.NaN : (double) right / test.size();
  }

  /** For each column used, what one standard deviation more adds to each label's log odds. */
  public Table table() {
    Table out =
        Table.create(
            "weights", StringColumn.create("column", Arrays.stream(used).mapToObj(columns::get)));
    for (int k = 0; k < labels.size(); k++) {
      int at = k * (used.length + 1) + 1;
      out.addColumns(
          DoubleColumn.create(
              labels.get(k), IntStream.range(0, used.length).mapToDouble(j -> weights[at + j])));
    }
    return out;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Next event: %d labels from %d columns", labels.size(), used.length);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
