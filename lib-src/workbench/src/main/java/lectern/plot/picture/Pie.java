package lectern.plot.picture;

import com.google.gson.JsonArray;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.display.Decimal;

/** Shares of a whole: plotly's {@code pie}, the largest share first, clockwise from the top. */
final class Pie extends Trace {
  private record Slice(String label, double value, Color colour, int place) {}

  private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_UP);

  private final Spec layout;
  private final double[] area;
  private List<Slice> slices = List.of();
  private double total;

  /**
   * @param area left, top, width and height of the plot
   */
  Pie(Spec spec, int index, Spec layout, double[] area) {
    super(spec, index, null, null);
    this.layout = layout;
    this.area = area;
  }

  @Override
  void measure() {
    JsonArray labels = spec.array("labels");
    JsonArray values = spec.array("values");
    Map<String, Double> sums = new LinkedHashMap<>();
    int count = labels.size() > 0 ? labels.size() : values.size();
    for (int i = 0; i < count; i++) {
      String label = i < labels.size() ? labels.get(i).getAsString() : String.valueOf(i);
      double value = values.size() == 0 ? 1 : i < values.size() ? Spec.numberOf(values.get(i)) : 0;
      if (value >= 0) {
        sums.merge(label, value, Double::sum);
      }
    }
    JsonArray colours = spec.array("marker.colors");
    JsonArray way = layout.array("piecolorway");
    List<Slice> all = new ArrayList<>();
    sums.forEach((label, value) -> all.add(new Slice(label, value, null, all.size())));
    total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    if (spec.flag("sort", true)) {
      all.sort(Comparator.comparingDouble(Slice::value).reversed());
    }
    // Colours that the figure names belong to labels; the others go by size.
    for (int i = 0; i < all.size(); i++) {
      Slice slice = all.get(i);
      boolean own = slice.place < colours.size() && !colours.get(slice.place).isJsonNull();
      Color colour =
          own
              ? Colours.parse(colours.get(slice.place).getAsString())
              : way.size() > 0
                  ? Colours.parse(way.get(i % way.size()).getAsString())
                  : Colours.ofTrace(i);
      all.set(i, new Slice(slice.label, slice.value, colour, slice.place));
    }
    slices = all;
  }

  @Override
  List<String> colours() {
    return slices.stream().map(slice -> Colours.hex(slice.colour)).toList();
  }

  @Override
  List<LegendEntry> legend() {
    if (!spec.flag("showlegend", true)) {
      return List.of();
    }
    return slices.stream()
        .map(s -> new LegendEntry(s.label, ink -> ink.rectangle(-6, -6, 12, 12, s.colour, null, 0)))
        .toList();
  }

  @Override
  void paint(Ink ink) {
    double[] xs = domain("x");
    double[] ys = domain("y");
    double width = area[2] * (xs[1] - xs[0]);
    double height = area[3] * (ys[1] - ys[0]);
    double cx = area[0] + area[2] * (xs[0] + xs[1]) / 2;
    double cy = area[1] + area[3] * (1 - (ys[0] + ys[1]) / 2);
    double radius = Math.min(width, height) / 2;
    if (total <= 0) {
      ink.text(
          "no positive values to share out", cx, cy, 0.5, 0.5, ink.fontSize(), ink.fontColour(), 0);
      return;
    }
    double hole = spec.number("hole", 0) * radius;
    boolean back = spec.text("direction", "counterclockwise").equals("counterclockwise");
    double edge = spec.number("marker.line.width", 0);
    Color line = colour("marker.line.color", Color.WHITE);
    double first = slices.isEmpty() ? 0 : slices.get(0).value / total * 360;
    // Whichever way the others go, the first slice lies right of the top.
    double angle = 90 - spec.number("rotation", 0) - (back ? first : 0);
    for (Slice slice : slices) {
      double turn = slice.value / total * 360 * (back ? 1 : -1);
      if (slice.value > 0) {
        Area shape =
            new Area(
                new Arc2D.Double(
                    cx - radius, cy - radius, 2 * radius, 2 * radius, angle, turn, Arc2D.PIE));
        if (hole > 0) {
          shape.subtract(new Area(new Ellipse2D.Double(cx - hole, cy - hole, 2 * hole, 2 * hole)));
        }
        ink.fill(shape, slice.colour);
        if (edge > 0 && slices.size() > 1) {
          ink.stroke(shape, line, edge, "solid");
        }
        words(ink, slice, cx, cy, radius, hole, angle + turn / 2);
      }
      angle += turn;
    }
  }

  private double[] domain(String letter) {
    JsonArray pair = spec.array("domain." + letter);
    return pair.size() == 2
        ? new double[] {pair.get(0).getAsDouble(), pair.get(1).getAsDouble()}
        : new double[] {0, 1};
  }

  private void words(
      Ink ink, Slice slice, double cx, double cy, double radius, double hole, double degrees) {
    String info = spec.text("textinfo", "percent");
    List<String> lines = new ArrayList<>();
    if (info.contains("label")) {
      lines.add(slice.label);
    }
    if (info.contains("value")) {
      lines.add(amount(slice.value));
    }
    if (info.contains("percent")) {
      lines.add(percent(slice.value / total));
    }
    if (lines.isEmpty() || info.equals("none")) {
      return;
    }
    String text = String.join("<br>", lines);
    double size = spec.number("textfont.size", ink.fontSize());
    double width = ink.width(text, size);
    double height = lines.size() * size * 1.3;
    double rad = Math.toRadians(degrees);
    double middle = (radius + hole) / 2 + (hole > 0 ? 0 : radius * 0.12);
    double half = Math.PI * slice.value / total;
    double room = 2 * middle * StrictMath.sin(Math.min(half, Math.PI / 2));
    String where = spec.text("textposition", "auto");
    boolean inside =
        where.equals("inside")
            || where.equals("auto")
                && (slice.value == total
                    || room > StrictMath.hypot(width, height) * 0.8 && radius - hole > height);
    if (inside) {
      Color colour = insideColour(slice);
      double at = slice.value == total && hole == 0 ? 0 : middle;
      ink.text(
          text,
          cx + at * StrictMath.cos(rad),
          cy - at * StrictMath.sin(rad),
          0.5,
          0.5,
          size,
          colour,
          0);
    } else {
      double px = cx + (radius + 6) * StrictMath.cos(rad);
      double py = cy - (radius + 6) * StrictMath.sin(rad);
      double along = StrictMath.cos(rad) < 0 ? 1 : 0;
      double down = 0.5 + 0.5 * StrictMath.sin(rad);
      ink.text(text, px, py, along, down, size, ink.fontColour(), 0);
    }
  }

  private Color insideColour(Slice slice) {
    JsonArray each = spec.array("insidetextfont.color");
    String named =
        slice.place < each.size()
            ? each.get(slice.place).getAsString()
            : spec.text("insidetextfont.color", "");
    return Colours.parse(named, Colours.on(slice.colour));
  }

  /** Ten digits, as plotly.js writes them: 2018, 10,000,000, 1,234.5. */
  static String amount(double value) {
    BigDecimal ten = new BigDecimal(value).round(TEN_DIGITS);
    if (ten.signum() != 0 && value < 1e-6) {
      return Decimal.scientific(ten);
    }
    String text = ten.signum() == 0 ? "0" : ten.stripTrailingZeros().toPlainString();
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    // Four digits alone may be a year.
    boolean grouped = point >= 0 || whole.length() > 4;
    return (grouped ? String.format(Locale.ROOT, "%,d", new BigInteger(whole)) : whole)
        + (point < 0 ? "" : text.substring(point));
  }

  /** Three digits, as plotly.js writes them: 33.3%, 5.25%. */
  static String percent(double share) {
    double value = share * 100;
    int digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return (digits == 0 ? text : text.replaceAll("\\.?0+$", "")) + "%";
  }
}
