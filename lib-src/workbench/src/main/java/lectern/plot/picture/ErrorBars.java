package lectern.plot.picture;

import com.google.gson.JsonArray;
import java.awt.Color;
import java.awt.geom.Line2D;

/** Whiskers around a value: {@code error_x} and {@code error_y}. */
record ErrorBars(Spec spec) {
  private double above(double value, int i) {
    return length(value, i, "array");
  }

  private double below(double value, int i) {
    boolean same = spec.flag("symmetric", !spec.hasArray("arrayminus"));
    return length(value, i, same ? "array" : "arrayminus");
  }

  private double length(double value, int i, String path) {
    JsonArray each = spec.array(path);
    double size =
        switch (spec.text("type", each.size() > 0 ? "data" : "percent")) {
          case "constant" -> spec.number("value", 10);
          case "percent" -> Math.abs(value) * spec.number("value", 10) / 100;
          case "sqrt" -> Math.sqrt(Math.abs(value));
          default -> i < each.size() ? Spec.numberOf(each.get(i)) : Double.NaN;
        };
    return Double.isNaN(size) ? 0 : size;
  }

  double low(double value, int i) {
    return value - below(value, i);
  }

  double high(double value, int i) {
    return value + above(value, i);
  }

  void paint(Ink ink, Axis x, Axis y, double vx, double vy, int i, boolean along, Color colour) {
    double value = along ? vx : vy;
    Axis axis = along ? x : y;
    double from = axis.pixel(low(value, i));
    double to = axis.pixel(high(value, i));
    double at = along ? y.pixel(vy) : x.pixel(vx);
    if (Double.isNaN(to + at)) {
      return;
    }
    from = Double.isNaN(from) ? axis.pixelOfLinear(axis.range[0]) : from;
    double width = spec.number("thickness", 2);
    double cap = spec.number("width", 4);
    line(ink, along, from, at, to, at, colour, width);
    line(ink, along, from, at - cap, from, at + cap, colour, width);
    line(ink, along, to, at - cap, to, at + cap, colour, width);
  }

  private static void line(
      Ink ink,
      boolean along,
      double v0,
      double p0,
      double v1,
      double p1,
      Color colour,
      double width) {
    Line2D line = along ? new Line2D.Double(v0, p0, v1, p1) : new Line2D.Double(p0, v0, p1, v1);
    ink.stroke(line, colour, width, "solid");
  }
}
