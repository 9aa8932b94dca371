package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.NormalDistribution;
import lectern.math.SpecialFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What an A/B test shows: the difference between two groups of users drawn by lot, its interval,
 * its p-value, and a warning where the reading is not to be trusted.
 *
 * <pre>{@code
 * AbTest.proportions(new Proportion(48, 80), new Proportion(56, 70))   // +0.2000 (0.0524 to 0.3339)
 * AbTest.means(spentByControl, spentByTreated).looks(5)                // read five times: a warning
 * }</pre>
 *
 * <ul>
 *   <li>Rates: the interval joins both Wilson intervals (Newcombe's method 10); p is that of the
 *       pooled z test, z = (b − a) / √(p̄(1 − p̄)(1/n + 1/m)).
 *   <li>Means: Welch's t test, which does not suppose equal variances.
 * </ul>
 *
 * <p>With {@link #planned} a test that is read too early says so; with {@link #looks} one that was
 * read several times says how often such a test alarms without an effect ({@link AbPeeking}), and
 * its verdict holds the stricter level. Groups of no spread have p = 1 when their means are equal,
 * else 0.
 *
 * <p>Article: omnichannel 9.3. Source: Newcombe, Interval estimation for the difference between
 * independent proportions, Statistics in Medicine 17, 1998, 873; Welch, Biometrika 34, 1947.
 */
public final class AbTest implements Displayable {
  private final boolean rates;
  private final double[] values;
  private final long[] users;
  private final Interval interval;
  private final double p;
  private final int looks;
  private final long planned;

  private AbTest(
      boolean rates,
      double[] values,
      long[] users,
      Interval interval,
      double p,
      int looks,
      long planned) {
    this.rates = rates;
    this.values = values;
    this.users = users;
    this.interval = interval;
    this.p = p;
    this.looks = looks;
    this.planned = planned;
  }

  /** Two rates, with a 95 % interval. */
  public static AbTest proportions(Proportion control, Proportion treated) {
    return proportions(control, treated, 0.95);
  }

  /**
   * Two rates.
   *
   * @throws UserError if a group is empty
   */
  public static AbTest proportions(Proportion control, Proportion treated, double level) {
    requireUsers(Math.min(control.trials(), treated.trials()), 1);
    double difference = treated.rate() - control.rate();
    Interval a = control.interval(level);
    Interval b = treated.interval(level);
    double below = StrictMath.hypot(treated.rate() - b.low(), a.high() - control.rate());
    double above = StrictMath.hypot(b.high() - treated.rate(), control.rate() - a.low());
    double pooled = control.plus(treated).rate();
    double error =
        Math.sqrt(pooled * (1 - pooled) * (1.0 / control.trials() + 1.0 / treated.trials()));
    return new AbTest(
        true,
        new double[] {control.rate(), treated.rate()},
        new long[] {control.trials(), treated.trials()},
        new Interval(Math.max(-1, difference - below), Math.min(1, difference + above), level),
        error == 0 ? 1 : NormalDistribution.beyond(difference / error),
        1,
        0);
  }

  /** Two means, with a 95 % interval. */
  public static AbTest means(double[] control, double[] treated) {
    return means(control, treated, 0.95);
  }

  /**
   * Two means: one number for each user.
   *
   * @throws UserError if a group has fewer than two users, or a number is not finite
   */
  public static AbTest means(double[] control, double[] treated, double level) {
    requireUsers(Math.min(control.length, treated.length), 2);
    double a = mean(control);
    double b = mean(treated);
    double va = variance(control, a) / control.length;
    double vb = variance(treated, b) / treated.length;
    double error = Math.sqrt(va + vb);
    double difference = b - a;
    double p = difference == 0 ? 1 : 0;
    double half = 0;
    if (error > 0) {
      double freedom =
          (va + vb) * (va + vb) / (va * va / (control.length - 1) + vb * vb / (treated.length - 1));
      p = SpecialFunctions.studentBeyond(difference / error, freedom);
      half = error * SpecialFunctions.studentQuantile(new Interval(0, 0, level).level(), freedom);
    }
    return new AbTest(
        false,
        new double[] {a, b},
        new long[] {control.length, treated.length},
        new Interval(difference - half, difference + half, level),
        p,
        1,
        0);
  }

  private static void requireUsers(long smaller, int least) {
    if (smaller < least) {
      throw new UserError(
          "Each group needs at least "
              + least
              + (least == 1 ? " user" : " users")
              + "; one of the two has "
              + smaller
              + ".");
    }
  }

  private static double mean(double[] group) {
    double sum = 0;
    for (double value : group) {
      if (!Double.isFinite(value)) {
        throw new UserError("An A/B test needs finite numbers, not " + value + ".");
      }
      sum += value;
    }
    return sum / group.length;
  }

  private static double variance(double[] group, double mean) {
    double sum = 0;
    for (double value : group) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (group.length - 1);
  }

  /**
   * The same, read so many times while it ran, this reading included: stopping was possible at
   * each.
   */
  public AbTest looks(int times) {
    new AbPeeking(times, 1 - interval.level());
    return new AbTest(rates, values, users, interval, p, times, planned);
  }

  /** The same, for which so many users in each group had been planned. */
  public AbTest planned(long perGroup) {
    if (perGroup < 1) {
      throw new UserError("perGroup must be at least 1, not " + perGroup + ".");
    }
    return new AbTest(rates, values, users, interval, p, looks, perGroup);
  }

  /** The rate or mean of the control group. */
  public double control() {
    return values[0];
  }

  /** The rate or mean of the treated group. */
  public double treated() {
    return values[1];
  }

  /** Treated minus control. */
  public double difference() {
    return values[1] - values[0];
  }

  /** The difference as a share of the control group's value; NaN when that is 0. */
  public double relative() {
    return values[0] == 0 ? Double.NaN : difference() / values[0];
  }

  public Interval interval() {
    return interval;
  }

  /** Two-sided, for one reading. */
  public double p() {
    return p;
  }

  /** What p must not exceed, given how often the test was read. */
  public double levelInForce() {
    double level = 1 - interval.level();
    return looks == 1 ? level : new AbPeeking(looks, level).levelOfEachLook();
  }

  /** "higher", "lower" or "not told apart", at the level in force. */
  public String verdict() {
    return p > levelInForce() ? "not told apart" : difference() > 0 ? "higher" : "lower";
  }

  /** What a reader must know before believing the verdict; often nothing. */
  public List<String> warnings() {
    List<String> out = new ArrayList<>();
    long smaller = Math.min(users[0], users[1]);
    if (smaller < planned) {
      out.add(
          String.format(
              Locale.ROOT,
              "Read early: the smaller group has %,d of the %,d users planned.",
              smaller,
              planned));
    }
    if (looks > 1) {
      AbPeeking peeking = new AbPeeking(looks, 1 - interval.level());
      out.add(
          String.format(
              Locale.ROOT,
              "Read %d times: stopping at the first p ≤ %.4g would alarm in %.1f of 100 tests"
                  + " without an effect, so each look must reach p ≤ %.4f.",
              looks,
              peeking.level(),
              100 * peeking.falseAlarms(),
              levelInForce()));
    }
    return out;
  }

  /** One line for each group. */
  public Table table() {
    return Table.create(
        rates ? "rates" : "means",
        StringColumn.create("group", "control", "treated"),
        LongColumn.create("users", users),
        DoubleColumn.create(rates ? "rate" : "mean", values));
  }

  @Override
  public String toString() {
    String line =
        String.format(
            Locale.ROOT,
            "treated − control = %+.4f (%s at %.0f %%), p = %.4f: %s",
            difference(),
            interval,
            100 * interval.level(),
            p,
            verdict());
    return warnings().isEmpty() ? line : line + "\n" + String.join("\n", warnings());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
