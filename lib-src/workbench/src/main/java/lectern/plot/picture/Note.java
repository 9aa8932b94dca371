package lectern.plot.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** An annotation or a shape of the layout. */
final class Note {
  private final Chart chart;
  private final Ink ink;
  private final Spec spec;

  Note(Chart chart, Ink ink, Spec spec) {
    this.chart = chart;
    this.ink = ink;
    this.spec = spec;
  }

  private double at(String path, String letter) {
    String reference = spec.text(letter + "ref", "paper");
    boolean wide = letter.equals("x");
    if (reference.endsWith(" domain")) {
      Axis axis = chart.axes.get(reference.substring(0, reference.indexOf(' ')));
      double share = spec.number(path, 0);
      return axis == null ? Double.NaN : axis.start + (wide ? share : 1 - share) * axis.length;
    }
    Axis axis = chart.axes.get(reference);
    if (axis == null) {
      double share = spec.number(path, 0);
      return wide
          ? chart.area[0] + share * chart.area[2]
          : chart.area[1] + (1 - share) * chart.area[3];
    }
    if (spec.find(path) == null) {
      return Double.NaN;
    }
    // On a logarithmic axis an annotation names the logarithm and a shape the value.
    if (axis.isLog()) {
      double value = Spec.numberOf(spec.find(path));
      return path.length() == 1 ? axis.pixelOfLinear(value) : axis.pixel(value);
    }
    if (axis.isCategory()
        && !Double.isNaN(Spec.numberOf(spec.find(path)))
        && !axis.categories.contains(spec.text(path, ""))) {
      return axis.pixelOfLinear(spec.number(path, 0));
    }
    return axis.pixel(axis.value(spec.find(path)));
  }

  void paintShape() {
    double x0 = at("x0", "x");
    double x1 = at("x1", "x");
    double y0 = at("y0", "y");
    double y1 = at("y1", "y");
    if (Double.isNaN(x0 + x1 + y0 + y1)) {
      return;
    }
    Color line = Colours.parse(spec.text("line.color", ""), ink.fontColour());
    double width = spec.number("line.width", 2);
    double seen = spec.number("opacity", 1);
    if (spec.text("type", "rect").equals("line")) {
      ink.stroke(
          new Line2D.Double(x0, y0, x1, y1),
          Colours.fade(line, seen),
          width,
          spec.text("line.dash", "solid"));
      return;
    }
    Rectangle2D box =
        new Rectangle2D.Double(
            Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    Color fill = Colours.parse(spec.text("fillcolor", ""), new Color(0, 0, 0, 0));
    ink.fill(box, Colours.fade(fill, seen));
    ink.stroke(box, Colours.fade(line, seen), width, spec.text("line.dash", "solid"));
  }

  void paintText() {
    double x = at("x", "x");
    double y = at("y", "y");
    String text = spec.text("text", "");
    if (Double.isNaN(x + y) || !spec.flag("visible", true)) {
      return;
    }
    double size = spec.number("font.size", ink.fontSize());
    Color colour = Colours.parse(spec.text("font.color", ""), ink.fontColour());
    boolean arrow = spec.flag("showarrow", true);
    double dx = arrow ? spec.number("ax", -10) : spec.number("xshift", 0);
    double dy = arrow ? spec.number("ay", -30) : -spec.number("yshift", 0);
    double alignX = alignX(arrow, x);
    double alignY = alignY(arrow, y);
    double width = ink.width(text, size);
    double height = Ink.height(text, size);
    if (arrow) {
      Color line = Colours.parse(spec.text("arrowcolor", ""), colour);
      arrow(x + dx, y + dy, x, y, line, spec.number("arrowwidth", 1), height / 2, width / 2);
    }
    Color back = Colours.parse(spec.text("bgcolor", ""), new Color(0, 0, 0, 0));
    if (back.getAlpha() > 0) {
      ink.fill(
          new Rectangle2D.Double(
              x + dx - alignX * width - 2, y + dy - alignY * height - 1, width + 4, height + 2),
          back);
    }
    ink.text(text, x + dx, y + dy, alignX, alignY, size, colour, spec.number("textangle", 0));
  }

  private double alignX(boolean arrow, double x) {
    return switch (spec.text("xanchor", "auto")) {
      case "left" -> 0;
      case "right" -> 1;
      case "center" -> 0.5;
      default -> {
        double share = (x - chart.area[0]) / chart.area[2];
        boolean paper = spec.text("xref", "paper").equals("paper");
        yield arrow || !paper ? 0.5 : share < 1.0 / 3 ? 0 : share > 2.0 / 3 ? 1 : 0.5;
      }
    };
  }

  private double alignY(boolean arrow, double y) {
    return switch (spec.text("yanchor", "auto")) {
      case "top" -> 0;
      case "bottom" -> 1;
      case "middle" -> 0.5;
      default -> {
        double share = 1 - (y - chart.area[1]) / chart.area[3];
        boolean paper = spec.text("yref", "paper").equals("paper");
        yield arrow || !paper ? 0.5 : share < 1.0 / 3 ? 1 : share > 2.0 / 3 ? 0 : 0.5;
      }
    };
  }

  /** From the words to the point, starting outside their box. */
  private void arrow(
      double fromX,
      double fromY,
      double toX,
      double toY,
      Color colour,
      double width,
      double halfHeight,
      double halfWidth) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double far = StrictMath.hypot(dx, dy);
    if (far < 1) {
      return;
    }
    double out =
        Math.min(
            Math.abs(dx) < 1e-9 ? 1 : (halfWidth + 2) / Math.abs(dx),
            Math.abs(dy) < 1e-9 ? 1 : (halfHeight + 1) / Math.abs(dy));
    if (out >= 1) {
      return;
    }
    double tipX = toX - dx / far * 2;
    double tipY = toY - dy / far * 2;
    double size = 3 + 2 * width;
    double neckX = tipX - dx / far * size;
    double neckY = tipY - dy / far * size;
    ink.stroke(
        new Line2D.Double(fromX + out * dx, fromY + out * dy, neckX, neckY),
        colour,
        width,
        "solid");
    Path2D head = new Path2D.Double();
    head.moveTo(tipX, tipY);
    head.lineTo(neckX - dy / far * size * 0.45, neckY + dx / far * size * 0.45);
    head.lineTo(neckX + dy / far * size * 0.45, neckY - dx / far * size * 0.45);
    head.closePath();
    ink.fill(head, colour);
  }
}
