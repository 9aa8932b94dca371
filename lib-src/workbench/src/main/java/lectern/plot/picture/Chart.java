package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A figure worked out: every axis with its range and ticks, every series with its places. */
final class Chart {
  final Spec layout;
  final int width;
  final int height;

  /** Left, top, width and height of the part inside the margins. */
  final double[] area;

  final Map<String, Axis> axes = new LinkedHashMap<>();
  final List<Trace> traces = new ArrayList<>();

  Chart(JsonObject figure) {
    Spec spec = new Spec(figure);
    layout = spec.at("layout");
    width = Math.max(10, layout.whole("width", 700));
    height = Math.max(10, layout.whole("height", 450));
    double left = layout.number("margin.l", 80);
    double top = layout.number("margin.t", 100);
    area =
        new double[] {
          left,
          top,
          Math.max(1, width - left - layout.number("margin.r", 80)),
          Math.max(1, height - top - layout.number("margin.b", 80))
        };
    List<Spec> series = spec.list("data");
    for (int i = 0; i < series.size(); i++) {
      Trace trace = trace(series.get(i), i, series);
      if (trace != null) {
        traces.add(trace);
      }
    }
    traces.forEach(Trace::measure);
    arrange();
    shareRanges();
    axes.values().forEach(Axis::findRange);
    axes.values().forEach(axis -> axis.ticks = Ticks.of(axis));
  }

  private Trace trace(Spec spec, int index, List<Spec> series) {
    String visible = spec.text("visible", "true");
    if (visible.equals("false") || visible.equals("legendonly")) {
      return null;
    }
    String type = spec.text("type", "scatter");
    if (isEmpty(spec, type)) {
      return null;
    }
    switch (type) {
      case "pie":
        return new Pie(spec, index, layout, area);
      case "scatter",
      "scattergl",
      "bar",
      "histogram",
      "box",
      "heatmap",
      "histogram2d",
      "candlestick",
      "ohlc":
        break;
      default:
        return new Unsupported(spec, index);
    }
    Axis x = axis(spec.text("xaxis", "x"), series);
    Axis y = axis(spec.text("yaxis", "y"), series);
    return switch (type) {
      case "bar", "histogram" -> new Bars(spec, index, x, y);
      case "box" -> new Boxes(spec, index, of(Boxes.class).size(), x, y);
      case "heatmap", "histogram2d" -> new HeatMap(spec, index, x, y);
      case "candlestick", "ohlc" -> new Candles(spec, index, x, y);
      default -> new Scatter(spec, index, x, y, scatterBefore(x, y));
    };
  }

  /** A series without a single value takes no part, also not in the legend. */
  private static boolean isEmpty(Spec spec, String type) {
    return switch (type) {
      case "pie" -> spec.array("labels").isEmpty() && spec.array("values").isEmpty();
      case "heatmap" -> spec.array("z").isEmpty();
      case "scatter", "scattergl", "bar", "box", "histogram", "histogram2d" -> {
        boolean x = spec.hasArray("x");
        boolean y = spec.hasArray("y");
        boolean none = !x && !y;
        yield none || x && spec.array("x").isEmpty() || y && spec.array("y").isEmpty();
      }
      default -> false;
    };
  }

  private Scatter scatterBefore(Axis x, Axis y) {
    Scatter before = null;
    for (Scatter one : of(Scatter.class)) {
      before = one.x == x && one.y == y ? one : before;
    }
    return before;
  }

