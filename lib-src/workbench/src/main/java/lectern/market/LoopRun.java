package lectern.market;

import java.util.List;
import java.util.function.ToDoubleFunction;
import lectern.display.UserError;
import lectern.simulate.Week;

/**
 * One policy on one platform, week by week.
 *
 * @param seed of the platform
 * @param weeks what happened
 * @param fields the mean number of different fields in a user's list each week; NaN without lists
 */
public record LoopRun(long seed, List<Week> weeks, List<Double> fields) {
  /** The measures that {@link #value} knows. */
  public static final List<String> MEASURES =
      List.of(
          "net revenue",
          "purchases",
          "came",
          "present",
          "left",
          "messages",
          "satisfaction",
          "boredom",
          "breadth",
          "fields in list");

  public LoopRun {
    weeks = List.copyOf(weeks);
    fields = List.copyOf(fields);
  }

  /**
   * A measure of one week. Net revenue is what was paid minus what was paid back; satisfaction,
   * boredom and breadth (the effective number of topics that users care about) are truths of the
   * simulation that no real platform sees.
   */
  public double value(String measure, int week) {
    Week it = weeks.get(week);
    ToDoubleFunction<Week> of =
        switch (measure) {
          case "net revenue" -> w -> w.revenue() - Math.abs(w.refunded());
          case "purchases" -> Week::purchases;
          case "came" -> Week::came;
          case "present" -> Week::present;
          case "left" -> Week::left;
          case "messages" -> Week::contacts;
          case "satisfaction" -> Week::satisfaction;
          case "boredom" -> Week::fatigue;
          case "breadth" -> Week::breadth;
          case "fields in list" -> w -> fields.get(week);
          default ->
              throw new UserError(
                  "There is no measure \"" + measure + "\"; there are: " + MEASURES + ".");
        };
    return of.applyAsDouble(it);
  }

  /**
   * A measure of the whole run from a week on: the sum of what is counted each week, the last value
   * of what is a state (present, satisfaction, boredom, breadth), the mean number of fields.
   */
  public double total(String measure, int from) {
    double sum = 0;
    double last = Double.NaN;
    int counted = 0;
    for (int week = from; week < weeks.size(); week++) {
      double value = value(measure, week);
      if (!Double.isNaN(value)) {
        sum += value;
        last = value;
        counted++;
      }
    }
    return switch (measure) {
      case "present", "satisfaction", "boredom", "breadth" -> last;
      case "fields in list" -> counted == 0 ? Double.NaN : sum / counted;
      default -> sum;
    };
  }
}
