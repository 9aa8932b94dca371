package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A table of numbers as colours: plotly's {@code heatmap} and {@code histogram2d}. */
final class HeatMap extends Trace {
  private double[][] z = {};
  private double[] xEdges = {};
  private double[] yEdges = {};
  private ColourScale scale;

  HeatMap(Spec spec, int index, Axis x, Axis y) {
    super(spec, index, x, y);
  }

  @Override
  void measure() {
    if (spec.text("type", "").equals("histogram2d")) {
      count();
    } else {
      read();
    }
    List<Double> all = new ArrayList<>();
    for (double[] row : z) {
      for (double value : row) {
        all.add(value);
      }
    }
    scale = ColourScale.of(spec, "z", all.stream().mapToDouble(Double::doubleValue).toArray());
    x.add(xEdges, Extremes.Room.TIGHT);
    y.add(yEdges, Extremes.Room.TIGHT);
  }

  private void read() {
    if (spec.hasArray("x")
        && spec.array("z").size() > 0
        && !(spec.array("z").get(0) instanceof JsonArray)) {
      readCells();
      return;
    }
    JsonArray rows = spec.array("z");
    z = new double[rows.size()][];
    int columns = 0;
    for (int i = 0; i < z.length; i++) {
      JsonArray row = rows.get(i) instanceof JsonArray array ? array : new JsonArray();
      z[i] = new double[row.size()];
      for (int j = 0; j < z[i].length; j++) {
        z[i][j] = Spec.numberOf(row.get(j));
      }
      columns = Math.max(columns, z[i].length);
    }
    xEdges = edges(x, "x", columns);
    yEdges = edges(y, "y", z.length);
  }

  /** Cells given one by one: a place in x, one in y, and a number. */
  private void readCells() {
    double[] xs = x.values(spec.array("x"));
    double[] ys = y.values(spec.array("y"));
    double[] values = new double[spec.array("z").size()];
    int i = 0;
    for (JsonElement value : spec.array("z")) {
      values[i++] = Spec.numberOf(value);
    }
    Distinct columns = Distinct.of(xs);
    Distinct rows = Distinct.of(ys);
    z = new double[rows.values().length][columns.values().length];
    for (double[] row : z) {
      java.util.Arrays.fill(row, Double.NaN);
    }
    for (i = 0; i < values.length && i < xs.length && i < ys.length; i++) {
      int row = Bins.find(around(rows.values()), ys[i]);
      int column = Bins.find(around(columns.values()), xs[i]);
      if (row >= 0 && column >= 0) {
        z[row][column] = values[i];
      }
    }
    xEdges = x.isCategory() ? halves(columns.values().length) : around(columns.values());
    yEdges = y.isCategory() ? halves(rows.values().length) : around(rows.values());
  }

  private void count() {
    double[] xs = x.values(spec.array("x"));
    double[] ys = y.values(spec.array("y"));
    xEdges = binEdges(x, "x", xs);
    yEdges = binEdges(y, "y", ys);
    z = new double[Math.max(0, yEdges.length - 1)][Math.max(0, xEdges.length - 1)];
    for (int i = 0; i < xs.length && i < ys.length; i++) {
      if (!Double.isNaN(xs[i] + ys[i])) {
        int column = Bins.find(xEdges, xs[i]);
        int row = Bins.find(yEdges, ys[i]);
        if (column >= 0 && row >= 0) {
          z[row][column]++;
        }
      }
    }
  }

  private double[] binEdges(Axis axis, String letter, double[] values) {
    double[] known = java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return known.length == 0
        ? new double[0]
        : Bins.edges(axis, known, spec.at(letter + "bins"), spec.number("nbins" + letter, 0), true);
  }

  private double[] edges(Axis axis, String letter, int count) {
    if (!spec.hasArray(letter)) {
      double first = spec.number(letter + "0", 0);
      double step = spec.number("d" + letter, 1);
      double[] edges = new double[count + 1];
      for (int i = 0; i <= count; i++) {
        edges[i] = first + step * (i - 0.5);
      }
      return edges;
    }
    double[] centres = axis.values(spec.array(letter));
    if (axis.isCategory()) {
      return halves(count);
    }
    return centres.length > count ? centres : around(centres);
  }

  private static double[] halves(int count) {
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = i - 0.5;
    }
    return edges;
  }

  /** Edges half-way between centres. */
  private static double[] around(double[] centres) {
    int n = centres.length;
    if (n == 0) {
      return new double[0];
    }
    if (n == 1) {
      return new double[] {centres[0] - 0.5, centres[0] + 0.5};
    }
    double[] edges = new double[n + 1];
    edges[0] = 1.5 * centres[0] - 0.5 * centres[1];
    for (int i = 1; i < n; i++) {
      edges[i] = (centres[i - 1] + centres[i]) / 2;
    }
    edges[n] = 1.5 * centres[n - 1] - 0.5 * centres[n - 2];
    return edges;
  }

  @Override
  List<String> colours() {
    return List.of(Colours.hex(scale.atShare(0)), Colours.hex(scale.atShare(1)));
  }

  @Override
  List<LegendEntry> legend() {
    return List.of();
  }

  @Override
  ColourScale scale() {
    return scale.bar() == null ? null : scale;
  }

  @Override
  int layer() {
    return 0;
  }

  @Override
  void paint(Ink ink) {
    ink.clip(x.start, y.start, x.length, y.length, 0);
    double gapX = spec.number("xgap", 0);
    double gapY = spec.number("ygap", 0);
    for (int row = 0; row < z.length; row++) {
      for (int column = 0; column < z[row].length && column + 1 < xEdges.length; column++) {
        if (Double.isNaN(z[row][column])) {
          continue;
        }
        double a = x.pixel(xEdges[column]);
        double b = x.pixel(xEdges[column + 1]);
        double c = y.pixel(yEdges[row]);
        double d = y.pixel(yEdges[row + 1]);
        ink.cell(
            Math.min(a, b) + gapX / 2,
            Math.min(c, d) + gapY / 2,
            Math.abs(b - a) - gapX,
            Math.abs(d - c) - gapY,
            scale.colour(z[row][column]));
        words(ink, row, column, (a + b) / 2, (c + d) / 2);
      }
    }
    ink.noClip();
  }

  private void words(Ink ink, int row, int column, double px, double py) {
    if (!spec.text("texttemplate", "").equals("%{text}")) {
      return;
    }
    JsonArray rows = spec.array("text");
    if (row < rows.size() && rows.get(row) instanceof JsonArray cells && column < cells.size()) {
      Color colour = Colours.on(scale.colour(z[row][column]));
      double size = spec.number("textfont.size", 12);
      ink.text(cells.get(column).getAsString(), px, py, 0.5, 0.5, size, colour, 0);
    }
  }
}
