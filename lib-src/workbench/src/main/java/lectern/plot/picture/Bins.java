package lectern.plot.picture;

import java.util.ArrayList;
import java.util.List;

/** The bins of a histogram: edges that plotly.js would choose, from the spread of the values. */
final class Bins {
  private static final int MOST = 1_000_000;

  private final Axis axis;
  private final double[] values;
  private Step step;
  private double origin;
  private double start;
  private double end;

  private Bins(Axis axis, double[] values) {
    this.axis = axis;
    this.values = values;
  }

  /**
   * The edges, rising.
   *
   * @param all the values of every series that shares the bins, without NaN, at least one
   * @param own start, end and size, where the figure names them
   * @param most the number of bins that the figure asks for at most, or 0
   * @param flat true for bins in two dimensions, which are wider
   */
  static double[] edges(Axis axis, double[] all, Spec own, double most, boolean flat) {
    Bins bins = new Bins(axis, all);
    if (own.has("size")) {
      bins.step = Step.parse(own.text("size", "1"));
      bins.origin = axis.isDate() ? Dates.parse("2000-01-01") : 0;
    } else {
      bins.chooseStep(most, flat);
    }
    bins.chooseEnds();
    bins.start = own.has("start") ? axis.value(own.find("start")) : bins.start;
    bins.end = own.has("end") ? axis.value(own.find("end")) : bins.end;
    return bins.walk();
  }

  private double[] walk() {
    List<Double> edges = new ArrayList<>();
    double at = start;
    double stop = end + (start - step.next(start, false)) / 1e6;
    while (at < stop && edges.size() < MOST) {
      edges.add(at);
      double next = step.next(at, false);
      if (next <= at) {
        break;
      }
      at = next;
    }
    edges.add(at);
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double low() {
    double low = Double.POSITIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
    }
    return low;
  }

  private double high() {
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      high = Math.max(high, value);
    }
    return high;
  }

  private void chooseStep(double most, boolean flat) {
    if (axis.isCategory()) {
      step = Step.of(1);
      return;
    }
    double rough;
    if (most > 0) {
      rough = (high() - low()) / most;
    } else {
      double gap = Distinct.of(values).smallestGap();
      double base = Rounding.powerOfTen(gap);
      double least = base * Rounding.up(gap / base, new double[] {0.9, 1.9, 4.9, 9.9}, true);
      rough = Math.max(least, 2 * deviation() / StrictMath.pow(values.length, flat ? 0.25 : 0.4));
    }
    Ticks.Auto auto =
        Ticks.auto(axis.isLog() ? "linear" : axis.type, rough, new double[] {low(), high()});
    step = auto.step();
    origin = auto.origin();
  }

  private double deviation() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private void chooseEnds() {
    double low = low();
    double high = high();
    if (axis.isCategory()) {
      start = low - 0.5;
      end = high + 0.5;
      return;
    }
    double first = step.next(step.first(new double[] {low, high}, origin), true);
    if (step.plain()) {
      start = shift(first, low, high);
      end = start + (1 + Math.floor((high - start) / step.size())) * step.size();
    } else {
      start = shiftMonths(first, low);
      end = start;
      while (end <= high) {
        end = step.next(end, false);
      }
    }
  }

  /** Moves the edges away from where many values lie. */
  private double shift(double first, double low, double high) {
    double size = step.size();
    int edges = 0;
    int middles = 0;
    int whole = 0;
    for (double value : values) {
      whole += value % 1 == 0 ? 1 : 0;
      edges += near(value, first, size) ? 1 : 0;
      middles += near(value + size / 2, first, size) ? 1 : 0;
    }
    if (whole == values.length && !axis.isDate()) {
      if (size < 1) {
        return low - 0.5 * size;
      }
      return first - 0.5 + size < low ? first - 0.5 + size : first - 0.5;
    }
    boolean few = middles < values.length * 0.1;
    if (few && (edges > values.length * 0.3 || near(low, first, size) || near(high, first, size))) {
      return first + size / 2 < low ? first + size / 2 : first - size / 2;
    }
    return first;
  }

  private static boolean near(double value, double first, double size) {
    return (1 + (value - first) * 100 / size) % 100 < 2;
  }

  private double shiftMonths(double first, double low) {
    int days = 0;
    int months = 0;
    int years = 0;
    for (double value : values) {
      boolean day = value % Dates.DAY == 0;
      var date = Dates.at(value);
      boolean month = day && date.getDayOfMonth() == 1;
      days += day ? 1 : 0;
      months += month ? 1 : 0;
      years += month && date.getMonthValue() == 1 ? 1 : 0;
    }
    double enough = 0.8 * values.length;
    if (days <= enough) {
      return first;
    }
    double moved = first;
    if (years > enough && step.size() % 12 == 0) {
      moved = Dates.plusMonths(first, -6) + 1.5 * Dates.DAY;
    } else if (months > enough) {
      moved = Dates.plusMonths(first, -1) + 15.5 * Dates.DAY;
    } else {
      moved -= Dates.DAY / 2;
    }
    double next = step.next(moved, false);
    return next <= low ? next : moved;
  }

  /** The bin that a value falls into: the last one whose left edge is at or below it; or -1. */
  static int find(double[] edges, double value) {
    double size = (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
    double moved = value + size * 1e-9;
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges[middle] <= moved) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1 < edges.length - 1 ? low - 1 : -1;
  }
}
