package lectern.market;

import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much it is worth to offer a content to a user by a marketing strategy: s(u, c, m) = w_uc ·
 * w_cm · r_umc.
 *
 * <p>w_uc is the user's interest in the content, w_cm how well the content suits the strategy,
 * r_umc how highly the user rates the content when it comes by that strategy; all at least 0.
 *
 * <p>The article sums s over all users, contents and strategies and calls the sum the result of the
 * recommendation: {@link #asPrinted()}. A sum over everything is one number, which is the same
 * whatever is recommended; what its own example needs is the score of each triple: {@link
 * #asMeant}. {@link #bestStrategies} gives the example's answer, a strategy for each content, and
 * {@link #problem} the choice under a budget.
 *
 * <p>Article: crossover 4.1 to 4.3 and 5.4.
 */
public final class StrategyScores implements Displayable {
  /** r_umc. */
  @FunctionalInterface
  public interface Rating {
    /** How highly this user rates this content when it comes by this strategy, at least 0. */
    double of(int user, int content, int strategy);
  }

  private final List<String> users;
  private final List<String> contents;
  private final List<String> strategies;
  private final double[][][] scores;

  private StrategyScores(
      List<String> users, List<String> contents, List<String> strategies, double[][][] scores) {
    this.users = users;
    this.contents = contents;
    this.strategies = strategies;
    this.scores = scores;
  }

  /**
   * Scores of all triples.
   *
   * @param interest w_uc, users × contents
   * @param fit w_cm, contents × strategies
   * @throws ShapeMismatch if a matrix has another shape
   * @throws UserError if a number is negative or not finite
   */
  public static StrategyScores of(
      List<String> users,
      List<String> contents,
      List<String> strategies,
      DenseMatrix interest,
      DenseMatrix fit,
      Rating rating) {
    requireShape("interest", interest, users.size(), contents.size());
    requireShape("fit", fit, contents.size(), strategies.size());
    double[][][] scores = new double[users.size()][contents.size()][strategies.size()];
    for (int u = 0; u < users.size(); u++) {
      for (int c = 0; c < contents.size(); c++) {
        for (int m = 0; m < strategies.size(); m++) {
          String where = users.get(u) + ", " + contents.get(c) + ", " + strategies.get(m);
          scores[u][c][m] =
              checked("w_uc", interest.get(u, c), where)
                  * checked("w_cm", fit.get(c, m), where)
                  * checked("r_umc", rating.of(u, c, m), where);
        }
      }
    }
    return new StrategyScores(
        List.copyOf(users), List.copyOf(contents), List.copyOf(strategies), scores);
  }

  private static void requireShape(String name, DenseMatrix matrix, int rows, int columns) {
    if (matrix.rows() != rows || matrix.columns() != columns) {
      throw new ShapeMismatch(
          name + " must be " + rows + " × " + columns + ", not " + matrix.shape() + ".");
    }
  }

  private static double checked(String letter, double value, String where) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new UserError(
          letter + " must be a finite number of at least 0, not " + value + " (" + where + ").");
    }
    return value;
  }

  public List<String> users() {
    return users;
  }

  public List<String> contents() {
    return contents;
  }

  public List<String> strategies() {
    return strategies;
  }

  /** Σ over u, c and m of w_uc w_cm r_umc: one number for all users together. */
  public double asPrinted() {
    double sum = 0;
    for (double[][] ofUser : scores) {
      for (double[] ofContent : ofUser) {
        for (double score : ofContent) {
          sum += score;
        }
      }
    }
    return sum;
  }

  /** s(u, c, m) = w_uc w_cm r_umc. */
  public double asMeant(int user, int content, int strategy) {
    return scores[user][content][strategy];
  }

  /** The strategy with the highest score for a user and a content; the first of several. */
  public int bestStrategy(int user, int content) {
    double[] row = scores[user][content];
    int best = 0;
    for (int m = 1; m < row.length; m++) {
      best = row[m] > row[best] ? m : best;
    }
    return best;
  }

  /** One line for each user and content: its best strategy and score, as in the article's 5.4. */
  public Table bestStrategies() {
    StringColumn user = StringColumn.create("user");
    StringColumn content = StringColumn.create("content");
    StringColumn strategy = StringColumn.create("strategy");
    DoubleColumn score = DoubleColumn.create("score");
    for (int u = 0; u < users.size() && !strategies.isEmpty(); u++) {
      for (int c = 0; c < contents.size(); c++) {
        int m = bestStrategy(u, c);
        user.append(users.get(u));
        content.append(contents.get(c));
        strategy.append(strategies.get(m));
        score.append(scores[u][c][m]);
      }
    }
    return Table.create("best strategies", user, content, strategy, score);
  }

  /**
   * Which triples to choose when money and patience are short.
   *
   * @param costs what one contact by each strategy costs, at least 0
   * @param budget what all contacts together may cost
   * @param contacts how many contacts a user gets at most
   */
  public StrategyProblem problem(double[] costs, double budget, int contacts) {
    if (costs.length != strategies.size()) {
      throw new ShapeMismatch(
          "Each of the "
              + strategies.size()
              + " strategies needs a cost, not "
              + costs.length
              + " costs.");
    }
    StrategyProblem.Builder out = StrategyProblem.builder(budget, contacts);
    for (int u = 0; u < users.size(); u++) {
      for (int c = 0; c < contents.size(); c++) {
        for (int m = 0; m < strategies.size(); m++) {
          out.option(users.get(u), contents.get(c), strategies.get(m), scores[u][c][m], costs[m]);
        }
      }
    }
    return out.build();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d users, %,d contents, %,d strategies; the sum over all of them is %.4f",
        users.size(),
        contents.size(),
        strategies.size(),
        asPrinted());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), bestStrategies());
  }
}
