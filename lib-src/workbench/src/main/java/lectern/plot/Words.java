package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A figure in one line: {@code Figure "Loss": 2 lines, 200 points; x: step, y: loss}. */
final class Words {
  private record Count(int series, int values) {
    Count plus(int more) {
      return new Count(series + 1, values + more);
    }
  }

  private Words() {}

  static String of(JsonObject figure) {
    JsonObject layout = Json.at(figure, "layout");
    StringBuilder line = new StringBuilder("Figure");
    String title = title(layout);
    if (!title.isEmpty()) {
      line.append(" \"").append(title).append('"');
    }
    line.append(": ").append(contents(figure.getAsJsonArray("data")));
    List<String> axes = new ArrayList<>();
    for (String letter : new String[] {"x", "y"}) {
      String name = title(Json.at(layout, letter + "axis"));
      if (!name.isEmpty()) {
        axes.add(letter + ": " + name);
      }
    }
    return axes.isEmpty() ? line.toString() : line + "; " + String.join(", ", axes);
  }

  private static String title(JsonObject owner) {
    String title =
        owner.get("title") instanceof JsonObject
            ? Json.text(owner, "title.text", "")
            : Json.text(owner, "title", "");
    return title
        .replace("<br>", " ")
        .replaceAll("</?(b|i|em|sup|sub|span|a)( [^<>]*)?>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String contents(JsonArray data) {
    Map<String, Count> counts = new LinkedHashMap<>();
    for (JsonElement element : data) {
      JsonObject trace = element.getAsJsonObject();
      counts.merge(kind(trace), new Count(1, values(trace)), (a, b) -> a.plus(b.values));
    }
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          String[] names = kind.split("\\|");
          parts.add(many(count.series, names[0]));
          if (names.length > 1) {
            parts.add(many(count.values, names[1]));
          }
        });
    return parts.isEmpty() ? "empty" : String.join(", ", parts);
  }

  private static String kind(JsonObject trace) {
    String type = Json.text(trace, "type", "scatter");
    return switch (type) {
      case "scatter", "scattergl" ->
          Json.text(trace, "mode", "lines").contains("lines") ? "line|point" : "point series|point";
      case "bar" -> "bar series|bar";
      case "histogram" -> "histogram|value";
      case "box" -> "box series|value";
      case "heatmap" -> "heat map|cell";
      case "candlestick", "ohlc" -> "price series|point";
      case "pie" -> "pie|slice";
      default -> type + " series|point";
    };
  }

  private static int values(JsonObject trace) {
    if (trace.get("z") instanceof JsonArray rows
        && rows.size() > 0
        && rows.get(0) instanceof JsonArray) {
      int cells = 0;
      for (JsonElement row : rows) {
        cells += row.getAsJsonArray().size();
      }
      return cells;
    }
    for (String name : new String[] {"z", "labels", "y", "x", "close", "values"}) {
      if (trace.get(name) instanceof JsonArray values) {
        return values.size();
      }
    }
    return 0;
  }

  private static String many(int count, String name) {
    String plural = name.endsWith("series") ? name : name.endsWith("x") ? name + "es" : name + "s";
    return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? name : plural);
  }
}
