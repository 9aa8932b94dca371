package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.picture.Picture;

/**
 * A figure for a notebook cell, built in a line or two:
 *
 * <pre>{@code
 * Figure.of("Loss while fitting").line("zero as missing", steps, loss).xTitle("step").yTitle("loss")
 * }</pre>
 *
 * <p>Shown as an interactive plot and, wherever no browser draws it, as a picture of the same look.
 * Every call returns a new figure; the old one stays as it was.
 *
 * <p>Values may be arrays, lists, streams or a table's columns, of numbers, texts (categories),
 * truth values or {@code java.time} dates. Missing values (null, NaN) leave a gap. Texts may hold
 * {@code <b>}, {@code <i>}, {@code <br>}, {@code <sup>} and {@code <sub>}.
 */
public final class Figure implements Displayable {
  private final List<JsonObject> traces;
  private final JsonObject layout;
  private final Theme theme;

  private Figure(List<JsonObject> traces, JsonObject layout, Theme theme) {
    this.traces = traces;
    this.layout = layout;
    this.theme = theme;
  }

  /** An empty figure without a title. */
  public static Figure of() {
    return new Figure(List.of(), new JsonObject(), null);
  }

  /** An empty figure with a title. */
  public static Figure of(String title) {
    return of().with("title.text", title);
  }

  // ---------------------------------------------------------------- series

  /** A line through the points (x[i], y[i]), in the order given. */
  public Figure line(String name, Object x, Object y) {
    return scatter(name, "lines", x, y);
  }

  /** A line through the points (0, y[0]), (1, y[1]) and so on. */
  public Figure line(String name, Object y) {
    return scatter(name, "lines", null, y);
  }

  /** A line with a mark at each of its points. */
  public Figure markedLine(String name, Object x, Object y) {
    return scatter(name, "lines+markers", x, y);
  }

  /** Points at (x[i], y[i]). */
  public Figure points(String name, Object x, Object y) {
    return scatter(name, "markers", x, y);
  }

