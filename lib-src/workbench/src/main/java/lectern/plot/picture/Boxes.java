package lectern.plot.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Box plots, with quartiles, whiskers and far points as plotly.js draws them. */
final class Boxes extends Trace {
  /** One box: its place, five numbers, mean, and the points beyond the whiskers. */
  record Box(
      double at,
      double low,
      double first,
      double median,
      double third,
      double high,
      double mean,
      double[] far) {}

  final List<Box> boxes = new ArrayList<>();
  final int number;
  double halfWidth;
  double shift;

  /**
   * @param number how many box series stand before this one
   */
  Boxes(Spec spec, int index, int number, Axis x, Axis y) {
    super(spec, index, x, y);
    this.number = number;
  }

  boolean upright() {
    return !spec.text("orientation", spec.hasArray("y") ? "v" : "h").equals("h");
  }

  Axis place() {
    return upright() ? x : y;
  }

  Axis length() {
    return upright() ? y : x;
  }

  @Override
  void measure() {
    String at = upright() ? "x" : "y";
    double[] xs = upright() ? places(at) : length().values(spec.array("x"));
    double[] ys = upright() ? length().values(spec.array("y")) : places(at);
    double[] places = upright() ? xs : ys;
    double[] values = upright() ? ys : xs;
    Distinct distinct = Distinct.of(places);
    for (double place : distinct.values()) {
      double[] own = new double[values.length];
      int count = 0;
      for (int i = 0; i < values.length; i++) {
        double here = places.length == 1 ? places[0] : i < places.length ? places[i] : Double.NaN;
        if (here == place && !Double.isNaN(values[i])) {
          own[count++] = values[i];
        }
      }
      if (count > 0) {
        boxes.add(box(place, Arrays.copyOf(own, count)));
      }
    }
    length().add(values, Extremes.Room.PADDED);
  }

  /** A place for each value, or a single one for all. */
  private double[] places(String letter) {
    if (spec.hasArray(letter)) {
      return place().values(spec.array(letter));
    }
    if (spec.has(letter + "0")) {
      return new double[] {place().value(spec.find(letter + "0"))};
    }
    if (spec.has("name") && place().isCategory()) {
      return new double[] {place().value(spec.find("name"))};
    }
    return new double[] {number};
  }

  static Box box(double place, double[] values) {
    Arrays.sort(values);
    int n = values.length;
    double first = quantile(values, 0.25);
    double third = quantile(values, 0.75);
    double lowFence = 2.5 * first - 1.5 * third;
    double highFence = 2.5 * third - 1.5 * first;
    double slack = (values[n - 1] - values[0]) / Math.max(1, n - 1) * 1e-9;
    int below = 0;
    int upTo = 0;
    double sum = 0;
    for (double value : values) {
      below += value < lowFence - slack ? 1 : 0;
      upTo += value <= highFence + slack ? 1 : 0;
      sum += value;
    }
    double low = Math.min(first, values[Math.min(below, n - 1)]);
    double high = Math.max(third, values[Math.max(upTo - 1, 0)]);
    double[] far = Arrays.stream(values).filter(v -> v < low || v > high).toArray();
    return new Box(place, low, first, quantile(values, 0.5), third, high, sum / n, far);
  }

  /** Between the two nearest of n rising values, counted so that 0.5 is the median. */
  static double quantile(double[] rising, double share) {
    double at = share * rising.length - 0.5;
    if (at < 0) {
      return rising[0];
    }
    if (at > rising.length - 1) {
      return rising[rising.length - 1];
    }
    double part = at % 1;
    return part * rising[(int) Math.ceil(at)] + (1 - part) * rising[(int) Math.floor(at)];
  }

  /** Sets all box series of one direction side by side and tells the axis their room. */
  static void arrange(Spec layout, List<Boxes> all) {
    double[] places = all.stream().flatMap(b -> b.boxes.stream()).mapToDouble(Box::at).toArray();
    if (places.length == 0) {
      return;
    }
    Axis axis = all.get(0).place();
    Distinct distinct = Distinct.of(places);
    double gap = axis.isCategory() ? 1 : distinct.smallestGap();
    axis.wantStep(gap, distinct.values()[0], true);
    boolean group = layout.text("boxmode", "overlay").equals("group") && all.size() > 1;
    double share = 1 - layout.number("boxgap", 0.3);
    double between = 1 - layout.number("boxgroupgap", 0.3);
    for (int i = 0; i < all.size(); i++) {
      Boxes one = all.get(i);
      int count = group ? all.size() : 1;
      one.halfWidth = gap / 2 * share * between / count;
      one.shift = group ? gap * (-0.5 + (i + 0.5) / count) * share : 0;
      Extremes.Room room = new Extremes.Room(false, false, 0, 0, gap / 2, gap / 2);
      for (Box box : one.boxes) {
        axis.extremes.add(axis.linear(box.at()), 0, 0, room, axis.zeroCounts());
      }
    }
  }

  private Color line() {
    return colour("line.color", colour("marker.color", Colours.ofTrace(index)));
  }

  @Override
  List<String> colours() {
    return List.of(Colours.hex(line()));
  }

  @Override
  void paint(Ink ink) {
    Color line = line();
    Color fill = colour("fillcolor", Colours.fade(line, 0.5));
    double width = spec.number("line.width", 2);
    boolean points = !spec.text("boxpoints", "outliers").equals("false");
    for (Box box : boxes) {
      double a = place().pixel(box.at() + shift - halfWidth);
      double b = place().pixel(box.at() + shift + halfWidth);
      double middle = (a + b) / 2;
      double quarter = Math.abs(b - a) * spec.number("whiskerwidth", 0.5) / 2;
      double q1 = length().pixel(box.first());
      double q3 = length().pixel(box.third());
      double left = Math.min(a, b);
      double top = Math.min(q1, q3);
      double across = Math.abs(b - a);
      double along = Math.abs(q3 - q1);
      ink.rectangle(
          upright() ? left : top,
          upright() ? top : left,
          upright() ? across : along,
          upright() ? along : across,
          fill,
          line,
          width);
      double median = length().pixel(box.median());
      line(ink, a, median, b, median, line, width, "solid");
      whisker(ink, middle, quarter, q1, length().pixel(box.low()), line, width);
      whisker(ink, middle, quarter, q3, length().pixel(box.high()), line, width);
      if (spec.has("boxmean") && !spec.text("boxmean", "false").equals("false")) {
        double mean = length().pixel(box.mean());
        line(ink, a, mean, b, mean, line, width, "dash");
      }
      if (points) {
        for (double value : box.far()) {
          double at = length().pixel(value);
          double size = spec.number("marker.size", 6);
          ink.fill(
              Symbols.shape("circle", upright() ? middle : at, upright() ? at : middle, size),
              colour("marker.color", line));
        }
      }
    }
  }

  private void whisker(
      Ink ink, double middle, double half, double from, double to, Color line, double width) {
    line(ink, middle, from, middle, to, line, width, "solid");
    line(ink, middle - half, to, middle + half, to, line, width, "solid");
  }

  private void line(
      Ink ink,
      double p0,
      double v0,
      double p1,
      double v1,
      Color colour,
      double width,
      String dash) {
    Line2D line = upright() ? new Line2D.Double(p0, v0, p1, v1) : new Line2D.Double(v0, p0, v1, p1);
    ink.stroke(line, colour, width, dash);
  }

  @Override
  void paintKey(Ink ink) {
    ink.rectangle(-6, -6, 12, 12, colour("fillcolor", Colours.fade(line(), 0.5)), line(), 1.5);
  }
}
