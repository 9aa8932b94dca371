package lectern.plot.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Legend and colour bar: what explains the colours. */
final class Keys {
  private static final double LINE = 19;
  private static final double SAMPLE = 40;

  private final Chart chart;
  private final Ink ink;

  Keys(Chart chart, Ink ink) {
    this.chart = chart;
    this.ink = ink;
  }

  void paint() {
    chart.legends().forEach(this::paintLegend);
    chart.traces.stream()
        .map(Trace::scale)
        .filter(java.util.Objects::nonNull)
        .forEach(this::paintBar);
  }

  private void paintLegend(String name) {
    List<LegendEntry> entries = chart.legend(name);
    if (entries.isEmpty()) {
      return;
    }
    Spec spec = chart.layout.at(name);
    double size = spec.number("font.size", ink.fontSize());
    Color colour = Colours.parse(spec.text("font.color", ""), ink.fontColour());
    boolean flat = spec.text("orientation", "v").equals("h");
    double widest = entries.stream().mapToDouble(e -> ink.width(e.text(), size)).max().orElse(0);
    double x = chart.area[0] + spec.number("x", 1.02) * chart.area[2];
    double y = chart.area[1] + (1 - spec.number("y", 1)) * chart.area[3];
    double width = flat ? chart.area[2] : widest + SAMPLE + 5;
    double height = entries.stream().mapToDouble(e -> lineHeight(e, size)).sum() + 10;
    String anchor = spec.text("xanchor", "left");
    x -= anchor.equals("right") ? width : anchor.equals("center") ? width / 2 : 0;
    String vertical = spec.text("yanchor", "auto");
    double share = spec.number("y", 1);
    boolean bottom = vertical.equals("bottom") || vertical.equals("auto") && share < 1.0 / 3;
    boolean middle =
        vertical.equals("middle") || vertical.equals("auto") && !bottom && share <= 2.0 / 3;
    y -= bottom ? height : middle ? height / 2 : 0;
    Color back = Colours.parse(spec.text("bgcolor", ""), new Color(0, 0, 0, 0));
    if (!flat) {
      ink.fill(new Rectangle2D.Double(x, y, width, height), back);
    }
    double atX = x;
    double atY = y + 5;
    for (LegendEntry entry : entries) {
      double own = SAMPLE + ink.width(entry.text(), size) + 10;
      if (flat && atX + own > x + width && atX > x) {
        atX = x;
        atY += LINE;
      }
      double line = lineHeight(entry, size);
      double sampleX = atX + 20;
      double sampleY = atY + line / 2;
      ink.moveTo(sampleX, sampleY, () -> entry.key().accept(ink));
      ink.text(entry.text(), atX + SAMPLE, sampleY, 0, 0.5, size, colour, 0);
      if (flat) {
        atX += own;
      } else {
        atY += line;
      }
    }
  }

  private static double lineHeight(LegendEntry entry, double size) {
    return Math.max(LINE, Ink.height(entry.text(), size) + 3);
  }

  private void paintBar(ColourScale scale) {
    Spec spec = scale.bar();
    double thick = spec.number("thickness", 30);
    double share = spec.number("len", 1);
    double length = chart.area[3] * share - 20;
    double x = chart.area[0] + spec.number("x", 1.02) * chart.area[2] + 10;
    double y = chart.area[1] + chart.area[3] * (1 - spec.number("y", 0.5) - share / 2) + 10;
    int steps = (int) Math.max(2, Math.min(128, length));
    for (int i = 0; i < steps; i++) {
      double from = y + length * i / steps;
      ink.cell(x, from, thick, length / steps + 0.5, scale.atShare(1 - (i + 0.5) / steps));
    }
    Axis axis = new Axis("y", spec);
    axis.type = "linear";
    axis.start = y;
    axis.length = length;
    axis.range = new double[] {scale.low(), scale.high()};
    Color colour = Colours.parse(spec.text("tickfont.color", ""), ink.fontColour());
    for (Axis.Tick tick : Ticks.of(axis)) {
      double at = axis.pixelOfLinear(tick.at());
      ink.text(tick.text(), x + thick + 4, at, 0, 0.5, axis.fontSize(), colour, 0);
    }
    String title = spec.title("title");
    if (!title.isEmpty()) {
      boolean right = spec.text("title.side", "top").equals("right");
      double size = spec.number("title.font.size", 12);
      Color own = Colours.parse(spec.text("title.font.color", ""), ink.fontColour());
      if (right) {
        ink.text(title, chart.width - size, y + length / 2, 0.5, 0.5, size, own, 90);
      } else {
        ink.text(title, x, y - 6, 0, 1, size, own, 0);
      }
    }
  }
}
