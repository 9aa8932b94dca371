package lectern.kernel.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Changes JSON at random: values of other types, missing and added fields, texts cut or doubled.
 */
final class JsonMutations {
  private static final List<JsonElement> STRANGE =
      List.of(
          JsonNull.INSTANCE,
          new JsonPrimitive(true),
          new JsonPrimitive(-1),
          new JsonPrimitive(Long.MAX_VALUE),
          new JsonPrimitive(new BigDecimal("1e400")),
          new JsonPrimitive(0.5),
          new JsonPrimitive(""),
          new JsonPrimitive("\u0000\uD83D\uDE00\u202e"),
          new JsonPrimitive("x".repeat(50_000)),
          new JsonArray(),
          new JsonObject(),
          nested(200),
          nested(300)); // deeper than JSON is read

  private final RandomGenerator random;

  JsonMutations(RandomGenerator random) {
    this.random = random;
  }

  /** A copy with up to three changes. */
  JsonObject change(JsonObject from) {
    JsonObject changed = from.deepCopy();
    for (int i = random.nextInt(4); i > 0; i--) {
      changeOnce(changed);
    }
    return changed;
  }

  private void changeOnce(JsonObject object) {
    List<String> names = new ArrayList<>(object.keySet());
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.add("extra" + random.nextInt(3), strange());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonElement value = object.get(name);
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.add(name, strange());
      default -> {
        if (value instanceof JsonObject inner) {
          changeOnce(inner);
        } else if (value instanceof JsonPrimitive text && text.isString()) {
          object.addProperty(name, changeText(text.getAsString()));
        } else {
          object.add(name, strange());
        }
      }
    }
  }

  private String changeText(String text) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + (char) random.nextInt(32, 0xd800) + text.substring(at);
      default -> text + text;
    };
  }

  private JsonElement strange() {
    return STRANGE.get(random.nextInt(STRANGE.size())).deepCopy();
  }

  private static JsonElement nested(int depth) {
    JsonArray outer = new JsonArray();
    JsonArray inner = outer;
    for (int i = 0; i < depth; i++) {
      JsonArray next = new JsonArray();
      inner.add(next);
      inner = next;
    }
    return outer;
  }
}
