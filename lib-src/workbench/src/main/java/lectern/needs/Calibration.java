package lectern.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether chances come true: users in groups of one size by the chance they were given, and for
 * each group the mean chance beside the share of yes.
 *
 * <p>low and high are Wilson's 95 % interval of the share. {@link #error} is the mean distance
 * between chance and share over the groups, weighted by users. Users of one chance may fall into
 * two groups; they are in the order of the sample.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * 1927.
 */
public record Calibration(List<Group> groups) implements Displayable {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Users of like chances. */
  public record Group(int users, double chance, double share, double low, double high) {}

  /**
   * Groups users by their chances.
   *
   * @param groups at least 2; 10 is usual
   */
  static Calibration of(double[] chances, boolean[] yes, int groups) {
    if (groups < 2 || groups > chances.length) {
      throw new UserError(
          "groups must be from 2 to the number of users, "
              + chances.length
              + ", not "
              + groups
              + ": 10 is usual.");
    }
    Integer[] order = IntStream.range(0, chances.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(u -> chances[u]));
    List<Group> out = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) g * order.length / groups);
      int to = (int) ((long) (g + 1) * order.length / groups);
      double chance = 0;
      int hits = 0;
      for (int i = from; i < to; i++) {
        chance += chances[order[i]];
        hits += yes[order[i]] ? 1 : 0;
      }
      out.add(group(to - from, chance / (to - from), hits));
    }
    return new Calibration(List.copyOf(out));
  }

  private static Group group(int n, double chance, int hits) {
    double share = hits / (double) n;
    double z = NORMAL_95 * NORMAL_95;
    double centre = (share + z / (2 * n)) / (1 + z / n);
    double half = NORMAL_95 * Math.sqrt(share * (1 - share) / n + z / (4.0 * n * n)) / (1 + z / n);
    return new Group(n, chance, share, Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /** The mean distance between chance and share, by users. */
  public double error() {
    double sum = 0;
    int users = 0;
    for (Group group : groups) {
      sum += group.users() * Math.abs(group.chance() - group.share());
      users += group.users();
    }
    return sum / users;
  }

  /** Users, mean chance, share of yes and its interval, group by group. */
  public Table table() {
    return Table.create(
        "calibration",
        IntColumn.create("users", groups.stream().mapToInt(Group::users).toArray()),
        DoubleColumn.create("chance", column(0)),
        DoubleColumn.create("share of yes", column(1)),
        DoubleColumn.create("low", column(2)),
        DoubleColumn.create("high", column(3)));
  }

  private double[] column(int number) {
    return groups.stream()
        .mapToDouble(g -> new double[] {g.chance(), g.share(), g.low(), g.high()}[number])
        .toArray();
  }

  /** Share of yes over chance; on the dashed line every chance comes true. */
  public Figure figure() {
    double end =
        Math.max(
            Arrays.stream(column(0)).max().orElse(1), Arrays.stream(column(3)).max().orElse(1));
    return Figure.of("Do the chances come true?")
        .band("95 % interval", column(0), column(2), column(3))
        .markedLine("share of yes", column(0), column(1))
        .line("as given", new double[] {0, end}, new double[] {0, end})
        .dashed()
        .xTitle("chance given, mean of a group")
        .yTitle("share of yes");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "chances of %d groups are off by %.4f on average", groups.size(), error());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
