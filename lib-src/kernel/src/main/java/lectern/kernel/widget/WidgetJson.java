package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.display.widget.Widget;
import lectern.kernel.wire.Json;

/**
 * Attributes of a widget as the protocol writes them.
 *
 * @param state JSON, without bytes
 * @param bufferPaths where in the state each buffer belongs
 * @param buffers the bytes
 */
record WidgetJson(JsonObject state, JsonArray bufferPaths, List<byte[]> buffers) {
  static WidgetJson of(Map<String, Object> attributes) {
    WidgetJson json = new WidgetJson(new JsonObject(), new JsonArray(), new ArrayList<>());
    attributes.forEach(json::add);
    return json;
  }

  private void add(String name, Object value) {
    if (value instanceof byte[] bytes) {
      JsonArray path = new JsonArray();
      path.add(name);
      bufferPaths.add(path);
      buffers.add(bytes);
    } else {
      state.add(name, element(value));
    }
  }

  /** The data of a message that tells this state. */
  JsonObject message(String method) {
    return Json.object("method", method, "state", state, "buffer_paths", bufferPaths);
  }

  private static JsonElement element(Object value) {
    if (value instanceof Widget widget) {
      return new JsonPrimitive("IPY_MODEL_" + widget.id());
    } else if (value instanceof Iterable<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(each -> array.add(element(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, each) -> object.add(String.valueOf(name), element(each)));
      return object;
    }
    return Json.element(value);
  }

  /** Plain values of what the front end has sent; a reference to a widget stays a string. */
  static Map<String, Object> values(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object.entrySet().forEach(each -> values.put(each.getKey(), value(each.getValue())));
    return values;
  }

  /** The same, with the bytes that came beside it in their places. */
  static Map<String, Object> values(JsonObject object, JsonElement paths, List<byte[]> buffers) {
    Map<String, Object> values = values(object);
    if (paths instanceof JsonArray all) {
      for (int i = 0; i < Math.min(all.size(), buffers.size()); i++) {
        put(values, all.get(i).getAsJsonArray(), 0, buffers.get(i));
      }
    }
    return values;
  }

  /** A path that leads nowhere is passed over. */
  @SuppressWarnings("unchecked")
  private static void put(Object into, JsonArray path, int at, byte[] bytes) {
    boolean last = at == path.size() - 1;
    if (into instanceof Map<?, ?> map) {
      String name = path.get(at).getAsString();
      if (last) {
        ((Map<String, Object>) map).put(name, bytes);
      } else {
        put(map.get(name), path, at + 1, bytes);
      }
    } else if (into instanceof List<?> list && isIndex(path.get(at), list.size())) {
      int index = path.get(at).getAsInt();
      if (last) {
        ((List<Object>) list).set(index, bytes);
      } else {
        put(list.get(index), path, at + 1, bytes);
      }
    }
  }

  private static boolean isIndex(JsonElement step, int size) {
    return step.getAsInt() >= 0 && step.getAsInt() < size;
  }

  private static Object value(JsonElement json) {
    if (json instanceof JsonNull) {
      return null;
    } else if (json instanceof JsonObject object) {
      return values(object);
    } else if (json instanceof JsonArray array) {
      List<Object> all = new ArrayList<>();
      array.forEach(each -> all.add(value(each)));
      return all;
    }
    JsonPrimitive one = json.getAsJsonPrimitive();
    return one.isString()
        ? (Object) one.getAsString()
        : one.isBoolean() ? (Object) one.getAsBoolean() : (Object) number(one.getAsDouble());
  }

  private static Number number(double value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }
}
