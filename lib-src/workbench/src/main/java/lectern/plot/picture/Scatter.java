package lectern.plot.picture;

import com.google.gson.JsonArray;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Lines, points, words at points, areas and error bars: plotly's {@code scatter}. */
final class Scatter extends Trace {
  private final boolean firstOfPair;
  private double[] xs;
  private double[] ys;
  private double[] sizes;
  private ColourScale scale;
  private double[] tints;

  /** The series before this one on the same axes, to whose line an area reaches; or null. */
  private final Scatter before;

  Scatter(Spec spec, int index, Axis x, Axis y, Scatter before) {
    super(spec, index, x, y);
    this.before = before;
    this.firstOfPair = before == null;
  }

  private String mode() {
    int length = Math.min(length("x"), length("y"));
    return spec.text("mode", length < 20 ? "lines+markers" : "lines");
  }

  private int length(String letter) {
    return spec.hasArray(letter) ? spec.array(letter).size() : Integer.MAX_VALUE;
  }

  private boolean lines() {
    return mode().contains("lines");
  }

  private boolean markers() {
    return mode().contains("markers");
  }

  private boolean words() {
    return mode().contains("text");
  }

  @Override
  void measure() {
    int length = Math.min(length("x"), length("y"));
    length = length == Integer.MAX_VALUE ? 0 : length;
    xs = read(x, "x", length);
    ys = read(y, "y", length);
    sizes = markers() ? markerSizes(length) : new double[length];
    JsonArray colours = spec.array("marker.color");
    if (colours.size() > 0 && !Double.isNaN(Spec.numberOf(colours.get(0)))) {
      tints = new double[colours.size()];
      for (int i = 0; i < tints.length; i++) {
        tints[i] = Spec.numberOf(colours.get(i));
      }
      scale = ColourScale.of(spec.at("marker"), "c", tints);
    }
    x.wantStep(0, 0, false);
    y.wantStep(0, 0, false);
    room(length);
    addErrors(x, xs, "error_x");
    addErrors(y, ys, "error_y");
  }

  private double[] read(Axis axis, String letter, int length) {
    double[] values = new double[length];
    if (!spec.hasArray(letter)) {
      double first = spec.number(letter + "0", 0);
      double step = spec.number("d" + letter, 1);
      for (int i = 0; i < length; i++) {
        values[i] = first + i * step;
      }
      return values;
    }
    JsonArray array = spec.array(letter);
    for (int i = 0; i < length; i++) {
      values[i] = axis.value(array.get(i));
    }
    return values;
  }

  private double[] markerSizes(int length) {
    double[] radii = new double[length];
    JsonArray each = spec.array("marker.size");
    for (int i = 0; i < length; i++) {
      double size =
          each.size() > 0
              ? i < each.size() ? Spec.numberOf(each.get(i)) : 0
              : spec.number("marker.size", 6);
      radii[i] = Double.isNaN(size) ? 0 : size;
    }
    return radii;
  }

  /** Room that plotly leaves for a marker: its size / 1.6 (at least 3) whatever its true size. */
  private double padOf(double size) {
    double reference = 1.6 * spec.number("marker.sizeref", 1);
    double pad = size / reference;
    return Math.max(spec.text("marker.sizemode", "").equals("area") ? Math.sqrt(pad) : pad, 3);
  }

  private void room(int length) {
    String fill = spec.text("fill", "none");
    boolean open = length < 2 || xs[0] != xs[length - 1] || ys[0] != ys[length - 1];
    boolean zeroX = open && (fill.equals("tozerox") || fill.equals("tonextx") && firstOfPair);
    boolean tightX =
        !zeroX
            && !spec.has("error_y")
            && (fill.equals("tonexty") || fill.equals("tozeroy") || !markers() && !words());
    boolean zeroY = open && (fill.equals("tozeroy") || fill.equals("tonexty") && firstOfPair);
    boolean tightY = !zeroY && (fill.equals("tonextx") || fill.equals("tozerox"));
    add(x, xs, tightX, zeroX, !tightX);
    add(y, ys, tightY, zeroY, true);
  }

  private void add(Axis axis, double[] values, boolean tight, boolean zero, boolean pads) {
    Extremes.Room room = tight ? Extremes.Room.TIGHT : Extremes.Room.PADDED;
    room = zero ? room.zero() : room;
    boolean each = spec.hasArray("marker.size");
    double same = markers() && pads && !each ? padOf(spec.number("marker.size", 6)) : 0;
    double[] linear = axis.linear(values);
    for (int i = 0; i < linear.length; i++) {
      double pad = markers() && pads && each ? padOf(sizes[i]) : same;
      axis.extremes.add(linear[i], pad, pad, room, axis.zeroCounts());
    }
  }

