package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Puts back what a user has set and jsplot 0.44.4 loses or misspells on its way to JavaScript:
 * backgrounds, the fourth y axis, an axis's range mode, colour and tick angle, legend groups, hover
 * labels, the modes of points in space, and domains in countries that write 0,5.
 */
final class TablesawRepair {
  /** jsplot's "text + text" is what it calls TEXT_AND_MARKERS. */
  private static final Map<String, String> MODES =
      Map.of(
          "line", "lines",
          "line + markers", "lines+markers",
          "line + text", "lines+text",
          "text + text", "markers+text",
          "line + text + markers", "lines+markers+text");

  private TablesawRepair() {}

  static void layout(JsonObject json, Layout layout) {
    background(json, "paper_bgcolor", Hidden.value(layout, "paperBgColor"));
    background(json, "plot_bgcolor", Hidden.value(layout, "plotBgColor"));
    if (Hidden.value(layout, "yAxis4") instanceof Axis fourth) {
      json.add("yaxis4", JsLiteral.object(fourth.asJavascript()));
    }
    for (String name : new String[] {"xAxis", "yAxis", "yAxis2", "yAxis3", "yAxis4", "zAxis"}) {
      repairAxis(json.get(name.toLowerCase(Locale.ROOT)), Hidden.value(layout, name));
    }
    Object scene = Hidden.value(layout, "scene");
    for (String name : new String[] {"xAxis", "yAxis", "zAxis"}) {
      String path = "scene." + name.toLowerCase(Locale.ROOT);
      repairAxis(Json.get(json, path), Hidden.value(scene, name));
    }
  }

  private static void background(JsonObject json, String name, Object colour) {
    if (colour != null && !colour.equals("#fff")) {
      json.addProperty(name, colour.toString());
    }
  }

  private static void repairAxis(JsonElement element, Object axis) {
    if (!(element instanceof JsonObject json) || axis == null) {
      return;
    }
    // In this order, so that the JSON is the same in every run.
    rename(json, "showspike", "showspikes");
    rename(json, "showExponent", "showexponent");
    put(json, "rangemode", Hidden.value(axis, "rangeMode"), Set.of("normal"));
    put(json, "color", Hidden.value(axis, "color"), Set.of("#444"));
    Object ticks = Hidden.value(axis, "tickSettings");
    put(json, "tickangle", Hidden.value(ticks, "angle"), Set.of("0"));
    put(json, "separatethousands", Hidden.value(ticks, "separateThousands"), Set.of("false"));
    // Ticks in steps of nothing: what was meant is to choose them.
    if (Json.text(json, "tickmode", "").equals("linear") && !json.has("dtick")) {
      json.remove("tickmode");
    }
    if (json.get("domain") instanceof JsonArray parts && parts.size() == 4) {
      json.add("domain", domain(parts));
    }
  }

  private static void rename(JsonObject json, String wrong, String right) {
    if (json.has(wrong)) {
      json.add(right, json.remove(wrong));
    }
  }

  /** {@code [0,25, 1,00]} was meant as {@code [0.25, 1.00]}. */
  private static JsonArray domain(JsonArray parts) {
    JsonArray domain = new JsonArray();
    for (int i = 0; i < 4; i += 2) {
      domain.add(parts.get(i).getAsDouble() + parts.get(i + 1).getAsDouble() / 100);
    }
    return domain;
  }

  static void trace(JsonObject json, Trace trace) {
    String mode = Json.text(json, "mode", "");
    json.remove("mode");
    if (!mode.isEmpty()) {
      json.addProperty("mode", MODES.getOrDefault(mode, mode));
    }
    put(json, "legendgroup", Hidden.value(trace, "legendGroup"), Set.of(""));
    HoverLabel label = trace.hoverLabel();
    if (!json.has("hoverlabel") && label != null) {
      json.add("hoverlabel", JsLiteral.object(label.asJavascript()));
    }
    if (Hidden.value(trace, "text") instanceof String[] texts && json.has("text")) {
      JsonArray array = json.getAsJsonArray("text");
      for (int i = 0; i < texts.length; i++) {
        array.set(i, Json.element(texts[i] == null ? "" : texts[i]));
      }
    }
  }

  private static void put(JsonObject json, String name, Object value, Set<String> usual) {
    if (value != null && !usual.contains(value.toString())) {
      boolean plain = value instanceof Number || value instanceof Boolean;
      json.add(name, Json.element(plain ? value : value.toString()));
    }
  }

  /** What the figure asks of plotly.js itself, such as hiding its buttons; null where nothing. */
  static JsonObject config(Config config) {
    if (config == null) {
      return null;
    }
    JsonObject json = JsLiteral.object(config.asJavascript());
    json.entrySet().removeIf(entry -> entry.getValue().isJsonNull());
    return json.isEmpty() ? null : json;
  }
}
