package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Is a model as good for one group of users as for another? A metric by group, each with its
 * interval, and the difference of the best and the worst served group with what is due to chance.
 *
 * <p>Gap = metric of the group that is served best − metric of the group served worst. It is never
 * below 0, and above it even where all groups are served alike, because the two are picked after
 * looking. So beside it stand the gap to be expected when users are dealt out to the groups by lot
 * ({@code byLot}), the chance to see one as large then ({@code pValue}), and an interval for the
 * largest difference between the groups' true metrics that counts the picking: it begins at 0
 * wherever no pair of groups can be told apart. Looking at several ways to make groups needs Holm's
 * correction on top ({@link Holm}).
 *
 * <p>Users without a value are left out. A group with fewer than two users with a value is shown
 * and never counts as best or worst. Values that are all alike within a group have no spread to
 * draw from, and an interval that trusts them too far: with such groups read the p-value.
 *
 * @param groups in alphabetical order
 * @param gap NaN without any group of two users; 0 with one
 * @param interval NaN with fewer than two such groups
 * @param byLot the mean gap of groups by lot, NaN with fewer than two such groups
 * @param pValue the chance of a gap at least as large by lot, NaN with fewer than two such groups
 */
public record GroupGap(
    List<Group> groups, double gap, Interval interval, double byLot, double pValue)
    implements Displayable {
  /** A group: users with a value, the metric over them, its interval. */
  public record Group(String name, int users, double value, Interval interval) {}

  public GroupGap {
    groups = List.copyOf(groups);
  }

  /**
   * @param values a metric user by user, such as {@link Results#perUser}
   * @param groupOfUser the group of each of those users, in the same order
   */
  public static GroupGap of(
      UserValues values, List<String> groupOfUser, Bootstrap bootstrap, long seed) {
    if (groupOfUser.size() != values.size()) {
      throw new UserError(
          "Each user needs a group: there are "
              + values.size()
              + " users and "
              + groupOfUser.size()
              + " groups.");
    }
    List<Group> groups = new ArrayList<>();
    List<UserValues> counted = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    double worst = Double.POSITIVE_INFINITY;
    for (String name : new TreeSet<>(groupOfUser)) {
      UserValues inside = inside(values, groupOfUser, name);
      Group group =
          new Group(name, inside.defined(), inside.mean(), bootstrap.interval(inside, seed));
      groups.add(group);
      if (group.users() >= 2) {
        counted.add(inside);
        best = Math.max(best, group.value());
        worst = Math.min(worst, group.value());
      }
    }
    double gap = counted.isEmpty() ? Double.NaN : best - worst;
    if (counted.size() < 2) {
      Interval none = new Interval(Double.NaN, Double.NaN, bootstrap.level());
      return new GroupGap(groups, gap, none, Double.NaN, Double.NaN);
    }
    GroupsByLot lot = GroupsByLot.of(counted, gap, bootstrap.resamples(), seed);
    Interval interval = LargestDifference.of(counted, bootstrap, seed);
    return new GroupGap(groups, gap, interval, lot.mean(), lot.pValue());
  }

  /** The users of a group that have a value. */
  private static UserValues inside(UserValues values, List<String> groupOfUser, String name) {
    return values.at(
        IntStream.range(0, values.size())
            .filter(u -> groupOfUser.get(u).equals(name) && values.weight(u) > 0)
            .toArray());
  }

  /** One row for each group. */
  public Table table() {
    return Table.create(
        "groups",
        StringColumn.create("group", groups.stream().map(Group::name).toList()),
        IntColumn.create("users", groups.stream().mapToInt(Group::users).toArray()),
        DoubleColumn.create("value", groups.stream().mapToDouble(Group::value).toArray()),
        DoubleColumn.create("low", groups.stream().mapToDouble(g -> g.interval().low()).toArray()),
        DoubleColumn.create(
            "high", groups.stream().mapToDouble(g -> g.interval().high()).toArray()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "gap between the best and the worst served group: %.4f, interval %s;"
            + " groups by lot have %.4f on average (p = %.3f)",
        gap,
        interval,
        byLot,
        pValue);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