  private void addErrors(Axis axis, double[] values, String path) {
    if (!spec.has(path)) {
      return;
    }
    ErrorBars bars = new ErrorBars(spec.at(path));
    double[] low = new double[values.length];
    double[] high = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      low[i] = bars.low(values[i], i);
      high[i] = bars.high(values[i], i);
    }
    axis.add(low, Extremes.Room.PADDED);
    axis.add(high, Extremes.Room.PADDED);
  }

  Color colour() {
    Color base = Colours.ofTrace(index);
    return lines()
        ? colour("line.color", colour("marker.color", base))
        : colour("marker.color", colour("line.color", base));
  }

  @Override
  List<String> colours() {
    return scale == null
        ? List.of(Colours.hex(colour()))
        : List.of(Colours.hex(scale.atShare(0)), Colours.hex(scale.atShare(1)));
  }

  @Override
  ColourScale scale() {
    return scale != null && scale.bar() != null ? scale : null;
  }

  @Override
  int layer() {
    return 3;
  }

  @Override
  void paint(Ink ink) {
    ink.clip(x.start, y.start, x.length, y.length, markers() ? 0 : 1);
    List<Path2D> runs = runs();
    String fill = spec.text("fill", "none");
    if (!fill.equals("none")) {
      fill(ink, fill);
    }
    if (lines()) {
      Color line = Colours.fade(colour("line.color", colour()), opacity());
      double width = spec.number("line.width", 2);
      runs.forEach(run -> ink.stroke(run, line, width, spec.text("line.dash", "solid")));
    }
    errors(ink);
    if (markers()) {
      // Markers may hang over the edge of the plot, as long as their centres are inside.
      ink.noClip();
      for (int i = 0; i < xs.length; i++) {
        paintMarker(ink, i);
      }
    }
    if (words()) {
      ink.noClip();
      paintWords(ink);
    }
    ink.noClip();
  }

  private List<Path2D> runs() {
    List<Path2D> runs = new ArrayList<>();
    Path2D run = null;
    String shape = spec.text("line.shape", "linear");
    boolean connect = spec.flag("connectgaps", false);
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < xs.length; i++) {
      double px = x.pixel(xs[i]);
      double py = y.pixel(ys[i]);
      if (Double.isNaN(px + py)) {
        run = connect ? run : null;
        continue;
      }
      if (run == null) {
        run = new Path2D.Double();
        run.moveTo(px, py);
        runs.add(run);
      } else {
        if (shape.equals("hv")) {
          run.lineTo(px, lastY);
        } else if (shape.equals("vh")) {
          run.lineTo(lastX, py);
        }
        run.lineTo(px, py);
      }
      lastX = px;
      lastY = py;
    }
    return runs;
  }

  private void fill(Ink ink, String fill) {
    Path2D area = new Path2D.Double();
    List<Path2D> runs = runs();
    if (runs.isEmpty()) {
      return;
    }
    Color colour = colour("fillcolor", Colours.fade(colour(), 0.5));
    if (fill.equals("tonexty") && before != null && !before.runs().isEmpty()) {
      runs.forEach(run -> area.append(run, area.getCurrentPoint() != null));
      List<double[]> back = new ArrayList<>();
      for (Path2D run : before.runs()) {
        var points = run.getPathIterator(null);
        double[] point = new double[6];
        for (; !points.isDone(); points.next()) {
          points.currentSegment(point);
          back.add(new double[] {point[0], point[1]});
        }
      }
      for (int i = back.size() - 1; i >= 0; i--) {
        area.lineTo(back.get(i)[0], back.get(i)[1]);
      }
      area.closePath();
    } else {
      boolean down = fill.endsWith("y");
      Axis axis = down ? y : x;
      double zero =
          axis.isLog() ? axis.pixelOfLinear(Math.min(axis.range[0], axis.range[1])) : axis.pixel(0);
      for (Path2D run : runs) {
        var start = run.getPathIterator(null);
        double[] first = new double[6];
        start.currentSegment(first);
        var last = run.getCurrentPoint();
        Path2D closed = new Path2D.Double(run);
        if (!fill.equals("toself")) {
          closed.lineTo(down ? last.getX() : zero, down ? zero : last.getY());
          closed.lineTo(down ? first[0] : zero, down ? zero : first[1]);
        }
        closed.closePath();
        area.append(closed, false);
      }
    }
    ink.fill(area, Colours.fade(colour, opacity()));
  }

  private void errors(Ink ink) {
    for (String path : new String[] {"error_x", "error_y"}) {
      if (!spec.has(path)) {
        continue;
      }
      ErrorBars bars = new ErrorBars(spec.at(path));
      boolean along = path.endsWith("x");
      Color colour = Colours.parse(spec.text(path + ".color", ""), colour());
      for (int i = 0; i < xs.length; i++) {
        bars.paint(ink, x, y, xs[i], ys[i], i, along, colour);
      }
    }
  }

  private void paintMarker(Ink ink, int i) {
    double px = x.pixel(xs[i]);
    double py = y.pixel(ys[i]);
    if (Double.isNaN(px + py) || !inside(px, py)) {
      return;
    }
    double size = sizes[i];
    if (spec.hasArray("marker.size")) {
      double reference = spec.number("marker.sizeref", 1);
      boolean area = spec.text("marker.sizemode", "diameter").equals("area");
      size = area ? 2 * Math.sqrt(size / 2 / reference) : size / reference;
      size = Math.max(size, spec.number("marker.sizemin", 0));
    }
    Color fill = markerColour(i);
    double seen = spec.number("marker.opacity", spec.hasArray("marker.size") ? 0.7 : 1) * opacity();
    Shape shape = Symbols.shape(spec.text("marker.symbol", "circle"), px, py, size);
    double edge = spec.number("marker.line.width", 0);
    if (Symbols.open(spec.text("marker.symbol", "circle"))) {
      ink.stroke(shape, Colours.fade(fill, seen), Math.max(1, edge), "solid");
    } else {
      ink.fill(shape, Colours.fade(fill, seen));
      if (edge > 0) {
        Color line = colour("marker.line.color", new Color(0x444444));
        ink.stroke(shape, Colours.fade(line, seen), edge, "solid");
      }
    }
  }

  private Color markerColour(int i) {
    if (scale != null) {
      return i < tints.length && !Double.isNaN(tints[i]) ? scale.colour(tints[i]) : Color.GRAY;
    }
    JsonArray each = spec.array("marker.color");
    return each.size() > i
        ? Colours.parse(each.get(i).getAsString(), colour())
        : colour("marker.color", colour());
  }

  private boolean inside(double px, double py) {
    return px >= x.start - 0.5
        && px <= x.start + x.length + 0.5
        && py >= y.start - 0.5
        && py <= y.start + y.length + 0.5;
  }

  private void paintWords(Ink ink) {
    JsonArray texts = spec.array("text");
    String place = spec.text("textposition", "middle center");
    double size = spec.number("textfont.size", ink.fontSize());
    Color colour = Colours.parse(spec.text("textfont.color", ""), ink.fontColour());
    for (int i = 0; i < xs.length; i++) {
      String text = i < texts.size() ? texts.get(i).getAsString() : spec.text("text", "");
      double px = x.pixel(xs[i]);
      double py = y.pixel(ys[i]);
      if (text.isEmpty() || Double.isNaN(px + py) || !inside(px, py)) {
        continue;
      }
      double gap = markers() ? sizes[i] / 2 + 3 : 3;
      double dx = place.contains("left") ? -gap : place.contains("right") ? gap : 0;
      double dy = place.contains("top") ? -gap : place.contains("bottom") ? gap : 0;
      double alongX = place.contains("left") ? 1 : place.contains("right") ? 0 : 0.5;
      double alongY = place.contains("top") ? 1 : place.contains("bottom") ? 0 : 0.5;
      ink.text(text, px + dx, py + dy, alongX, alongY, size, colour, 0);
    }
  }

  @Override
  void paintKey(Ink ink) {
    if (!spec.text("fill", "none").equals("none")) {
      ink.rectangle(-15, 0, 30, 6, colour("fillcolor", Colours.fade(colour(), 0.5)), null, 0);
    }
    if (lines()) {
      Path2D line = new Path2D.Double();
      line.moveTo(-15, 0);
      line.lineTo(15, 0);
      double width = Math.min(spec.number("line.width", 2), 10);
      ink.stroke(line, colour("line.color", colour()), width, spec.text("line.dash", "solid"));
    }
    if (markers()) {
      double size = spec.hasArray("marker.size") ? 9 : spec.number("marker.size", 6);
      String symbol = spec.text("marker.symbol", "circle");
      Shape shape = Symbols.shape(symbol, 0, 0, Math.max(2, Math.min(16, size)));
      if (Symbols.open(symbol)) {
        ink.stroke(shape, markerColour(0), 1, "solid");
      } else {
        ink.fill(shape, Colours.fade(markerColour(0), spec.number("marker.opacity", 1)));
      }
    }
  }
}
