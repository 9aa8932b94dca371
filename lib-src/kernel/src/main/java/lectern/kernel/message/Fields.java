package lectern.kernel.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a request's content, read with their defaults. */
record Fields(JsonObject content) {
  private static final int QUOTED = 100;

  String text(String name) throws BadRequest {
    if (value(name) instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw wrong(name, "must be a string");
  }

  String text(String name, String otherwise) throws BadRequest {
    return value(name) == null ? otherwise : text(name);
  }

  boolean truth(String name, boolean otherwise) throws BadRequest {
    JsonElement value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonPrimitive truth && truth.isBoolean()) {
      return truth.getAsBoolean();
    }
    throw wrong(name, "must be true or false");
  }

  int whole(String name, int otherwise) throws BadRequest {
    JsonElement value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      double exact = number.getAsDouble();
      if (exact == (int) exact) {
        return (int) exact;
      }
    }
    throw wrong(name, "must be a whole number");
  }

  Map<String, String> texts(String name) throws BadRequest {
    JsonElement value = value(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value == null) {
      return texts;
    }
    if (!(value instanceof JsonObject object)) {
      throw wrong(name, "must be an object");
    }
    for (String each : object.keySet()) {
      texts.put(each, new Fields(object).text(each));
    }
    return texts;
  }

  /** An empty object where the field is absent or null. */
  JsonObject object(String name) throws BadRequest {
    JsonElement value = value(name);
    if (value == null) {
      return new JsonObject();
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "must be an object");
  }

  /** A value can be of any size; its beginning shows what it is. */
  BadRequest wrong(String name, String rule) {
    String value = String.valueOf(content.get(name));
    String shown = value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "…";
    return new BadRequest(name + " " + rule + ", not " + shown);
  }

  /** Null where the field is absent or null. */
  private JsonElement value(String name) {
    JsonElement value = content.get(name);
    return value == null || value.isJsonNull() ? null : value;
  }
}
