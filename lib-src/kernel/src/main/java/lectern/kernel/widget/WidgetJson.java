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
