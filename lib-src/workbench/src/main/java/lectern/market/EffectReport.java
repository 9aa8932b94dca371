package lectern.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Holm;
import lectern.evaluate.Ratio;
import lectern.evaluate.UnpairedComparison;
import lectern.evaluate.UserValues;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a campaign did, by the four measures that the article names, treated users beside control:
 *
 * <ul>
 *   <li>participation: the share of users with an event in the window;
 *   <li>retention: of those, the share with an event in the window after it, as long as the first;
 *   <li>click rate: clicks / visits in the window, over all users together, a visit being a day on
 *       which a user did anything; a log that knows what was shown names that event instead, and
 *       the rate is a share of it;
 *   <li>sales: purchases minus refunds a user, in money.
 * </ul>
 *
 * <p>Intervals by drawing the users of each group again, p-values with Holm's correction for the
 * four. They speak of cause only when a fair draw decided who is treated. Retention compares only
 * those who came: a campaign that brings lukewarm users lowers it, which is no harm done.
 *
 * <p>Article: community 9.3, crossplatform 3.3 step 4, omnichannel 3.2 step 4.
 */
public final class EffectReport implements Displayable {
  /** The four measures, in the order of the lines. */
  public static final List<String> MEASURES =
      List.of("participation", "retention", "click rate", "sales");

  /**
   * What counts as a click.
   *
   * @param clicked the event that is counted; click if unsaid
   * @param outOf the event that it is out of, such as an impression; "" for visits, if unsaid
   * @param bootstrap how intervals are drawn; 1,000 draws, 95 % if unsaid
   */
  public record Options(String clicked, String outOf, Bootstrap bootstrap) {
    public Options() {
      this(Events.CLICK, "", new Bootstrap());
    }
  }

  private final List<UnpairedComparison> comparisons;
  private final double level;

  private EffectReport(List<UnpairedComparison> comparisons, double level) {
    this.comparisons = comparisons;
    this.level = level;
  }

  /**
   * Compares two groups of users over a window of time.
   *
   * @param treated ids of the treated users; users without events count too
   * @param control ids of the others
   * @param from seconds since 1970, included
   * @param to seconds since 1970, excluded; the log should reach to − from beyond it
   * @throws UserError if a group is empty or somebody is in both
   */
  public static EffectReport of(
      EventLog log,
      Collection<String> treated,
      Collection<String> control,
      long from,
      long to,
      Options options,
      long seed) {
    IdIndex with = IdIndex.of(treated);
    IdIndex without = IdIndex.of(control);
    if (with.size() == 0 || without.size() == 0) {
      throw new UserError(
          "Both groups need users: " + with.size() + " treated, " + without.size() + " control.");
    }
    for (String id : with.ids()) {
      if (without.number(id) >= 0) {
        throw new UserError("User \"" + id + "\" is in both groups.");
      }
    }
    List<UserValues> a = measures(log, with, from, to, options);
    List<UserValues> b = measures(log, without, from, to, options);
    List<UnpairedComparison> out = new ArrayList<>();
    for (int m = 0; m < MEASURES.size(); m++) {
      out.add(
          UnpairedComparison.of(
              "treated", a.get(m), "control", b.get(m), options.bootstrap(), seed));
    }
    return new EffectReport(List.copyOf(out), options.bootstrap().level());
  }

  private static List<UserValues> measures(
      EventLog log, IdIndex users, long from, long to, Options options) {
    double[] came = Outcomes.did(log, users, from, to);
    double[] later = Outcomes.did(log, users, to, to + (to - from));
    double[] clicks = Outcomes.count(log, users, from, to, options.clicked());
    double[] outOf =
        options.outOf().isEmpty()
            ? Outcomes.activeDays(log, users, from, to)
            : Outcomes.count(log, users, from, to, options.outOf());
    double[] sales = Outcomes.value(log, users, from, to, Events.PURCHASE);
    double[] refunds = Outcomes.value(log, users, from, to, Events.REFUND);
    int[] shown = new int[outOf.length];
    for (int u = 0; u < came.length; u++) {
      later[u] = came[u] > 0 ? later[u] : Double.NaN;
      shown[u] = (int) outOf[u];
      sales[u] -= Math.abs(refunds[u]);
    }
    return List.of(
        UserValues.of(came),
        UserValues.of(later),
        Ratio.of("click rate", clicks, shown),
        UserValues.of(sales));
  }

  /** The comparison of one of {@link #MEASURES}. */
  public UnpairedComparison of(String measure) {
    int at = MEASURES.indexOf(measure);
    if (at < 0) {
      throw new UserError("There is no measure \"" + measure + "\"; there are: " + MEASURES + ".");
    }
    return comparisons.get(at);
  }

  /** The p-values with Holm's correction. */
  public double[] adjustedP() {
    return Holm.adjust(comparisons.stream().mapToDouble(UnpairedComparison::p).toArray());
  }

  /** One line for each measure. */
  public Table table() {
    double[] adjusted = adjustedP();
    StringColumn verdict = StringColumn.create("verdict");
    for (int m = 0; m < adjusted.length; m++) {
      boolean told = adjusted[m] <= 1 - level;
      verdict.append(
          !told ? "not told apart" : comparisons.get(m).difference() > 0 ? "higher" : "lower");
    }
    return Table.create(
        "effects",
        StringColumn.create("measure", MEASURES),
        numbers("control", c -> c.values().get(1)),
        numbers("control low", c -> c.intervals().get(1).low()),
        numbers("control high", c -> c.intervals().get(1).high()),
        numbers("treated", c -> c.values().get(0)),
        numbers("treated low", c -> c.intervals().get(0).low()),
        numbers("treated high", c -> c.intervals().get(0).high()),
        numbers("difference", UnpairedComparison::difference),
        numbers("low", c -> c.interval().low()),
        numbers("high", c -> c.interval().high()),
        DoubleColumn.create("p (Holm)", adjusted),
        verdict);
  }

  private DoubleColumn numbers(
      String name, java.util.function.ToDoubleFunction<UnpairedComparison> of) {
    return DoubleColumn.create(name, comparisons.stream().mapToDouble(of));
  }

  /** How much higher each measure is with the treated, as a share of the control's value. */
  public Figure figure() {
    double[] change = new double[MEASURES.size()];
    double[] half = new double[MEASURES.size()];
    for (int m = 0; m < change.length; m++) {
      UnpairedComparison one = comparisons.get(m);
      double base = Math.abs(one.values().get(1));
      change[m] = base > 0 ? one.difference() / base : Double.NaN;
      half[m] = base > 0 ? (one.interval().high() - one.interval().low()) / 2 / base : Double.NaN;
    }
    return Figure.of("Effect of the campaign")
        .bars("treated − control", MEASURES, change)
        .errors(half)
        .horizontalLine(0, "")
        .yTitle("change relative to control");
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("Treated − control:");
    for (int m = 0; m < comparisons.size(); m++) {
      out.append(
          String.format(
              Locale.ROOT,
              "%s %s %+.4f (%s)",
              m == 0 ? "" : ";",
              MEASURES.get(m),
              comparisons.get(m).difference(),
              comparisons.get(m).interval()));
    }
    return out.toString();
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
