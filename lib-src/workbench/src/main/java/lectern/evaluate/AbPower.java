package lectern.evaluate;

import java.util.Locale;
import java.util.stream.LongStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.NormalDistribution;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * How many users an A/B test needs in each group, and what it can see with as many as there are.
 *
 * <pre>{@code
 * AbPower.proportions(0.10, 0.02).perGroup()   // 3,841: to tell 12 % from 10 %
 * AbPower.means(1, 0.5).perGroup()             // 63: to see half a standard deviation
 * }</pre>
 *
 * <p>Two groups of n users, a two-sided test at level α, power 1 − β at a difference d:
 *
 * <ul>
 *   <li>rates p and p + d, with p̄ their mean: n = (z₁₋α⸝₂ √(2p̄(1 − p̄)) + z₁₋β √(p(1 − p) + (p +
 *       d)(1 − p − d)))² / d²;
 *   <li>means of a quantity with standard deviation σ: n = 2σ² (z₁₋α⸝₂ + z₁₋β)² / d².
 * </ul>
 *
 * <p>Rounded up. Both are normal approximations: with fewer than about ten expected successes a
 * group, or heavy tails such as money, take more. The number belongs to one reading at the end: see
 * {@link AbPeeking} for more.
 *
 * <p>Article: omnichannel 9.3. Source: Fleiss, Levin and Paik, Statistical Methods for Rates and
 * Proportions, 2003, chapter 4.
 */
public final class AbPower implements Displayable {
  private static final double HUGE = 1e15;

  private final double base;
  private final double spread;
  private final double difference;
  private final double level;
  private final double power;

  private AbPower(double base, double spread, double difference, double level, double power) {
    if (difference == 0 || !Double.isFinite(difference)) {
      throw new UserError(
          "The difference to be seen must be a number other than 0, not " + difference + ".");
    }
    Checks.level(level);
    if (!(power > level && power < 1)) {
      throw new UserError(
          "power must be above the level "
              + level
              + " and below 1, not "
              + power
              + ": 0.8 is usual.");
    }
    this.base = base;
    this.spread = spread;
    this.difference = difference;
    this.level = level;
    this.power = power;
  }

  /**
   * To tell two rates apart, at level 0.05 with power 0.8.
   *
   * @param base the rate without the change, between 0 and 1
   * @param difference the smallest difference worth seeing; base + difference lies between 0 and 1
   */
  public static AbPower proportions(double base, double difference) {
    if (!(base > 0 && base < 1 && base + difference > 0 && base + difference < 1)) {
      throw new UserError(
          "Both rates must lie between 0 and 1, not "
              + base
              + " and "
              + (base + difference)
              + ": a rate of 10 % is 0.1.");
    }
    return new AbPower(base, Double.NaN, difference, 0.05, 0.8);
  }

  /**
   * To tell two means apart, at level 0.05 with power 0.8.
   *
   * @param spread the standard deviation of the quantity over users, above 0
   * @param difference the smallest difference worth seeing, in the same unit
   */
  public static AbPower means(double spread, double difference) {
    if (!(spread > 0 && spread < Double.POSITIVE_INFINITY)) {
      throw new UserError("spread must be above 0, not " + spread + ".");
    }
    return new AbPower(Double.NaN, spread, difference, 0.05, 0.8);
  }

  /** The same at another level, the chance of a false alarm. */
  public AbPower level(double alpha) {
    return new AbPower(base, spread, difference, alpha, power);
  }

  /** The same with another power, the chance to see the difference. */
  public AbPower power(double chance) {
    return new AbPower(base, spread, difference, level, chance);
  }

  public double level() {
    return level;
  }

  /** How many users each group needs. */
  public long perGroup() {
    double z = NormalDistribution.quantile(1 - level / 2);
    double needed =
        z * nullSpread(difference) + NormalDistribution.quantile(power) * spread(difference);
    double n = needed * needed / (difference * difference);
    if (n > HUGE) {
      throw new UserError(
          "No test can be that large: "
              + n
              + " users in each group. Look for a larger difference.");
    }
    return Math.max(2, (long) Math.ceil(n - 1e-9));
  }

  /** The chance to see the difference with so many users in each group. */
  public double powerAt(long perGroup) {
    return powerAt(perGroup, difference);
  }

  private double powerAt(long perGroup, double d) {
    if (perGroup < 2) {
      throw new UserError("Each group needs at least 2 users, not " + perGroup + ".");
    }
    double z = NormalDistribution.quantile(1 - level / 2);
    double shift = Math.abs(d) * Math.sqrt(perGroup);
    return NormalDistribution.below((shift - z * nullSpread(d)) / spread(d))
        + NormalDistribution.below((-shift - z * nullSpread(d)) / spread(d));
  }

  /**
   * The smallest difference in the same direction that so many users in each group show with this
   * power; NaN where no rate below 1 (above 0) is far enough.
   */
  public double smallestDifference(long perGroup) {
    double sign = Math.signum(difference);
    double room =
        Double.isNaN(base)
            ? spread * 1e6
            : sign > 0 ? Math.nextDown(1 - base) : Math.nextDown(base);
    if (powerAt(perGroup, sign * room) < power) {
      return Double.NaN;
    }
    double low = 0;
    double high = room;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (powerAt(perGroup, sign * middle) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return sign * high;
  }

  /** √n times the standard deviation of the measured difference when there is none. */
  private double nullSpread(double d) {
    double mean = base + d / 2;
    return Double.isNaN(base) ? Math.sqrt(2) * spread : Math.sqrt(2 * mean * (1 - mean));
  }

  /** √n times the standard deviation of the measured difference when it is d. */
  private double spread(double d) {
    double other = base + d;
    return Double.isNaN(base)
        ? Math.sqrt(2) * spread
        : Math.sqrt(base * (1 - base) + other * (1 - other));
  }

  /** Sizes from a tenth to four times what is needed: power and smallest difference of each. */
  public Table table() {
    long[] sizes = sizes();
    return Table.create(
        "power",
        LongColumn.create("users per group", sizes),
        DoubleColumn.create("power", LongStream.of(sizes).mapToDouble(this::powerAt)),
        DoubleColumn.create(
            "smallest difference", LongStream.of(sizes).mapToDouble(this::smallestDifference)));
  }

  private long[] sizes() {
    double[] parts = {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4};
    long needed = perGroup();
    return java.util.Arrays.stream(parts)
        .mapToLong(part -> Math.max(2, Math.round(part * needed)))
        .distinct()
        .toArray();
  }

  /** Power against users per group. */
  public Figure figure() {
    long needed = perGroup();
    double[] x = new double[41];
    double[] y = new double[41];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(2, Math.round(needed * 2.5 * i / (x.length - 1)));
      y[i] = powerAt((long) x[i]);
    }
    return Figure.of("Power of the test")
        .line("power", x, y)
        .horizontalLine(power, "wanted")
        .verticalLine(needed, String.format(Locale.ROOT, "%,d", needed))
        .xTitle("users in each group")
        .yTitle("chance to see the difference")
        .yRange(0, 1.05);
  }

  @Override
  public String toString() {
    String what =
        Double.isNaN(base)
            ? String.format(
                Locale.ROOT, "a difference of %.4g in means (spread %.4g)", difference, spread)
            : String.format(
                Locale.ROOT, "a rate of %.4g beside one of %.4g", base + difference, base);
    return String.format(
        Locale.ROOT,
        "To see %s in %.0f of 100 tests at level %.4g: %,d users in each group",
        what,
        100 * power,
        level,
        perGroup());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
