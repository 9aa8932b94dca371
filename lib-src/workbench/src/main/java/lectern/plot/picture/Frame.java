package lectern.plot.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;

/** What surrounds the series: backgrounds, grids, axes, titles, notes. */
final class Frame {
  private final Chart chart;
  private final Ink ink;

  Frame(Chart chart, Ink ink) {
    this.chart = chart;
    this.ink = ink;
  }

  void paintBackground() {
    Color paper = Colours.parse(chart.layout.text("paper_bgcolor", "#ffffff"), Color.WHITE);
    ink.cell(0, 0, chart.width, chart.height, paper);
    Color plot = Colours.parse(chart.layout.text("plot_bgcolor", "#ffffff"), Color.WHITE);
    for (Axis x : chart.axes.values()) {
      Axis y = x.horizontal ? partner(x) : null;
      if (y != null && !x.spec.has("overlaying") && plot.getAlpha() > 0) {
        ink.cell(x.start, y.start, x.length, y.length, plot);
      }
    }
    for (Axis axis : chart.axes.values()) {
      paintGrid(axis);
    }
  }

  /** The axis that crosses this one. */
  private Axis partner(Axis axis) {
    Axis anchored = chart.axes.get(axis.spec.text("anchor", ""));
    if (anchored != null) {
      return anchored;
    }
    for (Trace trace : chart.traces) {
      if (trace.x == axis) {
        return trace.y;
      }
      if (trace.y == axis) {
        return trace.x;
      }
    }
    return null;
  }

  private void paintGrid(Axis axis) {
    Axis other = partner(axis);
    if (other == null) {
      return;
    }
    Color grid = Colours.parse(axis.spec.text("gridcolor", "#eeeeee"), Color.LIGHT_GRAY);
    double width = axis.spec.number("gridwidth", 1);
    boolean zero = axis.spec.flag("zeroline", false) && !axis.isCategory() && !axis.isLog();
    if (axis.spec.flag("showgrid", !axis.isCategory())) {
      for (Axis.Tick tick : axis.ticks) {
        if (!(zero && Math.abs(tick.at()) < 1e-12)) {
          across(axis, other, axis.pixelOfLinear(tick.at()), grid, width);
        }
      }
    }
    double low = Math.min(axis.range[0], axis.range[1]);
    double high = Math.max(axis.range[0], axis.range[1]);
    if (zero && low <= 0 && high >= 0) {
      Color line = Colours.parse(axis.spec.text("zerolinecolor", "#444444"), Color.GRAY);
      across(axis, other, axis.pixelOfLinear(0), line, axis.spec.number("zerolinewidth", 1));
    }
  }

  private void across(Axis axis, Axis other, double at, Color colour, double width) {
    double end = axis.horizontal ? axis.start + axis.length : axis.start;
    double begin = axis.horizontal ? axis.start : axis.start + axis.length;
    if (Math.abs(at - begin) < 0.5 || Math.abs(at - end) < 0.5) {
      return;
    }
    double from = other.start;
    double to = other.start + other.length;
    Line2D line =
        axis.horizontal ? new Line2D.Double(at, from, at, to) : new Line2D.Double(from, at, to, at);
    ink.stroke(line, colour, width, "solid");
  }

  void paintAxes() {
    chart.axes.values().forEach(this::paintAxis);
  }

  private void paintAxis(Axis axis) {
    Axis other = partner(axis);
    if (other == null || !axis.spec.flag("visible", true)) {
      return;
    }
    String side = axis.spec.text("side", axis.horizontal ? "bottom" : "left");
    boolean far = side.equals("top") || side.equals("right");
    double edge = axis.horizontal == far ? other.start : other.start + other.length;
    if (!axis.horizontal) {
      edge = far ? other.start + other.length : other.start;
    }
    double out = axis.horizontal ? (far ? -1 : 1) : (far ? 1 : -1);
    if (axis.spec.flag("showline", false)) {
      Color line = Colours.parse(axis.spec.text("linecolor", "#444444"), Color.DARK_GRAY);
      double width = axis.spec.number("linewidth", 1);
      Line2D shape =
          axis.horizontal
              ? new Line2D.Double(axis.start, edge, axis.start + axis.length, edge)
              : new Line2D.Double(edge, axis.start, edge, axis.start + axis.length);
      ink.stroke(shape, line, width, "solid");
    }
    double gap = paintTicks(axis, edge, out);
    paintTitle(axis, edge, out, gap);
  }