  /**
   * Points at (x[i], y[i]) in groups, such as the labels of a clustering: one series for each group
   * number, in rising order.
   */
  public Figure groupedPoints(Object x, Object y, int[] groups) {
    Values xs = Values.of(x, "x values");
    Values ys = Values.of(y, "y values");
    requireSame(xs.size(), ys.size(), "x values", "y values");
    requireSame(groups.length, xs.size(), "group numbers", "points");
    Figure all = holding("x", xs.kind()).holding("y", ys.kind());
    for (int group : IntStream.of(groups).distinct().sorted().toArray()) {
      JsonArray groupX = new JsonArray();
      JsonArray groupY = new JsonArray();
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] == group) {
          groupX.add(xs.json().get(i));
          groupY.add(ys.json().get(i));
        }
      }
      all =
          all.plus(
              Json.object(
                  "type",
                  "scatter",
                  "mode",
                  "markers",
                  "name",
                  "group " + group,
                  "x",
                  groupX,
                  "y",
                  groupY));
    }
    return all;
  }

  /** Points at (x[i], y[i]), each with a text above it. */
  public Figure labelledPoints(String name, Object x, Object y, List<String> labels) {
    Figure figure = scatter(name, "markers+text", x, y);
    JsonObject trace = figure.last("labelledPoints");
    requireSame(labels.size(), trace.getAsJsonArray("y").size(), "labels", "points");
    return figure.onLast("labels", "text", labels).onLast("labels", "textposition", "top center");
  }

  /** The area between a lower and an upper line, such as an interval around a mean. */
  public Figure band(String name, Object x, Object low, Object high) {
    Figure lower =
        scatter(name, "lines", x, low)
            .onLast("band", "line.width", 0)
            .onLast("band", "zorder", -1)
            .onLast("band", "showlegend", false)
            .onLast("band", "hoverinfo", "skip");
    return lower
        .scatter(name, "lines", x, high)
        .onLast("band", "line.width", 0)
        .onLast("band", "zorder", -1)
        .onLast("band", "fill", "tonexty");
  }

  private Figure scatter(String name, String mode, Object x, Object y) {
    Values ys = Values.of(y, "y values of \"" + name + "\"");
    Values xs = x == null ? Values.count(ys.size()) : Values.of(x, "x values of \"" + name + "\"");
    requireSame(xs.size(), ys.size(), "x values", "y values of \"" + name + "\"");
    return holding("x", xs.kind())
        .holding("y", ys.kind())
        .plus(
            Json.object(
                "type", "scatter", "mode", mode, "name", name, "x", xs.json(), "y", ys.json()));
  }

  /**
   * Upright bars: one for each category (or number, or date). Several series stand side by side.
   */
  public Figure bars(String name, Object categories, Object values) {
    return bars(name, categories, values, "v");
  }

  /** Lying bars, the first at the top: for long names. */
  public Figure horizontalBars(String name, Object categories, Object values) {
    return bars(name, categories, values, "h").with("yaxis.autorange", "reversed");
  }

  private Figure bars(String name, Object categories, Object values, String orientation) {
    Values places = Values.of(categories, "categories of \"" + name + "\"");
    Values sizes = Values.numbers(values, "values of \"" + name + "\"");
    requireSame(places.size(), sizes.size(), "categories", "values of \"" + name + "\"");
    boolean upright = orientation.equals("v");
    Values xs = upright ? places : sizes;
    Values ys = upright ? sizes : places;
    return holding("x", xs.kind())
        .holding("y", ys.kind())
        .plus(
            Json.object(
                "type",
                "bar",
                "name",
                name,
                "orientation",
                orientation,
                "x",
                xs.json(),
                "y",
                ys.json()));
  }

  /** Puts bars of the same place upon each other; negative ones hang below zero. */
  public Figure stacked() {
    return with("barmode", "relative");
  }

  /** Draws bars and histograms of the same place over each other, half transparent. */
  public Figure overlaid() {
    Figure all = with("barmode", "overlay");
    List<JsonObject> seenThrough = new ArrayList<>();
    for (JsonObject trace : all.traces) {
      JsonObject copy = trace.deepCopy();
      Json.preset(copy, "opacity", 0.6);
      seenThrough.add(copy);
    }
    return new Figure(List.copyOf(seenThrough), all.layout, theme);
  }

  /** How often values fall into each of some bins of equal width, chosen from their spread. */
  public Figure histogram(String name, Object values) {
    Values found = Values.of(values, "values of \"" + name + "\"");
    return holding("x", found.kind())
        .holding("y", Values.Kind.NUMBERS)
        .plus(Json.object("type", "histogram", "name", name, "x", found.json()));
  }

  /**
   * A histogram with at most that many bins; their width is a round number.
   *
   * @param bins at least 1
   */
  public Figure histogram(String name, Object values, int bins) {
    if (bins < 1) {
      throw new UserError("bins must be at least 1, not " + bins + ".");
    }
    return histogram(name, values).onLast("bins", "nbinsx", bins);
  }

  /** A box from the first to the third quartile, with median, whiskers and far points. */
  public Figure box(String name, Object values) {
    Values found = Values.numbers(values, "values of \"" + name + "\"");
    return holding("x", Values.Kind.CATEGORIES)
        .holding("y", Values.Kind.NUMBERS)
        .plus(Json.object("type", "box", "name", name, "y", found.json(), "showlegend", false));
  }

  /** A table of numbers as colours; row 0 is at the top. */
  public Figure heatMap(double[][] z) {
    return heatMap(null, null, z);
  }

  /**
   * A table of numbers as colours; row 0 is at the top.
   *
   * @param columns the names of the columns, or null for 0, 1, 2, …
   * @param rows the names of the rows, or null
   */
  public Figure heatMap(Object columns, Object rows, double[][] z) {
    int width = z.length == 0 ? 0 : z[0].length;
    JsonArray cells = new JsonArray();
    for (double[] row : z) {
      requireSame(row.length, width, "values of a row of z", "values of its first row");
      cells.add(Values.numbers(row, "values of z").json());
    }
    JsonObject trace = Json.object("type", "heatmap", "z", cells);
    Values.Kind across = Values.Kind.NUMBERS;
    Values.Kind down = Values.Kind.NUMBERS;
    if (columns != null) {
      Values names = Values.of(columns, "names of the columns");
      requireSame(names.size(), width, "names", "columns of z");
      trace.add("x", names.json());
      across = names.kind();
    }
    if (rows != null) {
      Values names = Values.of(rows, "names of the rows");
      requireSame(names.size(), z.length, "names", "rows of z");
      trace.add("y", names.json());
      down = names.kind();
    }
    return holding("x", across).holding("y", down).with("yaxis.autorange", "reversed").plus(trace);
  }

  /** Shares of a whole, the largest first, clockwise from the top. No value may be negative. */
  public Figure pie(Object labels, Object values) {
    Values names = Values.of(labels, "labels");
    Values sizes = Values.numbers(values, "values");
    requireSame(names.size(), sizes.size(), "labels", "values");
    for (JsonElement size : sizes.json()) {
      if (!size.isJsonNull() && size.getAsDouble() < 0) {
        throw new UserError("A pie cannot show the negative value " + size + ": use bars instead.");
      }
    }
    JsonArray texts = new JsonArray();
    names.json().forEach(name -> texts.add(name.isJsonNull() ? "missing" : name.getAsString()));
    return plus(
        Json.object(
            "type",
            "pie",
            "labels",
            texts,
            "values",
            sizes.json(),
            "direction",
            "clockwise",
            "sort",
            true));
  }

  // ------------------------------------------------- settings of the last series

  /** The colour of the series added last: {@code "#0072b2"}, {@code "crimson"}. */
  public Figure colour(String css) {
    JsonObject trace = last("colour").deepCopy();
    for (String part : new String[] {"line", "marker"}) {
      Json.set(trace, part + ".color", css);
    }
    return replaceLast(trace);
  }

  /** Draws the line added last in dashes. */
  public Figure dashed() {
    return onLast("dashed", "line.dash", "dash");
  }

  /** Whiskers of that length above and below each value of the series added last. */
  public Figure errors(Object lengths) {
    Values sizes = Values.numbers(lengths, "lengths of the errors");
    JsonObject trace = last("errors");
    requireSame(
        sizes.size(),
        trace.getAsJsonArray("y").size(),
        "lengths of errors",
        "values of the series");
    boolean lying = Json.text(trace, "orientation", "v").equals("h");
    String path = lying ? "error_x" : "error_y";
    return onLast(
        "errors",
        path,
        Json.object("type", "data", "array", sizes.json(), "thickness", 1.5, "width", 4));
  }

  /** The size of the points added last, in pixels. */
  public Figure size(double pixels) {
    return onLast("size", "marker.size", pixels);
  }

  /** Colours the points added last by numbers, with a bar that explains them. */
  public Figure colouredBy(String title, Object numbers) {
    Values values = Values.numbers(numbers, "numbers of \"" + title + "\"");
    return onLast("colouredBy", "marker.color", values.json())
        .onLast("colouredBy", "marker.colorbar.title.text", title);
  }

  /** Writes each value of the bars or the heat map added last, with that many decimals. */
  public Figure valueLabels(int decimals) {
    JsonObject trace = last("valueLabels").deepCopy();
    Labels.write(trace, decimals);
    return replaceLast(trace);
  }

  /** Any other setting of Plotly for the series added last, by its path: {@code "line.shape"}. */
  public Figure onLast(String path, Object value) {
    return onLast("onLast", path, value);
  }

  // ------------------------------------------------------------------ layout

  public Figure xTitle(String title) {
    return with("xaxis.title.text", title);
  }

  public Figure yTitle(String title) {
    return with("yaxis.title.text", title);
  }

  /** A logarithmic x axis; values that are not positive are left out. */
  public Figure logX() {
    return log("x");
  }

  /** A logarithmic y axis; values that are not positive are left out. */
  public Figure logY() {
    return log("y");
  }

  /** Shows x from one value to another. */
  public Figure xRange(double from, double to) {
    return range("x", from, to);
  }

  /** Shows y from one value to another. */
  public Figure yRange(double from, double to) {
    return range("y", from, to);
  }

  /** Lets the y axis begin at zero. */
  public Figure yFromZero() {
    return with("yaxis.rangemode", "tozero");
  }

  /** The order of the categories on the x axis. */
  public Figure xCategories(List<String> order) {
    return with("xaxis.categoryorder", "array").with("xaxis.categoryarray", order);
  }

  /** The order of the categories on the y axis, from the bottom. */
  public Figure yCategories(List<String> order) {
    return with("yaxis.categoryorder", "array").with("yaxis.categoryarray", order);
  }

  /** A text with an arrow to a point of the plot: numbers, category names or dates. */
  public Figure note(Object x, Object y, String text) {
    return Notes.add(this, x, y, text);
  }

  /** A dashed line across the plot at a height, with a text at its right end ("" for none). */
  public Figure horizontalLine(double y, String text) {
    return Notes.horizontal(this, y, text);
  }

  /** A dashed line from top to bottom at a place, with a text at its top ("" for none). */
  public Figure verticalLine(double x, String text) {
    return Notes.vertical(this, x, text);
  }

  /** Shows or hides the legend; without this call it is shown from two series on. */
  public Figure legend(boolean shown) {
    return with("showlegend", shown);
  }

  /**
   * The size in pixels; 700 x 420 without this call.
   *
   * @param width from 100 to 4000
   * @param height from 100 to 4000
   */
  public Figure size(int width, int height) {
    if (Math.min(width, height) < 100 || Math.max(width, height) > 4000) {
      throw new UserError(
          "A figure's width and height must lie between 100 and 4000 pixels, not "
              + width
              + " x "
              + height
              + ".");
    }
    return with("width", width).with("height", height);
  }

  /** Colours for light or dark surroundings; without this call, what LECTERN_THEME says. */
  public Figure theme(Theme chosen) {
    return new Figure(traces, layout, chosen);
  }

  /** Any other setting of Plotly's layout, by its path: {@code with("yaxis.dtick", 5)}. */
  public Figure with(String path, Object value) {
    JsonObject changed = layout.deepCopy();
    Json.set(changed, path, value instanceof JsonElement e ? e.deepCopy() : value);
    return new Figure(traces, changed, theme);
  }

  // ------------------------------------------------------------------ results

  /** The complete figure as strict Plotly JSON: {@code {"data": […], "layout": {…}}}. */
  public String json() {
    return StrictJson.write(complete());
  }

  /** The picture as a PNG file, with two pixels for each pixel of the size. */
  public byte[] png() {
    return Picture.of(complete()).png(PlotBundle.FILE_SCALE);
  }

  /** Writes the picture into a file; its folder must exist. */
  public void savePng(Path file) {
    try {
      Files.write(file, png());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be written to " + file, e);
    }
  }

  @Override
  public MimeBundle bundle() {
    return PlotBundle.of(complete(), toString());
  }

  /** The figure in one line: title, kinds, counts, axes. */
  @Override
  public String toString() {
    return Words.of(raw());
  }

  JsonObject complete() {
    return Look.complete(raw(), theme == null ? Theme.standard() : theme);
  }

  JsonObject raw() {
    JsonArray data = new JsonArray();
    traces.forEach(data::add);
    return Json.object("data", data, "layout", layout.deepCopy());
  }

  JsonElement setting(String path) {
    return Json.get(layout, path);
  }

  // ------------------------------------------------------------------ parts

  private Figure plus(JsonObject trace) {
    List<JsonObject> all = new ArrayList<>(traces);
    all.add(trace);
    return new Figure(List.copyOf(all), layout, theme);
  }

  private JsonObject last(String call) {
    if (traces.isEmpty()) {
      throw new UserError(
          call + " changes the series added last, but there is none: add a series before it.");
    }
    return traces.get(traces.size() - 1);
  }

  private Figure onLast(String call, String path, Object value) {
    JsonObject trace = last(call).deepCopy();
    Json.set(trace, path, value instanceof JsonElement e ? e.deepCopy() : value);
    return replaceLast(trace);
  }

  private Figure replaceLast(JsonObject trace) {
    List<JsonObject> all = new ArrayList<>(traces);
    all.set(all.size() - 1, trace);
    return new Figure(List.copyOf(all), layout, theme);
  }

  private Figure holding(String letter, Values.Kind kind) {
    String path = letter + "axis.type";
    JsonElement before = setting(path);
    if (before == null) {
      return with(path, kind.axisType);
    }
    String type = before.getAsString();
    boolean fits = type.equals("log") ? kind == Values.Kind.NUMBERS : type.equals(kind.axisType);
    if (!fits) {
      throw new UserError(
          "The "
              + letter
              + " axis holds "
              + words(type)
              + " already, so "
              + kind.words
              + " do not fit on it. Give all series of a figure the same kind of values.");
    }
    return this;
  }

  private static String words(String type) {
    return type.equals("category") ? "categories" : type.equals("date") ? "dates" : "numbers";
  }

  private Figure log(String letter) {
    JsonElement before = setting(letter + "axis.type");
    if (before != null
        && !before.getAsString().equals("linear")
        && !before.getAsString().equals("log")) {
      throw new UserError(
          "The "
              + letter
              + " axis holds "
              + words(before.getAsString())
              + ": only numbers have a logarithmic axis.");
    }
    Figure logged = with(letter + "axis.type", "log");
    boolean already = before != null && before.getAsString().equals("log");
    return already ? logged : Notes.asLogarithms(logged, letter);
  }

  private Figure range(String letter, double from, double to) {
    if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
      throw new UserError(
          "The " + letter + " range needs two different numbers, not " + from + " and " + to + ".");
    }
    boolean log =
        setting(letter + "axis.type") != null
            && setting(letter + "axis.type").getAsString().equals("log");
    if (log && Math.min(from, to) <= 0) {
      throw new UserError(
          "A logarithmic axis shows positive numbers only, not "
              + Math.min(from, to)
              + ": choose a range above 0.");
    }
    List<Double> ends =
        log ? List.of(StrictMath.log10(from), StrictMath.log10(to)) : List.of(from, to);
    return with(letter + "axis.range", ends).with(letter + "axis.autorange", false);
  }

  private static void requireSame(int left, int right, String leftName, String rightName) {
    if (left != right) {
      throw new UserError(
          "There are "
              + left
              + " "
              + leftName
              + " but "
              + right
              + " "
              + rightName
              + ": give as many of the one as of the other.");
    }
  }
}
