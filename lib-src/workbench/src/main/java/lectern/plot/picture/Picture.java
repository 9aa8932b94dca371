package lectern.plot.picture;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of a figure: reads strict Plotly JSON, lays it out by plotly.js's rules and draws it
 * without a browser.
 *
 * <p>Drawn are scatter (lines, points, areas, words, error bars), bar, histogram, box, heat map,
 * two-dimensional histogram and pie, with linear, logarithmic, date and category axes, subplots,
 * annotations, shapes, legend and colour bar. Any other kind of chart is named in the picture, in
 * words. Colours and margins are read from the layout as they stand; nothing grows by itself.
 */
public final class Picture {
  /** Enough for flat colours and their soft edges; keeps the files small. */
  private static final int PLAIN_COLOURS = 64;

  private final Chart chart;

  private Picture(JsonObject figure) {
    this.chart = new Chart(figure);
  }

  /** The picture of a figure {@code {"data": […], "layout": {…}}}. The object is not changed. */
  public static Picture of(JsonObject figure) {
    return new Picture(figure);
  }

  /** The picture of a figure's JSON text. */
  public static Picture of(String json) {
    return new Picture(JsonParser.parseString(json).getAsJsonObject());
  }

  /**
   * One axis as laid out: range ends are logarithms on a logarithmic axis, milliseconds or places.
   */
  public record AxisLook(String type, List<Double> range, List<String> ticks) {}

  /** Each axis, by its name in Plotly: x, y, x2 and so on. */
  public Map<String, AxisLook> axes() {
    Map<String, AxisLook> all = new LinkedHashMap<>();
    chart.axes.forEach(
        (id, axis) ->
            all.put(
                id,
                new AxisLook(
                    axis.type,
                    List.of(axis.range[0], axis.range[1]),
                    axis.ticks.stream().map(Axis.Tick::text).toList())));
    return all;
  }

  /** The colours of each series, as #rrggbb. */
  public List<List<String>> colours() {
    return chart.traces.stream().map(Trace::colours).toList();
  }

  /** The words of the legend from top to bottom. */
  public List<String> legend() {
    return chart.legends().stream()
        .flatMap(name -> chart.legend(name).stream())
        .map(LegendEntry::text)
        .toList();
  }

  /** The kinds of charts in the figure that cannot be drawn here, such as {@code scatter3d}. */
  public List<String> unsupported() {
    return chart.unsupported();
  }

  /** What the picture says of kinds that it cannot draw. */
  static String words(List<String> kinds) {
    return "No picture of the chart type "
        + String.join(", ", kinds)
        + " without a browser:<br>open the notebook in JupyterLab to see it.";
  }

  /** Width in CSS pixels. */
  public int width() {
    return chart.width;
  }

  /** Height in CSS pixels. */
  public int height() {
    return chart.height;
  }

  /**
   * The picture as a PNG file.
   *
   * @param scale pixels for each CSS pixel: 2 is sharp on most screens
   */
  public byte[] png(double scale) {
    return png(scale, Fonts.found());
  }

  byte[] png(double scale, Fonts fonts) {
    if (!(scale > 0 && scale <= 8)) {
      throw new IllegalArgumentException("scale must be above 0 and at most 8, not " + scale);
    }
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(chart.width * scale),
            (int) Math.round(chart.height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    Color colour = Colours.parse(chart.layout.text("font.color", ""), new Color(0x444444));
    Ink ink = new Ink(graphics, fonts, chart.layout.number("font.size", 12), colour);
    paint(ink);
    graphics.dispose();
    boolean shades = chart.traces.stream().anyMatch(trace -> trace.scale() != null);
    return Png.of(image, shades ? 256 : PLAIN_COLOURS);
  }

  private void paint(Ink ink) {
    Frame frame = new Frame(chart, ink);
    frame.paintBackground();
    chart.traces.stream()
        .sorted(
            Comparator.comparingInt(Trace::layer)
                .thenComparingDouble(trace -> trace.spec.number("zorder", 0)))
        .forEach(trace -> trace.paint(ink));
    frame.paintAxes();
    frame.paintFigureTitle();
    frame.paintNotes();
    new Keys(chart, ink).paint();
    String advice = Fonts.advice(ink.missedLetters());
    if (!advice.isEmpty()) {
      Fonts.tell(advice);
      ink.text(advice, 4, chart.height - 2, 0, 1, 9, ink.fontColour(), 0);
    }
  }
}
