package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Whether a figure has anything to show. */
final class Contents {
  private Contents() {}

  /** True when some series has a value. */
  static boolean any(List<JsonObject> traces) {
    return traces.stream().anyMatch(Contents::any);
  }

  private static boolean any(JsonObject trace) {
    String type = Json.text(trace, "type", "scatter");
    if (!Palettes.flat(type) && !type.equals("pie")) {
      return true;
    }
    for (String name : new String[] {"z", "values", "labels", "y", "x", "open"}) {
      if (trace.get(name) instanceof JsonArray array) {
        return anyIn(array);
      }
    }
    return false;
  }

  private static boolean anyIn(JsonArray array) {
    for (JsonElement element : array) {
      if (element instanceof JsonArray inner ? anyIn(inner) : !element.isJsonNull()) {
        return true;
      }
    }
    return false;
  }

  /** Hides empty axes and says that there is nothing to show. */
  static void sayNone(JsonObject layout, Theme theme) {
    for (String axis : new String[] {"xaxis", "yaxis"}) {
      Json.set(layout, axis + ".visible", false);
    }
    JsonArray notes =
        layout.get("annotations") instanceof JsonArray before ? before : new JsonArray();
    notes.add(
        Json.object(
            "text",
            "no data to show",
            "showarrow",
            false,
            "xref",
            "paper",
            "yref",
            "paper",
            "x",
            0.5,
            "y",
            0.5,
            "xanchor",
            "center",
            "yanchor",
            "middle",
            "font",
            Json.object("size", 14, "color", theme.muted)));
    layout.add("annotations", notes);
  }
}
