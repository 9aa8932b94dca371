package lectern.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.RandomStream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Counts that can be published without giving away whether any one person was counted: each has
 * noise from the Laplace distribution of scale b = rowsPerPerson / ε added (Dwork and others,
 * 2006), and is rounded.
 *
 * <p>Whatever is published, it is at most e^ε times as likely with a person as without. The noise
 * of a count lies within ± b ln 20 ≈ 3 b for 95 %: with ε = 1 and one row to a person, within ± 3.
 * Two tables of the same people use up the sum of their ε.
 *
 * <p>The promise holds if no person is counted more than {@code rowsPerPerson} times; if the groups
 * were chosen without looking at the data, empty ones included; and if the seed stays secret, since
 * it gives the noise. Noise from double precision numbers has gaps that a determined reader can use
 * (Mironov, 2012); rounding hides most of them. For teaching and reports, not for a census.
 *
 * @param groups their names
 * @param counts rounded noisy counts, which may be negative
 * @param halfWidth half the width of the interval that holds 95 % of the noise
 */
public record NoisyCounts(List<String> groups, long[] counts, Options options, double halfWidth)
    implements Displayable {

  /**
   * How much noise.
   *
   * @param epsilon ε, above 0; less is safer and noisier
   * @param rowsPerPerson in how many rows one person can be, at least 1
   * @param negative whether counts below 0 stay; otherwise they become 0, which is as safe but too
   *     much on average
   */
  public record Options(double epsilon, int rowsPerPerson, boolean negative) {
    public Options {
      if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
        throw new UserError("epsilon must be above 0, not " + epsilon + ".");
      }
      if (rowsPerPerson < 1) {
        throw new UserError("rowsPerPerson must be at least 1, not " + rowsPerPerson + ".");
      }
    }

    /** One row to a person, negative counts stay. */
    public Options(double epsilon) {
      this(epsilon, 1, true);
    }

    double scale() {
      return rowsPerPerson / epsilon;
    }
  }

  public NoisyCounts {
    groups = List.copyOf(groups);
    counts = counts.clone();
  }

  /** A copy. */
  @Override
  public long[] counts() {
    return counts.clone();
  }

  /**
   * Noisy counts of a column's values.
   *
   * @param groups the values to count, chosen beforehand; rows with others are not counted
   */
  public static NoisyCounts of(
      Table table, String column, List<String> groups, Options options, long seed) {
    int place = AccountTable.column(table, column);
    Map<String, Long> exact = new LinkedHashMap<>();
    groups.forEach(group -> exact.put(group, 0L));
    if (exact.size() < groups.size()) {
      throw new UserError("Each group may stand only once.");
    }
    for (int row = 0; row < table.rowCount(); row++) {
      exact.computeIfPresent(table.getString(row, place), (group, count) -> count + 1);
    }
    return of(exact, options, seed);
  }

  /** Noisy counts of these exact ones, in their order. */
  public static NoisyCounts of(Map<String, Long> exact, Options options, long seed) {
    long[] counts = new long[exact.size()];
    int g = 0;
    for (Map.Entry<String, Long> each : exact.entrySet()) {
      RandomStream random = RandomStream.of(seed, "noisy counts", each.getKey());
      long noisy = Math.round(each.getValue() + options.scale() * laplace(random));
      counts[g++] = options.negative() ? noisy : Math.max(0, noisy);
    }
    return new NoisyCounts(
        List.copyOf(exact.keySet()), counts, options, options.scale() * StrictMath.log(20));
  }

  /** From the Laplace distribution of scale 1: −sign(u) ln(1 − 2 |u|), u even in (−½, ½). */
  static double laplace(RandomStream random) {
    double u = random.nextDouble() - 0.5;
    while (u == -0.5) {
      u = random.nextDouble() - 0.5;
    }
    return -Math.signum(u) * StrictMath.log(1 - 2 * Math.abs(u));
  }

  /** Group, noisy count, and the ends of the interval that holds the exact one for 95 %. */
  public Table table() {
    LongColumn low = LongColumn.create("from");
    LongColumn high = LongColumn.create("to");
    for (long count : counts) {
      low.append((long) Math.floor(count - halfWidth));
      high.append((long) Math.ceil(count + halfWidth));
    }
    return Table.create(
        "noisy counts",
        StringColumn.create("group", groups),
        LongColumn.create("count", counts),
        low,
        high);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "noisy counts of %d groups, ε = %s, at most %d row%s to a person: ± %.1f for 95 %%",
        groups.size(),
        options.epsilon(),
        options.rowsPerPerson(),
        options.rowsPerPerson() == 1 ? "" : "s",
        halfWidth);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
