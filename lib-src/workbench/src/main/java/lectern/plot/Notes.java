package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Texts, arrows and lines inside a plot. */
final class Notes {
  private Notes() {}

  static Figure add(Figure figure, Object x, Object y, String text) {
    return append(
        figure,
        "annotations",
        Json.object(
            "x",
            place(figure, "x", x),
            "y",
            place(figure, "y", y),
            "xref",
            "x",
            "yref",
            "y",
            "text",
            text,
            "showarrow",
            true,
            "ax",
            0,
            "ay",
            -34,
            "arrowhead",
            2,
            "arrowwidth",
            1));
  }

  private static JsonElement place(Figure figure, String letter, Object value) {
    JsonElement place = Values.of(List.of(value), letter + " of a note").json().get(0);
    JsonElement type = figure.setting(letter + "axis.type");
    boolean log = type != null && type.getAsString().equals("log");
    return log ? logarithm(place) : place;
  }

  /** Texts that were placed before their axis became logarithmic name the logarithm from now on. */
  static Figure asLogarithms(Figure figure, String letter) {
    if (!(figure.setting("annotations") instanceof JsonArray notes)) {
      return figure;
    }
    JsonArray changed = notes.deepCopy();
    for (JsonElement note : changed) {
      JsonObject one = note.getAsJsonObject();
      JsonElement axis = one.get(letter + "ref");
      if (axis != null && axis.getAsString().equals(letter)) {
        one.add(letter, logarithm(one.get(letter)));
      }
    }
    return figure.with("annotations", changed);
  }

  private static JsonElement logarithm(JsonElement place) {
    return place instanceof JsonPrimitive number && number.isNumber() && number.getAsDouble() > 0
        ? new JsonPrimitive(StrictMath.log10(number.getAsDouble()))
        : place;
  }

  static Figure horizontal(Figure figure, double y, String text) {
    Figure lined =
        append(
            figure,
            "shapes",
            Json.object(
                "type", "line", "xref", "paper", "x0", 0, "x1", 1, "yref", "y", "y0", y, "y1", y,
                "line", line()));
    return text.isEmpty()
        ? lined
        : append(
            lined,
            "annotations",
            Json.object(
                "xref",
                "paper",
                "x",
                1,
                "xanchor",
                "right",
                "yref",
                "y",
                "y",
                place(figure, "y", y),
                "yanchor",
                "bottom",
                "text",
                text,
                "showarrow",
                false));
  }

  static Figure vertical(Figure figure, double x, String text) {
    Figure lined =
        append(
            figure,
            "shapes",
            Json.object(
                "type", "line", "yref", "paper", "y0", 0, "y1", 1, "xref", "x", "x0", x, "x1", x,
                "line", line()));
    return text.isEmpty()
        ? lined
        : append(
            lined,
            "annotations",
            Json.object(
                "yref",
                "paper",
                "y",
                1,
                "yanchor",
                "top",
                "xref",
                "x",
                "x",
                place(figure, "x", x),
                "xanchor",
                "left",
                "xshift",
                3,
                "text",
                text,
                "showarrow",
                false));
  }

  private static JsonObject line() {
    return Json.object("width", 1.5, "dash", "dash");
  }

  private static Figure append(Figure figure, String list, JsonObject item) {
    JsonArray all =
        figure.setting(list) instanceof JsonArray before ? before.deepCopy() : new JsonArray();
    all.add(item);
    return figure.with(list, all);
  }
}
