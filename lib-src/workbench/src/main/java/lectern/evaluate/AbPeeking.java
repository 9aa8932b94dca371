package lectern.evaluate;

import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.NormalDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What it costs to look at an A/B test while it runs and to stop at the first p below the level:
 * the true chance of a false alarm, and the stricter level that each look must meet instead.
 *
 * <p>Looks come after equal numbers of users. Without any effect the sums S₁, S₂, … of k standard
 * normal steps alarm at the first |Sₖ| > z √k. The density of those that have not alarmed yet is
 * carried from look to look by f ₖ₊₁(x) = ∫ fₖ(y) φ(x − y) dy over |y| ≤ z √k, with Simpson's rule.
 * Level 0.05: two looks 0.083, five 0.142, ten 0.193; level that keeps 0.05 over five looks: 0.0158
 * (Pocock's).
 *
 * <p>Source: Armitage, McPherson and Rowe, Repeated significance tests on accumulating data, 1969;
 * Pocock, Group sequential methods, Biometrika 64, 1977.
 *
 * @param looks how often the test is read, the end included, 1 to 100
 * @param level the p at which one would stop, between 0 and 1
 */
public record AbPeeking(int looks, double level) implements Displayable {
  private static final int POINTS_PER_UNIT = 12;

  public AbPeeking {
    if (looks < 1 || looks > 100) {
      throw new UserError("looks must be between 1 and 100, not " + looks + ".");
    }
    Checks.level(level);
  }

  /** The chance of at least one false alarm in all looks. */
  public double falseAlarms() {
    return falseAlarms(looks, NormalDistribution.quantile(1 - level / 2));
  }

  /** The level for each look with which all looks together keep the level. */
  public double levelOfEachLook() {
    double low = NormalDistribution.quantile(1 - level / 2);
    double high = low + 4;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (falseAlarms(looks, middle) > level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return NormalDistribution.beyond((low + high) / 2);
  }

  private static double falseAlarms(int looks, double z) {
    double[] x = grid(z);
    double[] mass = new double[x.length];
    double[] weights = simpson(x);
    for (int i = 0; i < x.length; i++) {
      mass[i] = weights[i] * NormalDistribution.density(x[i]);
    }
    for (int look = 2; look <= looks; look++) {
      double[] next = grid(z * Math.sqrt(look));
      double[] nextWeights = simpson(next);
      double[] nextMass = new double[next.length];
      for (int i = 0; i < next.length; i++) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
          double step = next[i] - x[j];
          sum += Math.abs(step) > 9 ? 0 : mass[j] * NormalDistribution.density(step);
        }
        nextMass[i] = nextWeights[i] * sum;
      }
      x = next;
      mass = nextMass;
    }
    double quiet = 0;
    for (double m : mass) {
      quiet += m;
    }
    return looks == 1 ? NormalDistribution.beyond(z) : Math.max(0, 1 - quiet);
  }

  private static double[] grid(double end) {
    int intervals = 2 * (int) Math.ceil(end * POINTS_PER_UNIT);
    double[] x = new double[intervals + 1];
    for (int i = 0; i <= intervals; i++) {
      x[i] = -end + 2 * end * i / intervals;
    }
    return x;
  }

  private static double[] simpson(double[] x) {
    double step = (x[x.length - 1] - x[0]) / (x.length - 1);
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      boolean end = i == 0 || i == x.length - 1;
      weights[i] = step / 3 * (end ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return weights;
  }

  /** For one look to this many: the true chance of a false alarm and the level that mends it. */
  public Table table() {
    IntColumn count = IntColumn.create("looks");
    DoubleColumn alarms = DoubleColumn.create("false alarms");
    DoubleColumn mended = DoubleColumn.create("level of each look");
    for (int k = 1; k <= looks; k += k < 5 || looks <= 10 ? 1 : Math.max(1, looks / 10)) {
      AbPeeking some = new AbPeeking(k, level);
      count.append(k);
      alarms.append(some.falseAlarms());
      mended.append(some.levelOfEachLook());
    }
    return Table.create("peeking", count, alarms, mended);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d %s at level %.4g: a false alarm in %.1f of 100 tests without an effect; %.4f at each"
            + " look keeps the level",
        looks,
        looks == 1 ? "look" : "looks",
        level,
        100 * falseAlarms(),
        levelOfEachLook());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
