package lectern.simulate;

import java.util.List;
import java.util.Locale;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What happened in one week, and how people are after it.
 *
 * @param number from 0
 * @param events the week's events, by time, with all users and courses known
 * @param came how many users came
 * @param present how many users had joined and not left at the week's end
 * @param left how many left for good in this week
 * @param purchases how many courses were bought
 * @param revenue what was paid
 * @param refunded what was paid back
 * @param contacts how many messages were sent
 * @param satisfaction mean satisfaction of those present, 0 to 1 (truth)
 * @param fatigue mean boredom of those present, 0 to 1 (truth)
 * @param breadth mean effective number of topics that those present care about, exp(−Σ p ln p)
 *     (truth)
 */
public record Week(
    int number,
    EventLog events,
    int came,
    int present,
    int left,
    int purchases,
    double revenue,
    double refunded,
    int contacts,
    double satisfaction,
    double fatigue,
    double breadth)
    implements Displayable {

  static Week of(
      World world,
      int number,
      EventList events,
      boolean[] came,
      PersonState[] states,
      int contacts) {
    int[] counts = new int[4];
    double[] sums = new double[5];
    for (int row = 0; row < events.size; row++) {
      if (events.event[row] == EventList.PURCHASE) {
        counts[0]++;
        sums[0] += events.value[row];
      } else if (events.event[row] == EventList.REFUND) {
        sums[1] += events.value[row];
      }
    }
    for (int u = 0; u < states.length; u++) {
      PersonState state = states[u];
      counts[1] += came[u] ? 1 : 0;
      counts[2] += state.leftWeek == number ? 1 : 0;
      if (world.joined(u, number) && !state.gone) {
        counts[3]++;
        sums[2] += state.satisfaction;
        sums[3] += state.fatigue;
        sums[4] += breadth(state.interests);
      }
    }
    return new Week(
        number,
        Logs.of(world, events),
        counts[1],
        counts[3],
        counts[2],
        counts[0],
        sums[0],
        sums[1],
        contacts,
        sums[2] / counts[3],
        sums[3] / counts[3],
        sums[4] / counts[3]);
  }

  /** The effective number of topics: exp(−Σ p ln p). */
  static double breadth(double[] shares) {
    double sum = 0;
    for (double p : shares) {
      sum -= p > 0 ? p * StrictMath.log(p) : 0;
    }
    return StrictMath.exp(sum);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "week %d: %,d users came, %,d purchases for %,.2f, %,d left",
        number,
        came,
        purchases,
        revenue,
        left);
  }

  @Override
  public MimeBundle bundle() {
    return bundle(toString(), List.of(this));
  }

  /** One row for each week. */
  public static Table table(List<Week> weeks) {
    return Table.create(
        "weeks",
        ints("week", weeks, Week::number),
        ints("came", weeks, Week::came),
        ints("present", weeks, Week::present),
        ints("left", weeks, Week::left),
        ints("purchases", weeks, Week::purchases),
        doubles("revenue", weeks, Week::revenue),
        doubles("refunded", weeks, Week::refunded),
        ints("contacts", weeks, Week::contacts),
        doubles("satisfaction", weeks, Week::satisfaction),
        doubles("fatigue", weeks, Week::fatigue),
        doubles("breadth", weeks, Week::breadth));
  }

  static MimeBundle bundle(String sentence, List<Week> weeks) {
    return Titled.bundle(sentence, table(weeks));
  }

  private static IntColumn ints(
      String name, List<Week> weeks, java.util.function.ToIntFunction<Week> of) {
    return IntColumn.create(name, weeks.stream().mapToInt(of).toArray());
  }

  private static DoubleColumn doubles(
      String name, List<Week> weeks, java.util.function.ToDoubleFunction<Week> of) {
    return DoubleColumn.create(name, weeks.stream().mapToDouble(of).toArray());
  }
}
