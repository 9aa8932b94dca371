package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import lectern.display.UserError;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Turns Tablesaw's figures into strict Plotly JSON.
 *
 * <p>jsplot prints JavaScript in which numbers are texts and missing values the text "null".
 * Whether {@code "12"} was a number or the name of a category is asked of the series itself, so
 * categories that look like numbers stay categories. Texts that jsplot escaped for HTML are written
 * plainly.
 */
final class TablesawFigure {
  private static final Set<String> WORDS =
      Set.of(
          "title",
          "text",
          "name",
          "labels",
          "ticktext",
          "tickprefix",
          "ticksuffix",
          "tickformat",
          "hovertext",
          "legendgroup",
          "categoryarray",
          "x",
          "y",
          "hoverformat",
          "family");

  private TablesawFigure() {}

  /** {@code {"data": […], "layout": {…}}}. */
  static JsonObject json(Figure figure) {
    JsonArray data = new JsonArray();
    JsonObject layout =
        figure.getLayout() == null
            ? new JsonObject()
            : JsLiteral.object(figure.getLayout().asJavascript());
    TablesawRepair.layout(layout, figure.getLayout());
    plain(layout);
    renameTitles(layout);
    if (layout.has("yaxis1")) {
      layout.add("yaxis", layout.remove("yaxis1"));
    }
    int i = 0;
    for (Trace trace : figure.getTraces()) {
      JsonObject json = script(trace, i++);
      TablesawRepair.trace(json, trace);
      plain(json);
      tidy(json);
      for (String letter : new String[] {"x", "y"}) {
        Values.Kind kind = readValues(json, letter, trace);
        if (kind != null && Palettes.cartesian(Json.text(json, "type", "scatter"))) {
          String id = Json.text(json, letter + "axis", letter);
          Json.preset(layout, letter + "axis" + id.substring(1) + ".type", kind.axisType);
        }
      }
      data.add(json);
    }
    JsonObject json = Json.object("data", data, "layout", layout);
    JsonObject config = TablesawRepair.config(figure.getConfig());
    if (config != null) {
      json.add("config", config);
    }
    return json;
  }

  private static JsonObject script(Trace trace, int index) {
    try {
      return JsLiteral.object(trace.asJavascript(index));
    } catch (RuntimeException e) {
      String series = trace.getClass().getSimpleName() + " " + (index + 1) + " of the figure";
      throw new UserError("tablesaw-jsplot cannot write the " + series + ": " + e.getMessage(), e);
    }
  }

  /** Numbers, truth values and escaped texts outside the data as what they are. */
  private static void plain(JsonObject object) {
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      JsonElement value = entry.getValue();
      if (value instanceof JsonObject inner) {
        plain(inner);
      } else if (value instanceof JsonPrimitive text && text.isString()) {
        entry.setValue(
            WORDS.contains(entry.getKey())
                ? new JsonPrimitive(unescape(text.getAsString()))
                : plain(text.getAsString()));
      } else if (value instanceof JsonArray array && entry.getKey().equals("range")) {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, plain(array.get(i).getAsString()));
        }
      }
    }
  }

  private static JsonElement plain(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new JsonPrimitive(text.equals("true"));
    }
    Double number = number(text);
    return number == null ? new JsonPrimitive(unescape(text)) : new JsonPrimitive(number);
  }

  private static Double number(String text) {
    if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return null;
    }
    return Double.valueOf(text);
  }

  /** Undoes the escapes for HTML; what would then be a tag keeps its angle brackets escaped. */
  static String unescape(String text) {
    String quotes = text.replace("&quot;", "\"").replace("&#39;", "'");
    String whole = quotes.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    boolean tag = whole.matches("(?s).*</?[a-zA-Z]+[^<>]*>.*") || whole.matches("(?s).*&\\w+;.*");
    return tag ? quotes : whole;
  }

  private static void renameTitles(JsonObject layout) {
    JsonElement font = layout.remove("titlefont");
    if (font != null) {
      moveFont(layout, font);
    }
    for (Map.Entry<String, JsonElement> entry : layout.entrySet()) {
      if (entry.getValue() instanceof JsonObject axis && entry.getKey().contains("axis")) {
        JsonElement own = axis.remove("titlefont");
        if (own != null) {
          moveFont(axis, own);
        }
      }
    }
  }

  private static void moveFont(JsonObject owner, JsonElement font) {
    String title = Json.text(owner, "title", "");
    owner.add("title", Json.object("text", title, "font", font));
  }

  private static void tidy(JsonObject trace) {
    for (String bins : new String[] {"nbinsx", "nbinsy"}) {
      if (trace.get(bins) instanceof JsonPrimitive count && count.getAsDouble() == 0) {
        trace.remove(bins);
      }
    }
    trace.remove("autobinx");
    trace.remove("autobiny");
    if (Json.text(trace, "name", "").isEmpty()) {
      trace.remove("name");
    }
    if (trace.get("text") instanceof JsonArray texts && texts.isEmpty()) {
      trace.remove("text");
    }
  }

  /** Gives the values of one direction their kind, which is returned; null where there are none. */
  private static Values.Kind readValues(JsonObject json, String letter, Trace trace) {
    if (!(json.get(letter) instanceof JsonArray texts) || texts.isEmpty()) {
      return null;
    }
    boolean quoted = texts.asList().stream().anyMatch(TablesawFigure::isText);
    if (!quoted) {
      return Values.Kind.NUMBERS;
    }
    Object[] source = source(trace, letter, texts.size());
    if (source != null) {
      Values values = Values.of(java.util.Arrays.asList(source), letter + " values");
      json.add(letter, values.json());
      return values.kind();
    }
    return guessed(json, letter, texts);
  }

  private static boolean isText(JsonElement element) {
    return element instanceof JsonPrimitive primitive && primitive.isString();
  }

  /** Without a source to ask: numbers when all that is not missing reads as a number. */
  private static Values.Kind guessed(JsonObject json, String letter, JsonArray texts) {
    JsonArray numbers = new JsonArray();
    boolean dates = true;
    for (JsonElement element : texts) {
      String text = element.isJsonNull() ? "null" : element.getAsString();
      boolean missing = text.equals("null") || text.equals("NaN");
      Double number = missing ? null : number(text);
      dates &= missing || text.matches("\\d{4}-\\d\\d-\\d\\d.*");
      if (number == null && !missing) {
        numbers = null;
        break;
      }
      numbers.add(missing ? JsonNull.INSTANCE : new JsonPrimitive(number));
    }
    if (numbers != null) {
      json.add(letter, numbers);
      return Values.Kind.NUMBERS;
    }
    boolean all =
        texts.asList().stream()
            .allMatch(
                e -> e.isJsonNull() || e.getAsString().matches("null|\\d{4}-\\d\\d-\\d\\d.*"));
    return dates && all ? Values.Kind.DATES : Values.Kind.CATEGORIES;
  }

  /** The values that the series was made of; null where it does not say. */
  private static Object[] source(Trace trace, String letter, int length) {
    // A horizontal bar keeps in x what it draws along y.
    String other = letter.equals("x") ? "y" : "x";
    for (String name : new String[] {letter, other, "labels"}) {
      if (Hidden.value(trace, name) instanceof Object[] values && values.length == length) {
        return ofOneKind(values);
      }
    }
    return null;
  }

  /** Texts among other values make all of them names of categories, as plotly.js takes them. */
  private static Object[] ofOneKind(Object[] values) {
    if (Arrays.stream(values).noneMatch(CharSequence.class::isInstance)) {
      return values;
    }
    return Arrays.stream(values).map(v -> v == null ? null : v.toString()).toArray();
  }
}
