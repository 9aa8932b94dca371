package lectern.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON read strictly and written whole: a {@code null} inside an object is kept. */
public final class Json {
  private Json() {}

  /**
   * An object of these fields, in this order: {@code Json.object("status", "ok", "count", 3)}.
   *
   * @param namesAndValues a name, its value, a name, its value…; a value is a {@link JsonElement},
   *     a string, number or boolean, a list or a map of such, or null for "leave this field out"
   */
  public static JsonObject object(Object... namesAndValues) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
      }
    }
    return object;
  }

  /** One value as JSON; see {@link #object} for what it may be. */
  public static JsonElement element(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    } else if (value instanceof JsonElement element) {
      return element;
    } else if (value instanceof String text) {
      return new JsonPrimitive(text);
    } else if (value instanceof Number number) {
      return new JsonPrimitive(number);
    } else if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    } else if (value instanceof Iterable<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(each -> array.add(element(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, each) -> object.add((String) name, element(each)));
      return object;
    }
    throw new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
  }

  /**
   * Any JSON text.
   *
   * @throws JsonParseException where it is not strict JSON, or more than one value
   */
  public static JsonElement parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      reader.peek(); // an empty text is no JSON
      JsonElement value = Streams.parse(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("more than one JSON value");
      }
      return value;
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }

  /**
   * The text of a JSON object.
   *
   * @throws JsonParseException where it is not strict JSON, or not an object
   */
  public static JsonObject parseObject(String text) {
    if (parse(text) instanceof JsonObject object) {
      return object;
    }
    throw new JsonParseException("not a JSON object");
  }

  /** JSON on one line. */
  public static String text(JsonElement value) {
    StringWriter text = new StringWriter();
    JsonWriter writer = new JsonWriter(text);
    writer.setSerializeNulls(true);
    writer.setHtmlSafe(false);
    writer.setStrictness(Strictness.LEGACY_STRICT);
    try {
      Streams.write(value, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
