package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Gives each series its colours where it names none. */
final class Palettes {
  private Palettes() {}

  /** True for charts on two straight axes. */
  static boolean flat(String type) {
    return switch (type) {
      case "scatter", "scattergl", "bar", "histogram", "box", "heatmap", "histogram2d" -> true;
      default -> false;
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
          Json.preset(trace, "colorscale", scale(theme));
          bar(trace, "showscale", "colorbar", theme);
        }
        case "pie" -> {
          Json.preset(trace, "marker.line.color", theme.paper);
          Json.preset(trace, "marker.line.width", 2);
          Json.preset(trace, "automargin", false);
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
        Json.preset(trace, "marker.colorscale", scale(theme));
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

  static JsonArray scale(Theme theme) {
    JsonArray stops = new JsonArray();
    int last = theme.scale.size() - 1;
    for (int i = 0; i <= last; i++) {
      JsonArray stop = new JsonArray();
      stop.add(i / (double) last);
      stop.add(theme.scale.get(i));
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