  /** Marks and texts of the ticks; returns how far they reach out from the edge. */
  private double paintTicks(Axis axis, double edge, double out) {
    boolean marks = axis.spec.text("ticks", "").equals("outside");
    double length = marks ? axis.spec.number("ticklen", 5) : 0;
    Color markColour = Colours.parse(axis.spec.text("tickcolor", "#444444"), Color.DARK_GRAY);
    Color colour = Colours.parse(axis.spec.text("tickfont.color", ""), ink.fontColour());
    double angle = axis.spec.number("tickangle", 0);
    double reach = length;
    boolean words = axis.spec.flag("showticklabels", true);
    for (Axis.Tick tick : axis.ticks) {
      double at = axis.pixelOfLinear(tick.at());
      if (marks) {
        Line2D mark =
            axis.horizontal
                ? new Line2D.Double(at, edge, at, edge + out * length)
                : new Line2D.Double(edge, at, edge + out * length, at);
        ink.stroke(mark, markColour, axis.spec.number("tickwidth", 1), "solid");
      }
      if (words && !tick.text().isEmpty()) {
        double size = axis.fontSize() * tick.scale();
        reach =
            Math.max(
                reach, length + paintWords(axis, tick, at, edge, out, size, colour, angle, length));
      }
    }
    return reach;
  }

  private double paintWords(
      Axis axis,
      Axis.Tick tick,
      double at,
      double edge,
      double out,
      double size,
      Color colour,
      double angle,
      double length) {
    double width = ink.width(tick.text(), size);
    double height = Ink.height(tick.text(), size);
    double gap = length + 4;
    if (!axis.horizontal) {
      double x = edge + out * gap;
      ink.text(tick.text(), x, at, out < 0 ? 1 : 0, 0.5, size, colour, angle);
      return width + 4;
    }
    double y = edge + out * (gap - 2);
    if (angle == 0) {
      ink.text(tick.text(), at, y, 0.5, out > 0 ? 0 : 1, size, colour, 0);
      return height + 4;
    }
    double sine = Math.abs(StrictMath.sin(Math.toRadians(angle)));
    double cosine = Math.abs(StrictMath.cos(Math.toRadians(angle)));
    boolean end = angle < 0 == out > 0;
    double lift = y + out * height / 2 * cosine;
    ink.text(tick.text(), at, lift, end ? 1 : 0, 0.5, size, colour, angle);
    return width * sine + height * cosine + 4;
  }

  private void paintTitle(Axis axis, double edge, double out, double gap) {
    String title = axis.spec.title("title");
    if (title.isEmpty()) {
      return;
    }
    double size = axis.spec.number("title.font.size", 14);
    Color colour = Colours.parse(axis.spec.text("title.font.color", ""), ink.fontColour());
    double middle = axis.start + axis.length / 2;
    double away = axis.spec.number("title.standoff", 8) + gap - 4;
    double height = Ink.height(title, size);
    if (axis.horizontal) {
      double y = edge + out * away;
      double most = chart.height - height - 2;
      ink.text(
          title, middle, out > 0 ? Math.min(y, most) : y, 0.5, out > 0 ? 0 : 1, size, colour, 0);
    } else {
      double x = edge + out * (away + height / 2);
      double kept = out < 0 ? Math.max(x, height / 2 + 1) : Math.min(x, chart.width - height / 2);
      ink.text(title, kept, middle, 0.5, 0.5, size, colour, -90);
    }
  }

  void paintFigureTitle() {
    String title = chart.layout.title("title");
    if (title.isEmpty()) {
      return;
    }
    Spec spec = chart.layout.at("title");
    double size = spec.number("font.size", 17);
    Color colour = Colours.parse(spec.text("font.color", ""), ink.fontColour());
    double share = spec.number("x", 0.5);
    boolean paper = spec.text("xref", "container").equals("paper");
    double x = paper ? chart.area[0] + share * chart.area[2] : share * chart.width;
    x += spec.number("pad.l", 0);
    String anchor = spec.text("xanchor", "auto");
    double align =
        switch (anchor) {
          case "left" -> 0;
          case "center" -> 0.5;
          case "right" -> 1;
          default -> share < 1.0 / 3 ? 0 : share > 2.0 / 3 ? 1 : 0.5;
        };
    double y = spec.has("y") ? (1 - spec.number("y", 1)) * chart.height : chart.area[1] / 2;
    String vertical = spec.text("yanchor", "auto");
    double alignY = vertical.equals("top") ? 0 : vertical.equals("bottom") ? 1 : 0.5;
    // Aligned at the top, a single line touches it with its capitals; the first of several lines
    // stands on it.
    double raised = Ink.lineCount(title) > 1 ? -1.02 : -0.3;
    double lift = vertical.equals("top") ? raised * size : 0;
    ink.text(title, x, y + lift + spec.number("pad.t", 0), align, alignY, size, colour, 0);
  }

  void paintNotes() {
    for (Spec shape : chart.layout.list("shapes")) {
      new Note(chart, ink, shape).paintShape();
    }
    for (Spec note : chart.layout.list("annotations")) {
      new Note(chart, ink, note).paintText();
    }
    List<String> missing = chart.unsupported();
    if (!missing.isEmpty()) {
      boolean all = chart.traces.stream().allMatch(Unsupported.class::isInstance);
      String words = Picture.words(missing);
      double x = all ? chart.width / 2.0 : chart.area[0] + chart.area[2] / 2;
      double y = all ? chart.height / 2.0 : chart.height - 14;
      ink.text(words, x, y, 0.5, 0.5, 12, ink.fontColour(), 0);
    }
  }
}