  <T extends Trace> List<T> of(Class<T> kind) {
    return traces.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private Axis axis(String id, List<Spec> series) {
    Axis known = axes.get(id);
    if (known != null) {
      return known;
    }
    Axis axis = new Axis(id, layout.at(id.charAt(0) + "axis" + id.substring(1)));
    axes.put(id, axis);
    place(axis);
    if (axis.type.equals("-")) {
      axis.type = AxisType.of(axis, series);
    }
    if (axis.isCategory() && axis.spec.hasArray("categoryarray")) {
      axis.nameCategories(axis.spec.array("categoryarray"));
    } else if (axis.isCategory() && axis.spec.text("categoryorder", "trace").startsWith("cat")) {
      nameSorted(axis, series);
    }
    return axis;
  }

  private void place(Axis axis) {
    Spec source = axis.spec;
    if (source.has("overlaying")) {
      String other = source.text("overlaying", "");
      source = layout.at(other.charAt(0) + "axis" + other.substring(1));
    }
    JsonArray domain = source.array("domain");
    double from = domain.size() == 2 ? domain.get(0).getAsDouble() : 0;
    double to = domain.size() == 2 ? domain.get(1).getAsDouble() : 1;
    if (axis.horizontal) {
      axis.start = area[0] + from * area[2];
      axis.length = (to - from) * area[2];
    } else {
      axis.start = area[1] + (1 - to) * area[3];
      axis.length = (to - from) * area[3];
    }
  }

  private static void nameSorted(Axis axis, List<Spec> series) {
    TreeMap<String, Boolean> names = new TreeMap<>();
    String letter = axis.horizontal ? "x" : "y";
    for (Spec one : series) {
      if (one.text(letter + "axis", letter).equals(axis.id)) {
        for (JsonElement name : one.array(letter)) {
          if (!name.isJsonNull()) {
            names.put(name.getAsString(), true);
          }
        }
      }
    }
    boolean down = axis.spec.text("categoryorder", "").endsWith("descending");
    JsonArray sorted = new JsonArray();
    (down ? names.descendingKeySet() : names.keySet()).forEach(sorted::add);
    axis.nameCategories(sorted);
  }

  private void arrange() {
    Map<String, List<Bars>> bars = new LinkedHashMap<>();
    for (Bars one : of(Bars.class)) {
      String key = one.x.id + one.y.id + one.upright();
      bars.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    bars.values().forEach(group -> new BarGroups(layout, group).arrange());
    Map<String, List<Boxes>> boxes = new LinkedHashMap<>();
    for (Boxes one : of(Boxes.class)) {
      String key = one.x.id + one.y.id + one.upright();
      boxes.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    boxes.values().forEach(group -> Boxes.arrange(layout, group));
  }

  private void shareRanges() {
    for (Axis axis : axes.values()) {
      Axis other = axes.get(axis.spec.text("matches", ""));
      if (other != null) {
        other.extremes.addAll(axis.extremes);
        axis.extremes.addAll(other.extremes);
      }
    }
  }

  /** The names of the kinds of charts in this figure that are not drawn. */
  List<String> unsupported() {
    return of(Unsupported.class).stream().map(Unsupported::kind).distinct().toList();
  }

  /** The names of the legends that are shown: {@code legend}, {@code legend2} and so on. */
  List<String> legends() {
    boolean many =
        traces.size() > 1
            || traces.stream().anyMatch(t -> t instanceof Pie || t.spec.flag("showlegend", false));
    return layout.flag("showlegend", many)
        ? traces.stream().map(Trace::legendName).distinct().sorted().toList()
        : List.of();
  }

  /** The lines of a legend, from top to bottom. */
  List<LegendEntry> legend(String name) {
    List<Trace> own = traces.stream().filter(t -> t.legendName().equals(name)).toList();
    List<LegendEntry> entries = new ArrayList<>();
    for (Trace trace : own) {
      for (LegendEntry entry : trace.legend()) {
        if (!(trace instanceof Pie)
            || entries.stream().noneMatch(e -> e.text().equals(entry.text()))) {
          entries.add(entry);
        }
      }
    }
    boolean stacked = !of(Bars.class).isEmpty() && layout.text("barmode", "").equals("stack");
    boolean onto = own.stream().anyMatch(t -> t.spec.text("fill", "").startsWith("tonext"));
    String order = layout.text(name + ".traceorder", stacked || onto ? "reversed" : "normal");
    if (order.contains("reversed")) {
      Collections.reverse(entries);
    }
    return entries;
  }
}
