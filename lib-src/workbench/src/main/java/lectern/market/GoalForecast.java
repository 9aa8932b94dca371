package lectern.market;

import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Interval;
import lectern.evaluate.Proportion;
import lectern.math.SpecialFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * Whether a goal can be reached: what n users reached will bring at a measured rate, with how much
 * chance it is the target, and how many would have to be reached.
 *
 * <p>s of t users did it when measured; the number among n others is beta-binomial with s + ½ and t
 * − s + ½ (Jeffreys' prior): it holds both the chance of the n and the doubt about the rate. 50 of
 * 1,000 measured and 12,000 reached: 605 expected, 500 or more with chance 0.90.
 *
 * <p>The rate must have been measured on users like those to be reached; a rate of keen users
 * promises too much.
 *
 * <p>Article: crossplatform 3.3 (goals from business needs and analysis) and 5.2.3. Source: Gelman
 * and others, Bayesian Data Analysis, 2013, chapter 2.
 */
public final class GoalForecast implements Displayable {
  private static final long MOST = 10_000_000;

  private final Goal goal;
  private final Proportion measured;
  private final long reach;
  private final double level;

  private GoalForecast(Goal goal, Proportion measured, long reach, double level) {
    this.goal = goal;
    this.measured = measured;
    this.reach = reach;
    this.level = level;
  }

  /**
   * What so many users will bring.
   *
   * @param measured at least one trial
   * @param reach how many users will be reached, 0 to 10,000,000
   */
  public static GoalForecast of(Goal goal, Proportion measured, long reach) {
    if (measured.trials() == 0) {
      throw new UserError("Nothing was measured: a forecast needs a rate with at least one trial.");
    }
    if (reach < 0 || reach > MOST) {
      throw new UserError("reach must be between 0 and " + MOST + ", not " + reach + ".");
    }
    return new GoalForecast(goal, measured, reach, 0.95);
  }

  private double successes() {
    return measured.successes() + 0.5;
  }

  private double failures() {
    return measured.trials() - measured.successes() + 0.5;
  }

  /** How many are expected. */
  public double expected() {
    return reach * successes() / (successes() + failures());
  }

  /** Between which numbers it will lie in 95 of 100 such forecasts. */
  public Interval interval() {
    double tail = (1 - level) / 2;
    double below = 0;
    long low = -1;
    for (long k = 0; k <= reach; k++) {
      below += StrictMath.exp(logChance(reach, k));
      if (low < 0 && below >= tail) {
        low = k;
      }
      if (below >= 1 - tail) {
        return new Interval(low, k, level);
      }
    }
    return new Interval(Math.max(0, low), reach, level);
  }

  /** The chance to reach the goal. */
  public double chance() {
    return chance(reach);
  }

  private double chance(long n) {
    if (goal.target() > n) {
      return 0;
    }
    double below = 0;
    for (long k = 0; k < goal.target(); k++) {
      below += StrictMath.exp(logChance(n, k));
    }
    return Math.min(1, Math.max(0, 1 - below));
  }

  /** ln of the chance of exactly k among n. */
  private double logChance(long n, long k) {
    return SpecialFunctions.logGamma(n + 1.0)
        - SpecialFunctions.logGamma(k + 1.0)
        - SpecialFunctions.logGamma(n - k + 1.0)
        + SpecialFunctions.logBeta(k + successes(), n - k + failures())
        - SpecialFunctions.logBeta(successes(), failures());
  }

  /**
   * How many users must be reached to meet the goal with this chance.
   *
   * @param wanted between 0 and 1
   * @return −1 where not even 10,000,000 would do
   */
  public long reachFor(double wanted) {
    if (!(wanted > 0 && wanted < 1)) {
      throw new UserError("The chance must be between 0 and 1, not " + wanted + ".");
    }
    long high = goal.target();
    while (chance(high) < wanted) {
      if (high >= MOST) {
        return -1;
      }
      high = Math.min(MOST, 2 * high);
    }
    long low = goal.target() - 1;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (chance(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** How many users to reach for a chance of 50, 80, 90 and 95 %. */
  public Table table() {
    double[] chances = {0.5, 0.8, 0.9, 0.95};
    return Table.create(
        "reach for " + goal.name(),
        DoubleColumn.create("chance", chances),
        LongColumn.create(
            "users to reach", java.util.Arrays.stream(chances).mapToLong(this::reachFor)));
  }

  @Override
  public String toString() {
    Interval range = interval();
    return String.format(
        Locale.ROOT,
        "%s: %,d reached at %s bring %,.0f (%,.0f to %,.0f); the goal of %,d is met with chance"
            + " %.3f",
        goal.name(),
        reach,
        measured,
        expected(),
        range.low(),
        range.high(),
        goal.target(),
        chance());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
