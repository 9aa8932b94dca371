package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
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
 * interval, and the difference of the best and the worst served group with an interval of its own.
 *
 * <p>Gap = metric of the group that is served best − metric of the group served worst. Its interval
 * draws users anew within both groups and keeps which groups they are; so it says how sure the gap
 * between these two is, not that they would be the extremes again. Users without a value are left
 * out; a group without any shows NaN and never counts as best or worst.
 *
 * @param groups in alphabetical order
 */
public record GroupGap(List<Group> groups, double gap, Interval interval) implements Displayable {
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
    Group best = null;
    Group worst = null;
    for (String name : new TreeSet<>(groupOfUser)) {
      UserValues inside = inside(values, groupOfUser, name);
      Group group =
          new Group(name, inside.defined(), inside.mean(), bootstrap.interval(inside, seed));
      groups.add(group);
      if (!Double.isNaN(group.value())) {
        best = best == null || group.value() > best.value() ? group : best;
        worst = worst == null || group.value() < worst.value() ? group : worst;
      }
    }
    if (best == null || best == worst) {
      Interval none = new Interval(Double.NaN, Double.NaN, bootstrap.level());
      return new GroupGap(groups, best == null ? Double.NaN : 0, none);
    }
    double[] high = bootstrap.draws(List.of(inside(values, groupOfUser, best.name())), seed)[0];
    double[] low = bootstrap.draws(List.of(inside(values, groupOfUser, worst.name())), seed + 1)[0];
    double[] differences = new double[high.length];
    for (int r = 0; r < differences.length; r++) {
      differences[r] = high[r] - low[r];
    }
    return new GroupGap(groups, best.value() - worst.value(), bootstrap.interval(differences));
  }

  private static UserValues inside(UserValues values, List<String> groupOfUser, String name) {
    return UserValues.of(
        java.util.stream.IntStream.range(0, values.size())
            .filter(u -> groupOfUser.get(u).equals(name))
            .mapToDouble(values::of)
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
        Locale.ROOT, "gap between the best and the worst served group: %.4f %s", gap, interval);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
