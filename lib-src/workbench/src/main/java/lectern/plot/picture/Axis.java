package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One axis: what its values mean, its range and where it lies in the picture.
 *
 * <p>Values come in three forms: as written in the JSON; as numbers (milliseconds for dates, the
 * place in the list for categories); and linear (the logarithm of the number on a logarithmic axis,
 * else the number itself). Ranges are linear.
 */
final class Axis {
  final String id;
  final boolean horizontal;
  final Spec spec;
  final List<String> categories = new ArrayList<>();
  final Extremes extremes = new Extremes();

  String type;
  double[] range;
  double length;
  double start;
  Double minStep;
  double minStepOrigin;
  List<Tick> ticks = List.of();

  private final Map<String, Integer> places = new HashMap<>();

  /** A labelled place; a text of "" is a mark without words. */
  record Tick(double at, String text, double scale) {}

  Axis(String id, Spec spec) {
    this.id = id;
    this.horizontal = id.startsWith("x");
    this.spec = spec;
    this.type = spec.text("type", "-");
  }

  boolean isLog() {
    return type.equals("log");
  }

  boolean isDate() {
    return type.equals("date");
  }

  boolean isCategory() {
    return type.equals("category");
  }

  boolean zeroCounts() {
    return type.equals("linear") || type.equals("-");
  }

  double fontSize() {
    return spec.number("tickfont.size", 12);
  }

  /** Categories that come first, in their order, whatever the traces say. */
  void nameCategories(JsonArray names) {
    names.forEach(name -> place(name.getAsString()));
  }

  private int place(String name) {
    return places.computeIfAbsent(
        name,
        n -> {
          categories.add(n);
          return categories.size() - 1;
        });
  }

  /** The numbers of an array; NaN where a value is missing or is none of this axis. */
  double[] values(JsonArray array) {
    double[] all = new double[array.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = value(array.get(i));
    }
    return all;
  }

  double value(JsonElement element) {
    if (!(element instanceof JsonPrimitive primitive)) {
      return Double.NaN;
    }
    if (isCategory()) {
      return place(primitive.getAsString());
    }
    if (isDate()) {
      return primitive.isNumber() ? primitive.getAsDouble() : Dates.parse(primitive.getAsString());
    }
    return Spec.numberOf(primitive);
  }

  double linear(double value) {
    return !isLog() ? value : value > 0 ? Step.log10(value) : Double.NaN;
  }

  double[] linear(double[] values) {
    if (!isLog()) {
      return values;
    }
    double[] all = new double[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = linear(values[i]);
    }
    return all;
  }

  /** Where a number lies in the picture, in pixels from its left or top edge. */
  double pixel(double value) {
    return pixelOfLinear(linear(value));
  }

  double pixelOfLinear(double linear) {
    double share = (linear - range[0]) / (range[1] - range[0]);
    return horizontal ? start + share * length : start + (1 - share) * length;
  }

  void add(double[] values, Extremes.Room room) {
    extremes.add(linear(values), room, zeroCounts());
  }

  /** Sets the range: the one that the figure names, else one that all the traces fit in. */
  void findRange() {
    String auto = spec.text("autorange", "");
    boolean reversed = auto.equals("reversed");
    JsonArray named = spec.array("range");
    if (named.size() == 2 && !auto.equals("true") && !reversed) {
      double from = rangeEnd(named.get(0));
      double to = rangeEnd(named.get(1));
      if (from != to && !Double.isNaN(from + to)) {
        range = new double[] {from, to};
        return;
      }
    }
    range =
        extremes.isEmpty()
            ? emptyRange()
            : extremes.range(length, isLog() ? "normal" : spec.text("rangemode", "normal"));
    if (reversed) {
      range = new double[] {range[1], range[0]};
    }
  }

  private double rangeEnd(JsonElement end) {
    return isCategory() || isLog() ? Spec.numberOf(end) : value(end);
  }

  private double[] emptyRange() {
    if (isDate()) {
      return new double[] {Dates.parse("2000-01-01"), Dates.parse("2001-01-01")};
    }
    return new double[] {-1, horizontal ? 6 : 4};
  }

  /** Bars and boxes that stand closer than ticks would want a tick each. */
  void wantStep(double step, double origin, boolean allowed) {
    if (!allowed || isLog() || isCategory()) {
      minStep = 0.0;
    } else if (minStep == null) {
      minStep = step;
      minStepOrigin = origin;
    } else if (minStep != 0) {
      double off = origin - minStepOrigin;
      if ((minStep / step + 1e-6) % 1 < 2e-6 && (off / step % 1 + 1.000001) % 1 < 2e-6) {
        minStep = step;
        minStepOrigin = origin;
      } else if ((step / minStep + 1e-6) % 1 > 2e-6 || (off / minStep % 1 + 1.000001) % 1 > 2e-6) {
        minStep = 0.0;
      }
    }
  }
}
