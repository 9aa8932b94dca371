package lectern.plot.picture;

import com.google.gson.JsonArray;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** Bars of given lengths, or of counts in bins: plotly's {@code bar} and {@code histogram}. */
final class Bars extends Trace {
  private final boolean histogram;
  double[] places = {};
  double[] sizes = {};
  double[] bases = {};
  double[] tops = {};
  boolean[] based = {};

  /** The width of the only bin; 0 when there are more. */
  double onlyWidth;

  double offset;
  double width;

  Bars(Spec spec, int index, Axis x, Axis y) {
    super(spec, index, x, y);
    this.histogram = spec.text("type", "").equals("histogram");
  }

  boolean upright() {
    if (spec.has("orientation")) {
      return !spec.text("orientation", "v").equals("h");
    }
    return !histogram || spec.hasArray("x") || !spec.hasArray("y");
  }

  Axis place() {
    return upright() ? x : y;
  }

  Axis length() {
    return upright() ? y : x;
  }

  private String letter() {
    return upright() ? "x" : "y";
  }

  private String other() {
    return upright() ? "y" : "x";
  }

  @Override
  void measure() {
    if (histogram) {
      return;
    }
    double[] xs = x.values(spec.array("x"));
    double[] ys = y.values(spec.array("y"));
    double[] at = upright() ? xs : ys;
    sizes = upright() ? ys : xs;
    places = spec.hasArray(letter()) ? at : counted(sizes.length);
    int count = Math.min(places.length, sizes.length);
    places = Arrays.copyOf(places, count);
    sizes = Arrays.copyOf(sizes, count);
    bases = new double[count];
    based = new boolean[count];
    JsonArray each = spec.array("base");
    for (int i = 0; i < count; i++) {
      double base = each.size() > i ? Spec.numberOf(each.get(i)) : spec.number("base", Double.NaN);
      based[i] = !Double.isNaN(base);
      bases[i] = based[i] ? base : 0;
    }
  }

  private static double[] counted(int count) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return all;
  }

  boolean isHistogram() {
    return histogram;
  }

  /** The values that a histogram counts; NaN for missing ones. */
  double[] counting() {
    return place().values(spec.array(letter()));
  }

  Spec ownBins() {
    return spec.at(letter() + "bins");
  }

  double mostBins() {
    return spec.number("nbins" + letter(), 0);
  }

  /** Counts into bins that are shared with other histograms. */
  void count(double[] edges) {
    double[] values = counting();
    double[] weights = spec.hasArray(other()) ? length().values(spec.array(other())) : null;
    double[] counts = BinSums.of(edges, values, weights, spec);
    int first = 0;
    int last = counts.length - 1;
    while (first < last && !(counts[first] != 0 && !Double.isNaN(counts[first]))) {
      first++;
    }
    while (last > first && !(counts[last] != 0 && !Double.isNaN(counts[last]))) {
      last--;
    }
    int bins = Math.max(0, last - first + 1);
    places = new double[bins];
    sizes = new double[bins];
    for (int i = 0; i < bins; i++) {
      places[i] = (edges[first + i] + edges[first + i + 1]) / 2;
      sizes[i] = counts[first + i];
    }
    onlyWidth = bins == 1 ? edges[first + 1] - edges[first] : 0;
    bases = new double[bins];
    based = new boolean[bins];
  }

  @Override
  List<String> colours() {
    return List.of(Colours.hex(colour()));
  }

  Color colour() {
    return colour("marker.color", Colours.ofTrace(index));
  }

  private Color colourOf(int i) {
    JsonArray each = spec.array("marker.color");
    return i < each.size() ? Colours.parse(each.get(i).getAsString(), colour()) : colour();
  }

  @Override
  void paint(Ink ink) {
    ink.clip(x.start, y.start, x.length, y.length, 0);
    double seen = spec.number("marker.opacity", 1) * opacity();
    double edge = spec.number("marker.line.width", 0);
    Color line = colour("marker.line.color", Color.WHITE);
    for (int i = 0; i < places.length; i++) {
      double[] box = box(i);
      if (!Double.isNaN(box[0] + box[1] + box[2] + box[3]) && box[2] * box[3] != 0) {
        ink.rectangle(box[0], box[1], box[2], box[3], Colours.fade(colourOf(i), seen), line, edge);
      }
    }
    ink.noClip();
    errors(ink);
    words(ink);
  }

  /** Left, top, width and height of a bar. */
  private double[] box(int i) {
    double from = places[i] + offset;
    double p0 = place().pixel(from);
    double p1 = place().pixel(from + width);
    double zero = length().pixel(tops[i] - sizes[i]);
    if (Double.isNaN(zero)) {
      zero = length().pixelOfLinear(Math.min(length().range[0], length().range[1]));
    }
    double top = length().pixel(tops[i]);
    double a = Math.min(p0, p1);
    double b = Math.min(zero, top);
    double across = Math.abs(p1 - p0);
    double along = Math.abs(top - zero);
    return upright() ? new double[] {a, b, across, along} : new double[] {b, a, along, across};
  }

  private void errors(Ink ink) {
    String path = upright() ? "error_y" : "error_x";
    if (!spec.has(path)) {
      return;
    }
    ErrorBars bars = new ErrorBars(spec.at(path));
    Color colour = Colours.parse(spec.text(path + ".color", ""), ink.fontColour());
    for (int i = 0; i < places.length; i++) {
      double centre = places[i] + offset + width / 2;
      double vx = upright() ? centre : tops[i];
      double vy = upright() ? tops[i] : centre;
      bars.paint(ink, x, y, vx, vy, i, !upright(), colour);
    }
  }

  private void words(Ink ink) {
    JsonArray texts = spec.array("text");
    String where = spec.text("textposition", "auto");
    if (where.equals("none")) {
      return;
    }
    for (int i = 0; i < places.length && i < texts.size(); i++) {
      String text = texts.get(i).isJsonNull() ? "" : texts.get(i).getAsString();
      double[] box = box(i);
      if (text.isEmpty() || Double.isNaN(box[0] + box[1] + box[2] + box[3])) {
        continue;
      }
      double size = spec.number("textfont.size", ink.fontSize());
      boolean fits =
          upright()
              ? ink.width(text, size) + 6 <= box[2] && size * 1.3 + 6 <= box[3]
              : ink.width(text, size) + 6 <= box[2] && size * 1.3 <= box[3];
      boolean inside = where.equals("inside") || where.equals("auto") && fits;
      boolean down = sizes[i] < 0;
      double cx = box[0] + box[2] / 2;
      double cy = box[1] + box[3] / 2;
      Color colour =
          Colours.parse(
              spec.text("textfont.color", ""), inside ? Colours.on(colourOf(i)) : ink.fontColour());
      if (upright()) {
        double edge = down ? box[1] + box[3] : box[1];
        double gap = inside == down ? -3 : 3;
        ink.text(text, cx, edge + gap, 0.5, inside == down ? 1 : 0, size, colour, 0);
      } else {
        double edge = down ? box[0] : box[0] + box[2];
        double gap = inside == down ? 3 : -3;
        ink.text(text, edge + gap, cy, inside == down ? 0 : 1, 0.5, size, colour, 0);
      }
    }
  }
}
