package lectern.market;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.SpecialFunctions;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How far a goal is on its way: what was counted week by week, the pace it takes from now on, and
 * the chance to arrive.
 *
 * <p>With k counted in a time T and S left, the number still to come is negative binomial with size
 * k + ½ and mean (k + ½) S / T: a steady stream whose pace is not known for sure. Campaigns,
 * seasons and growth break it; then the forecast tells what happens if nothing changes.
 *
 * <p>Article: crossplatform 3.3, steps 1 and 4. Source: Gelman and others, Bayesian Data Analysis,
 * 2013, 2.6.
 */
public final class GoalTracking implements Displayable {
  private static final double WEEK = 7 * 86_400.0;

  private final Goal goal;
  private final int[] weekly;
  private final double passed;
  private final double left;

  private GoalTracking(Goal goal, int[] weekly, double passed, double left) {
    this.goal = goal;
    this.weekly = weekly;
    this.passed = passed;
    this.left = left;
  }

  /** Counts events of one name, such as purchases. */
  public static GoalTracking ofEvents(
      Goal goal, EventLog log, String event, long from, long asOf, long deadline) {
    return of(goal, log, row -> log.is(row, event), from, asOf, deadline);
  }

  /** Counts users whose first event ever lies in the time: registrations. */
  public static GoalTracking ofNewUsers(
      Goal goal, EventLog log, long from, long asOf, long deadline) {
    int[] first = new int[log.users().size()];
    Arrays.fill(first, -1);
    for (int row = 0; row < log.size(); row++) {
      int user = log.user(row);
      if (log.hasTime(row) && (first[user] < 0 || log.time(row) < log.time(first[user]))) {
        first[user] = row;
      }
    }
    return of(goal, log, row -> first[log.user(row)] == row, from, asOf, deadline);
  }

  private static GoalTracking of(
      Goal goal, EventLog log, IntPredicate counts, long from, long asOf, long deadline) {
    if (!(from < asOf && asOf <= deadline)) {
      throw new UserError(
          "Times must be from < asOf ≤ deadline, not "
              + from
              + ", "
              + asOf
              + ", "
              + deadline
              + ".");
    }
    int[] weekly = new int[(int) Math.ceil((asOf - from) / WEEK)];
    IntStream.range(0, log.size())
        .filter(row -> log.hasTime(row) && log.time(row) >= from && log.time(row) < asOf)
        .filter(counts)
        .forEach(row -> weekly[(int) ((log.time(row) - from) / WEEK)]++);
    return new GoalTracking(goal, weekly, (asOf - from) / WEEK, (deadline - asOf) / WEEK);
  }

  /** How many there are so far. */
  public int counted() {
    return Arrays.stream(weekly).sum();
  }

  /** How many a week, so far. */
  public double pace() {
    return counted() / passed;
  }

  /** How many a week it takes from now on; 0 once the goal is met, infinite without time left. */
  public double paceNeeded() {
    long missing = goal.target() - counted();
    return missing <= 0 ? 0 : left == 0 ? Double.POSITIVE_INFINITY : missing / left;
  }

  /** How many there will be at the deadline, if the pace stays. */
  public double expected() {
    return counted() + (counted() + 0.5) * left / passed;
  }

  /** The chance to meet the goal, if the pace stays. */
  public double chance() {
    long missing = goal.target() - counted();
    if (missing <= 0) {
      return 1;
    }
    return left == 0
        ? 0
        : 1 - SpecialFunctions.betaBelow(passed / (passed + left), counted() + 0.5, missing);
  }

  /** One line for each week: counted in it, and since the beginning. */
  public Table table() {
    int[] since = weekly.clone();
    Arrays.parallelPrefix(since, Integer::sum);
    return Table.create(
        goal.name(),
        IntColumn.create("week", IntStream.range(0, weekly.length)),
        IntColumn.create("counted", weekly),
        IntColumn.create("since the beginning", since),
        DoubleColumn.create(
            "share of the goal",
            Arrays.stream(since).mapToDouble(s -> (double) s / goal.target())));
  }

  /** What was counted, where it goes at this pace, and the goal. */
  public Figure figure() {
    double[] week = IntStream.rangeClosed(0, weekly.length).mapToDouble(w -> w).toArray();
    double[] since = new double[week.length];
    for (int w = 0; w < weekly.length; w++) {
      since[w + 1] = since[w] + weekly[w];
    }
    week[weekly.length] = passed;
    return Figure.of("On the way to " + goal.target() + " " + goal.name())
        .markedLine("counted", week, since)
        .line(
            "at this pace",
            new double[] {passed, passed + left},
            new double[] {counted(), expected()})
        .dashed()
        .horizontalLine(goal.target(), "goal")
        .xTitle("weeks")
        .yTitle(goal.name())
        .yFromZero();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d after %.1f weeks, %.1f a week where %.1f are needed; met with chance %.3f",
        goal.name(),
        counted(),
        goal.target(),
        passed,
        pace(),
        paceNeeded(),
        chance());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
