package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;

/** Chooses the ticks of an axis by plotly.js's rules: at most about one in 80 (x) or 40 pixels. */
final class Ticks {
  private static final int MOST = 1000;

  private final Axis axis;
  private Step step;
  private double origin;

  private Ticks(Axis axis) {
    this.axis = axis;
  }

  /** The ticks inside the axis's range, with their texts. */
  static List<Axis.Tick> of(Axis axis) {
    return new Ticks(axis).all();
  }

  private List<Axis.Tick> all() {
    if (axis.spec.text("tickmode", "").equals("array")
        || (axis.spec.hasArray("tickvals") && !axis.spec.has("tickmode"))) {
      return named();
    }
    choose();
    TickText text = new TickText(axis, step);
    double[] range = axis.range;
    boolean back = range[1] < range[0];
    double slack = (range[1] - range[0]) * 0.0001;
    double end = range[1] + slack;
    double x = step.first(range, origin);
    if (axis.isCategory()) {
      x = Math.max(0, Math.min(axis.categories.size() - 1, x));
      end = back ? Math.max(-0.5, end) : Math.min(axis.categories.size() - 0.5, end);
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    if ((x < range[0] - slack) != back) {
      return ticks;
    }
    double before = Double.NaN;
    while ((back ? x >= end : x <= end) && x != before && ticks.size() <= MOST) {
      ticks.add(text.tick(x));
      before = x;
      x = step.next(x, back);
    }
    return ticks;
  }

  private List<Axis.Tick> named() {
    List<Axis.Tick> ticks = new ArrayList<>();
    JsonArray places = axis.spec.array("tickvals");
    JsonArray words = axis.spec.array("ticktext");
    choose();
    TickText text = new TickText(axis, step);
    double slack = Math.abs(axis.range[1] - axis.range[0]) * 0.0001;
    double low = Math.min(axis.range[0], axis.range[1]) - slack;
    double high = Math.max(axis.range[0], axis.range[1]) + slack;
    for (int i = 0; i < places.size(); i++) {
      JsonElement place = places.get(i);
      double at = axis.linear(placed(place));
      if (at > low && at < high) {
        ticks.add(
            i < words.size() ? new Axis.Tick(at, words.get(i).getAsString(), 1) : text.tick(at));
      }
    }
    return ticks;
  }

  private double placed(JsonElement place) {
    if (axis.isCategory()) {
      int named = axis.categories.indexOf(place.getAsString());
      return named >= 0 ? named : Spec.numberOf(place);
    }
    return axis.value(place);
  }

  private void choose() {
    if (axis.spec.has("dtick") && !axis.spec.text("tickmode", "").equals("auto")) {
      step = Step.parse(axis.spec.text("dtick", "1"));
      JsonElement tick0 = axis.spec.find("tick0");
      origin = tick0 == null ? (axis.isDate() ? Dates.parse("2000-01-01") : 0) : axis.value(tick0);
      return;
    }
    double count = axis.spec.number("nticks", 0);
    if (count == 0) {
      count =
          axis.isCategory()
              ? axis.length / bigFont(axis.fontSize())
              : Math.max(4, Math.min(9, axis.length / (axis.horizontal ? 80 : 40))) + 1;
    }
    Auto auto = auto(axis.type, Math.abs(axis.range[1] - axis.range[0]) / count, axis.range);
    step = auto.step();
    origin = auto.origin();
    if (axis.minStep != null
        && axis.minStep > 0
        && step.plain()
        && step.size() < axis.minStep * 2) {
      step = Step.of(axis.minStep);
      origin = axis.minStepOrigin;
    }
  }

  static double bigFont(double size) {
    return Math.round(1.2 * size);
  }

  /** A pleasant step and a place that steps are counted from. */
  record Auto(Step step, double origin) {}

  /** The pleasant step at or above a rough one, for an axis of a type. */
  static Auto auto(String type, double rough, double[] range) {
    return switch (type) {
      case "date" -> date(rough);
      case "log" -> new Auto(log(rough, range), 0);
      case "category" -> new Auto(Step.of(Math.ceil(Math.max(rough, 1))), 0);
      default -> new Auto(Step.of(decimal(rough)), 0);
    };
  }

  private static double decimal(double rough) {
    double base = Rounding.powerOfTen(rough);
    double step = base * Rounding.up(rough / base, Rounding.DECIMAL, false);
    return step > 0 ? step : 1;
  }

  private static Step log(double rough, double[] range) {
    if (rough > 0.7) {
      return Step.of(Math.ceil(rough));
    }
    double span = Math.abs(range[1] - range[0]);
    if (span < 1) {
      double count = 1.5 * span / rough;
      double ends = StrictMath.pow(10, range[1]) - StrictMath.pow(10, range[0]);
      return new Step('L', decimal(Math.abs(ends) / count));
    }
    return new Step('D', rough > 0.3 ? 2 : 1);
  }

  private static Auto date(double rough) {
    double twice = 2 * rough;
    double start = Dates.parse("2000-01-01");
    if (twice > Dates.YEAR) {
      return new Auto(new Step('M', 12 * decimal(rough / Dates.YEAR)), start);
    }
    if (twice > Dates.MONTH) {
      return new Auto(
          new Step('M', Rounding.up(rough / Dates.MONTH, Rounding.OF_24, false)), start);
    }
    if (twice > Dates.DAY) {
      double days = Rounding.up(rough / Dates.DAY, Rounding.DAYS, false);
      return new Auto(Step.of(days * Dates.DAY), Dates.parse("2000-01-02"));
    }
    if (twice > Dates.HOUR) {
      return new Auto(
          Step.of(Rounding.up(rough / Dates.HOUR, Rounding.OF_24, false) * Dates.HOUR), start);
    }
    double unit = twice > Dates.MINUTE ? Dates.MINUTE : Dates.SECOND;
    if (twice > Dates.SECOND) {
      return new Auto(Step.of(Rounding.up(rough / unit, Rounding.OF_60, false) * unit), start);
    }
    return new Auto(Step.of(Math.max(0.1, decimal(rough))), start);
  }
}
