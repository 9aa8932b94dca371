package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Gives each series its colours where it names none. */
final class Palettes {
  private Palettes() {}

  /** True for charts on two straight axes. */
  static boolean flat(String type) {
    return switch (type) {
      case "scatter",
          "scattergl",
          "bar",
          "histogram",
          "box",
          "heatmap",
          "histogram2d",
          "candlestick",
          "ohlc" ->
          true;
      default -> false;
    };
  }

  /** Flat charts, and those on two axes that have no picture of their own. */
  static boolean cartesian(String type) {
    return switch (type) {
      case "contour", "histogram2dcontour", "violin", "waterfall", "funnel" -> true;
      default -> flat(type);
    };
  }

  static void colour(List<JsonObject> traces, Theme theme, JsonObject layout) {
    int next = 0;
    for (JsonObject trace : traces) {
      String colour = theme.series.get(next % theme.series.size());
      switch (Json.text(trace, "type", "scatter")) {
        case "scatter", "scattergl" -> {
          // The lower edge of a band is no series of its own.
          next += Json.text(trace, "hoverinfo", "").equals("skip") ? 0 : 1;
          scatter(trace, colour, theme);
        }
        case "bar", "histogram" -> {
          next++;
          Json.preset(trace, "marker.color", colour);
          Json.preset(trace, "marker.line.width", 0);
        }
        case "box" -> {
          next++;
          Json.preset(trace, "line.color", colour);
          Json.preset(trace, "line.width", 1.5);
          Json.preset(trace, "fillcolor", fade(Json.text(trace, "line.color", colour), 0.35));
          Json.preset(trace, "marker.color", Json.text(trace, "line.color", colour));
          Json.preset(trace, "marker.size", 5);
        }
        case "heatmap", "histogram2d" -> {
          Json.preset(trace, "colorscale", scale(theme.scale));
          bar(trace, "showscale", "colorbar", theme);
        }
        case "candlestick", "ohlc" -> {
          Json.preset(trace, "increasing.line.color", theme.series.get(2));
          Json.preset(trace, "decreasing.line.color", theme.series.get(1));
          Json.preset(layout, "xaxis.rangeslider.visible", false);
        }
        case "pie" -> {
          Json.preset(trace, "marker.line.color", theme.paper);
          Json.preset(trace, "marker.line.width", 2);
          Json.preset(trace, "automargin", false);
          slices(trace, theme);
        }
        default -> {}
      }
    }
  }

  private static void scatter(JsonObject trace, String colour, Theme theme) {
    String mode = Json.text(trace, "mode", "lines+markers");
    String own = Json.text(trace, "line.color", Json.text(trace, "marker.color", colour));
    if (mode.contains("lines")) {
      Json.preset(trace, "line.color", own);
      Json.preset(trace, "line.width", 2);
    }
    if (mode.contains("markers")) {
      Json.preset(trace, "marker.color", own);
      if (Json.get(trace, "marker.color") instanceof JsonArray) {
        Json.preset(trace, "marker.colorscale", scale(theme.scale.subList(2, theme.scale.size())));
        bar(trace, "marker.showscale", "marker.colorbar", theme);
      }
      Json.preset(trace, "marker.size", 7);
      Json.preset(trace, "marker.line.width", 0);
    }
    if (!Json.text(trace, "fill", "none").equals("none")) {
      Json.preset(trace, "fillcolor", fade(own, 0.25));
    }
  }

  private static void bar(JsonObject trace, String shown, String path, Theme theme) {
    Json.preset(trace, shown, true);
    if (Json.text(trace, shown, "true").equals("true")) {
      Json.preset(trace, path + ".thickness", 14);
      Json.preset(trace, path + ".outlinewidth", 0);
      Json.preset(trace, path + ".tickfont.size", 12);
      Json.preset(trace, path + ".tickfont.color", theme.muted);
    }
  }

  /** Colours by size, the largest first; dark words on light slices, light ones on dark. */
  private static void slices(JsonObject trace, Theme theme) {
    boolean own = trace.get("marker") instanceof JsonObject marker && marker.has("colors");
    if (own
        || !(trace.get("labels") instanceof JsonArray labels)
        || !(trace.get("values") instanceof JsonArray values)
        || labels.size() != values.size()
        || new HashSet<>(labels.asList()).size() != labels.size()) {
      return;
    }
    List<Integer> order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> size(values.get(i))).reversed())
            .toList();
    String[] colours = new String[values.size()];
    String[] words = new String[values.size()];
    for (int i = 0; i < colours.length; i++) {
      String colour = theme.series.get(i % theme.series.size());
      int rgb = Integer.parseInt(colour.substring(1), 16);
      int light = (rgb >> 16) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114;
      colours[order.get(i)] = colour;
      words[order.get(i)] = light > 145_000 ? "#1f2933" : "#ffffff";
    }
    Json.set(trace, "marker.colors", List.of(colours));
    Json.preset(trace, "insidetextfont.color", List.of(words));
  }

  private static double size(JsonElement value) {
    return value.isJsonNull() ? 0 : value.getAsDouble();
  }

  private static JsonArray scale(List<String> colours) {
    JsonArray stops = new JsonArray();
    int last = colours.size() - 1;
    for (int i = 0; i <= last; i++) {
      JsonArray stop = new JsonArray();
      stop.add(i / (double) last);
      stop.add(colours.get(i));
      stops.add(stop);
    }
    return stops;
  }

  /** A colour #rrggbb with an opacity; any other colour as it is. */
  static String fade(String colour, double opacity) {
    if (!colour.matches("#[0-9a-fA-F]{6}")) {
      return colour;
    }
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return "rgba(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + "," + opacity + ")";
  }
}
