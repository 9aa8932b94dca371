package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** A part of a figure's JSON, read with defaults: {@code spec.number("marker.size", 6)}. */
record Spec(JsonObject json) {
  /** What stands at a path of names with dots, or null when a name or the value is missing. */
  JsonElement find(String path) {
    JsonElement here = json;
    for (String name : path.split("\\.")) {
      if (!(here instanceof JsonObject object)) {
        return null;
      }
      here = object.get(name);
    }
    return here == null || here.isJsonNull() ? null : here;
  }

  boolean has(String path) {
    return find(path) != null;
  }

  /** The object at a path; an empty one where there is none. */
  Spec at(String path) {
    return new Spec(find(path) instanceof JsonObject object ? object : new JsonObject());
  }

  String text(String path, String otherwise) {
    return find(path) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
  }

  double number(String path, double otherwise) {
    double value = find(path) instanceof JsonPrimitive found ? numberOf(found) : Double.NaN;
    return Double.isNaN(value) ? otherwise : value;
  }

  int whole(String path, int otherwise) {
    return (int) Math.round(number(path, otherwise));
  }

  boolean flag(String path, boolean otherwise) {
    return find(path) instanceof JsonPrimitive value && value.isBoolean()
        ? value.getAsBoolean()
        : otherwise;
  }

  /** The array at a path; empty where there is none. */
  JsonArray array(String path) {
    return find(path) instanceof JsonArray array ? array : new JsonArray();
  }

  boolean hasArray(String path) {
    return find(path) instanceof JsonArray;
  }

  /** The objects of the array at a path. */
  List<Spec> list(String path) {
    List<Spec> all = new ArrayList<>();
    for (JsonElement element : array(path)) {
      if (element instanceof JsonObject object) {
        all.add(new Spec(object));
      }
    }
    return all;
  }

  /** A title may be a text or an object with a text in it. */
  String title(String path) {
    return find(path) instanceof JsonObject ? text(path + ".text", "") : text(path, "");
  }

  /** The number that a JSON value holds, also as text; NaN where it holds none. */
  static double numberOf(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive) || primitive.isBoolean()) {
      return Double.NaN;
    }
    if (primitive.isNumber()) {
      return primitive.getAsDouble();
    }
    return parse(primitive.getAsString());
  }

  private static double parse(String text) {
    String trimmed = text.trim();
    if (trimmed.isEmpty() || "+-.0123456789".indexOf(trimmed.charAt(0)) < 0) {
      return Double.NaN;
    }
    char last = trimmed.charAt(trimmed.length() - 1);
    if (last != '.' && !Character.isDigit(last)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(trimmed);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
