package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import lectern.display.UserError;

/** Values written at bars and into the cells of heat maps. */
final class Labels {
  private Labels() {}

  static void write(JsonObject trace, int decimals) {
    if (decimals < 0 || decimals > 12) {
      throw new UserError("decimals must lie between 0 and 12, not " + decimals + ".");
    }
    switch (Json.text(trace, "type", "")) {
      case "bar" -> {
        boolean lying = Json.text(trace, "orientation", "v").equals("h");
        Json.set(trace, "text", texts(trace.getAsJsonArray(lying ? "x" : "y"), decimals));
        Json.set(trace, "textposition", "outside");
        Json.set(trace, "textangle", 0);
        Json.set(trace, "textfont.size", 12);
        Json.set(trace, "outsidetextfont.size", 12);
        Json.set(trace, "cliponaxis", false);
      }
      case "heatmap" -> {
        JsonArray rows = new JsonArray();
        trace.getAsJsonArray("z").forEach(row -> rows.add(texts(row.getAsJsonArray(), decimals)));
        Json.set(trace, "text", rows);
        Json.set(trace, "texttemplate", "%{text}");
        Json.set(trace, "textfont.size", 12);
      }
      default ->
          throw new UserError(
              "Values can be written at bars and heat maps only, not at "
                  + Json.text(trace, "type", "")
                  + ": use labelledPoints for points.");
    }
  }

  private static JsonArray texts(JsonArray values, int decimals) {
    JsonArray texts = new JsonArray();
    for (JsonElement value : values) {
      texts.add(value.isJsonNull() ? "" : text(value.getAsDouble(), decimals));
    }
    return texts;
  }

  private static String text(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    // What is rounded to zero has no sign.
    return text.matches("-[0.]+") ? text.substring(1) : text.replace('-', '\u2212');
  }
}
