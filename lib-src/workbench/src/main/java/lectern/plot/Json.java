package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Short ways to write and read JSON objects by paths of names with dots. */
final class Json {
  private Json() {}

  /** An object of names and values in turn: {@code object("size", 6, "color", "red")}. */
  static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
    }
    return object;
  }

  static JsonElement element(Object value) {
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(item -> array.add(element(item)));
      return array;
    }
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value.toString());
  }

  /** The value at a path, or null. */
  static JsonElement get(JsonObject object, String path) {
    JsonElement here = object;
    for (String name : path.split("\\.")) {
      here = here instanceof JsonObject inner ? inner.get(name) : null;
    }
    return here == null || here.isJsonNull() ? null : here;
  }

  static String text(JsonObject object, String path, String otherwise) {
    return get(object, path) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
  }

  static JsonObject at(JsonObject object, String name) {
    if (!(object.get(name) instanceof JsonObject)) {
      object.add(name, new JsonObject());
    }
    return object.getAsJsonObject(name);
  }

  static void set(JsonObject object, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      object.add(path, element(value));
    } else {
      set(at(object, path.substring(0, dot)), path.substring(dot + 1), value);
    }
  }

  /** Sets a value where there is none yet. */
  static void preset(JsonObject object, String path, Object value) {
    if (get(object, path) == null) {
      set(object, path, value);
    }
  }
}
