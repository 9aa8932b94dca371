package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import lectern.plot.picture.Picture;

/**
 * Widens axes until notes and lines lie inside the plot, and writes the ranges down: plotly.js
 * would choose them by the fonts of the machine.
 */
final class NoteRoom {
  private final JsonObject figure;
  private final JsonObject layout;

  NoteRoom(JsonObject figure) {
    this.figure = figure;
    this.layout = Json.at(figure, "layout");
  }

  void make() {
    boolean notes = layout.get("annotations") instanceof JsonArray all && !all.isEmpty();
    boolean shapes = layout.get("shapes") instanceof JsonArray lines && !lines.isEmpty();
    if (notes || shapes) {
      Map<String, Picture.AxisLook> axes = Picture.of(figure).axes();
      axes.forEach(this::widen);
    }
  }

  private void widen(String id, Picture.AxisLook look) {
    String path = id.charAt(0) + "axis" + id.substring(1);
    boolean asked = Json.get(layout, path + ".range") != null;
    boolean numbers = look.type().equals("linear") || look.type().equals("log");
    if (asked || !numbers || !concerned(id)) {
      return;
    }
    boolean turned = look.range().get(0) > look.range().get(1);
    double low = Math.min(look.range().get(0), look.range().get(1));
    double high = Math.max(look.range().get(0), look.range().get(1));
    boolean log = look.type().equals("log");
    double length = length(id.startsWith("x"));
    for (JsonObject shape : list("shapes")) {
      for (String end : new String[] {"0", "1"}) {
        double at = place(shape, id, id.charAt(0) + end);
        at = log ? StrictMath.log10(at) : at;
        if (at < low) {
          low = at - 0.05 * (high - at);
        } else if (at > high) {
          high = at + 0.05 * (at - low);
        }
      }
    }
    for (JsonObject note : list("annotations")) {
      double at = place(note, id, id.substring(0, 1));
      if (!Double.isNaN(at)) {
        double[] pads = pads(note, id.startsWith("x"));
        low = Math.min(low, high - (high - at) * length / Math.max(length / 3, length - pads[0]));
        high = Math.max(high, low + (at - low) * length / Math.max(length / 3, length - pads[1]));
      }
    }
    Json.set(layout, path + ".range", turned ? List.of(high, low) : List.of(low, high));
    Json.set(layout, path + ".autorange", false);
  }

  private boolean concerned(String id) {
    String reference = id.charAt(0) + "ref";
    return List.of("shapes", "annotations").stream()
        .flatMap(name -> list(name).stream())
        .anyMatch(item -> Json.text(item, reference, "paper").equals(id));
  }

  private List<JsonObject> list(String name) {
    return layout.get(name) instanceof JsonArray all
        ? all.asList().stream().map(JsonElement::getAsJsonObject).toList()
        : List.of();
  }

  private static double place(JsonObject item, String id, String name) {
    boolean here = Json.text(item, id.charAt(0) + "ref", "paper").equals(id);
    JsonElement value = Json.get(item, name);
    return here && value != null && value.getAsJsonPrimitive().isNumber()
        ? value.getAsDouble()
        : Double.NaN;
  }

  /** Pixels that a note needs below (or left of) and above (or right of) its point. */
  private static double[] pads(JsonObject note, boolean x) {
    String text = Json.text(note, "text", "");
    double half = x ? TextSize.width(text, 12) / 2 : TextSize.height(text, 12) / 2;
    double shift = 0;
    if (Json.text(note, "showarrow", "true").equals("true")) {
      JsonElement moved = Json.get(note, x ? "ax" : "ay");
      shift = moved == null ? 0 : moved.getAsDouble() * (x ? 1 : -1);
    } else if (Json.text(note, x ? "xanchor" : "yanchor", "").matches("left|bottom")) {
      shift = half;
    } else if (Json.text(note, x ? "xanchor" : "yanchor", "").matches("right|top")) {
      shift = -half;
    }
    return new double[] {Math.max(0, half - shift + 4), Math.max(0, half + shift + 4)};
  }

  private double length(boolean x) {
    double all = Json.get(layout, x ? "width" : "height").getAsDouble();
    double before = Json.get(layout, x ? "margin.l" : "margin.t").getAsDouble();
    double after = Json.get(layout, x ? "margin.r" : "margin.b").getAsDouble();
    return all - before - after;
  }
}
