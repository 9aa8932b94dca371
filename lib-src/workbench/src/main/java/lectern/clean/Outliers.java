package lectern.clean;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * Drops, caps or flags values far from the others of the same event, by a measure that a few far
 * values cannot move.
 *
 * <ul>
 *   <li>{@link #mad}: farther than {@code limit · MAD / 0.6745} from the median, MAD being the
 *       median distance to it; 3.5 if unsaid (Iglewicz and Hoaglin, 1993). Where more than half are
 *       equal, MAD is 0 and {@code 1.2533 ·} the mean distance stands for {@code MAD / 0.6745}, as
 *       they propose.
 *   <li>{@link #iqr}: below {@code Q1 − limit · (Q3 − Q1)} or above {@code Q3 + limit · (Q3 − Q1)};
 *       1.5 if unsaid (Tukey, 1977). Where more than half are equal this width is 0 and every other
 *       value lies outside: prefer the first.
 * </ul>
 *
 * <p>Example: 10, 11, 12, 13, 14 and 100 have the median 12.5 and MAD 1.5; all above 12.5 + 3.5 ·
 * 1.5 / 0.6745 = 20.28 are far. Minutes and prices have a long tail to the right: {@link
 * #onLogScale} measures their logarithms, and leaves values of 0 and below alone. Events with fewer
 * than {@code fewest} values are left alone.
 *
 * <p>A far value may be true, and the best customer: look at the report before you drop.
 *
 * @param limit above 0
 * @param events which events to look at; all where empty
 * @param fewest so many values an event must have, at least 3; 8 if unsaid
 * @param logScale whether distances are measured between logarithms
 */
public record Outliers(
    Method method, double limit, Action action, List<String> events, int fewest, boolean logScale)
    implements CleaningStep {
  /** How far is too far. */
  public enum Method {
    MAD,
    IQR
  }

  /** What becomes of a far value. */
  public enum Action {
    DROP,
    /** It becomes the nearest value that is not too far. */
    CAP,
    FLAG
  }

  public Outliers {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new UserError("limit must be above 0, not " + limit + ".");
    }
    if (fewest < 3) {
      throw new UserError("fewest must be at least 3, not " + fewest + ".");
    }
    events = List.copyOf(events);
  }

  public static Outliers mad(Action action) {
    return new Outliers(Method.MAD, 3.5, action, List.of(), 8, false);
  }

  public static Outliers iqr(Action action) {
    return new Outliers(Method.IQR, 1.5, action, List.of(), 8, false);
  }

  public Outliers limit(double newLimit) {
    return new Outliers(method, newLimit, action, events, fewest, logScale);
  }

  /** Only these events. */
  public Outliers of(String... names) {
    return new Outliers(method, limit, action, List.of(names), fewest, logScale);
  }

  public Outliers fewest(int values) {
    return new Outliers(method, limit, action, events, values, logScale);
  }

  public Outliers onLogScale() {
    return new Outliers(method, limit, action, events, fewest, true);
  }

  @Override
  public String label() {
    return String.format(
        Locale.ROOT, "outliers (%s %s%s)", method, limit, logScale ? ", log scale" : "");
  }

  @Override
  public void look(CleaningRows rows) {
    EventLog log = rows.log();
    for (int event = 0; event < log.events().size(); event++) {
      int wanted = event;
      int[] these =
          IntStream.range(0, log.size())
              .filter(row -> log.event(row) == wanted && measured(log.value(row)))
              .toArray();
      String name = log.events().id(event);
      if (these.length >= fewest && (events.isEmpty() || events.contains(name))) {
        look(rows, name, these);
      }
    }
  }

  private boolean measured(double value) {
    return logScale ? value > 0 : !Double.isNaN(value);
  }

  private void look(CleaningRows rows, String event, int[] these) {
    Spread spread =
        new Spread(IntStream.of(these).mapToDouble(r -> scaled(rows.log().value(r))).toArray());
    double[] fences = method == Method.MAD ? byMad(spread) : byQuartiles(spread);
    for (int row : these) {
      double value = scaled(rows.log().value(row));
      if (value < fences[0]) {
        act(rows, row, unscaled(fences[0]), event + " below ");
      } else if (value > fences[1]) {
        act(rows, row, unscaled(fences[1]), event + " above ");
      }
    }
  }

  private double[] byMad(Spread spread) {
    double mad = spread.medianDistance();
    double unit = mad > 0 ? mad / 0.6745 : 1.253314 * spread.meanDistance();
    return new double[] {spread.median() - limit * unit, spread.median() + limit * unit};
  }

  private double[] byQuartiles(Spread spread) {
    double low = spread.quantile(0.25);
    double high = spread.quantile(0.75);
    return new double[] {low - limit * (high - low), high + limit * (high - low)};
  }

  private double scaled(double value) {
    return logScale ? StrictMath.log(value) : value;
  }

  private double unscaled(double value) {
    return logScale ? StrictMath.exp(value) : value;
  }

  private void act(CleaningRows rows, int row, double fence, String side) {
    String reason = side + String.format(Locale.ROOT, "%.4g", fence);
    switch (action) {
      case DROP -> rows.drop(row, reason);
      case CAP -> rows.mend(row, fence, reason);
      case FLAG -> rows.flag(row, reason);
    }
  }
}
