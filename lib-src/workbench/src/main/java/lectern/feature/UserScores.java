package lectern.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RankCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One number from 0 to 100 for each user, with the range in which it plausibly lies, and how far
 * such numbers can be trusted: a rating model of satisfaction or loyalty (crossplatform 3.1).
 *
 * <pre>{@code
 * var history = UserHistory.of(log, asOf);
 * var signs = new SatisfactionIndicators().of(history);
 * UserScores.of(signs, ScoreWeights.equal(signs));
 * }</pre>
 *
 * <p>score = 100 Σ w x over the indicators, whose weights sum to 1. Its standard error is 100 √(Σ
 * w² e²), errors being taken as independent; low and high are 1.96 errors away, kept within 0 to
 * 100. {@link #reliability} is the variance of the scores ÷ (that variance + the mean squared
 * error): the share of what differs between users that is more than chance. Immutable.
 */
public final class UserScores implements Displayable {
  private static final double NORMAL_95 = 1.959963984540054;

  private final String of;
  private final IdIndex users;
  private final ScoreWeights weights;
  private final double[] scores;
  private final double[] errors;

  private UserScores(
      String of, IdIndex users, ScoreWeights weights, double[] scores, double[] errors) {
    this.of = of;
    this.users = users;
    this.weights = weights;
    this.scores = scores;
    this.errors = errors;
  }

  /**
   * The scores by these weights; indicators without a weight do not count.
   *
   * @throws UserError if a weight is of no indicator
   */
  public static UserScores of(Indicators indicators, ScoreWeights weights) {
    List<String> names = indicators.names();
    for (String name : weights.weights().keySet()) {
      if (!names.contains(name)) {
        throw new UserError(
            "There is no indicator \""
                + name
                + "\" of "
                + indicators.of()
                + "; there are "
                + names
                + ".");
      }
    }
    double[] scores = new double[indicators.values().size()];
    double[] errors = new double[scores.length];
    for (int u = 0; u < scores.length; u++) {
      double variance = 0;
      for (int j = 0; j < names.size(); j++) {
        double weight = weights.of(names.get(j));
        double error = weight * indicators.errors().get(u, j);
        scores[u] += 100 * weight * indicators.values().matrix().get(u, j);
        variance += error * error;
      }
      errors[u] = 100 * Math.sqrt(variance);
    }
    return new UserScores(indicators.of(), indicators.values().users(), weights, scores, errors);
  }

  /** The users, in order. */
  public IdIndex users() {
    return users;
  }

  public ScoreWeights weights() {
    return weights;
  }

  /** Each user's score, 0 to 100. */
  public double[] scores() {
    return scores.clone();
  }

  /** Each user's standard error, in points. */
  public double[] errors() {
    return errors.clone();
  }

  /** The lower end of each user's 95 % range. */
  public double[] low() {
    double[] low = new double[scores.length];
    Arrays.setAll(low, u -> Math.max(0, scores[u] - NORMAL_95 * errors[u]));
    return low;
  }

  /** The upper end of each user's 95 % range. */
  public double[] high() {
    double[] high = new double[scores.length];
    Arrays.setAll(high, u -> Math.min(100, scores[u] + NORMAL_95 * errors[u]));
    return high;
  }

  /** The share of the differences between users that is more than chance, 0 to 1. */
  public double reliability() {
    double between = Moments.variance(scores);
    double chance = Moments.mean(Arrays.stream(errors).map(e -> e * e).toArray());
    return between + chance == 0 ? Double.NaN : between / (between + chance);
  }

  /** Spearman's rank correlation with something known of the same users in the same order. */
  public double rankCorrelation(double[] truth) {
    return RankCorrelation.spearman(scores, truth);
  }

  /** The scores as a feature of the name {@code satisfaction_score} or the like. */
  public UserFeatures features() {
    return UserFeatures.of(
        users, List.of(of + "_score"), DenseMatrix.wrap(scores.length, 1, scores.clone()));
  }

  /** User, score and its range, in the order of the users. */
  public Table table() {
    return Table.create(
        of,
        StringColumn.create("user", users.ids()),
        DoubleColumn.create(of, scores),
        DoubleColumn.create("low", low()),
        DoubleColumn.create("high", high()));
  }

  @Override
  public String toString() {
    StringBuilder parts = new StringBuilder();
    weights
        .weights()
        .forEach(
            (name, weight) ->
                parts
                    .append(parts.isEmpty() ? "" : " + ")
                    .append(String.format(Locale.ROOT, "%.2f %s", weight, name)));
    return String.format(
        Locale.ROOT,
        "%s of %,d users = 100 (%s), weights %s; mean %.1f, reliability %.2f",
        of,
        scores.length,
        parts,
        weights.how(),
        Moments.mean(scores),
        reliability());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
