package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import lectern.display.Decimal;

/**
 * Writes JSON that every reader understands, the same text on every Java: keys in the order in
 * which they were added, each number in its fewest digits, and null for what is not a number.
 */
final class StrictJson {
  private final StringBuilder out = new StringBuilder();

  private StrictJson() {}

  static String write(JsonElement element) {
    StrictJson json = new StrictJson();
    json.add(element);
    return json.out.toString();
  }

  private void add(JsonElement element) {
    if (element instanceof JsonObject object) {
      out.append('{');
      boolean first = true;
      for (var entry : object.entrySet()) {
        out.append(first ? "" : ",");
        first = false;
        quote(entry.getKey());
        out.append(':');
        add(entry.getValue());
      }
      out.append('}');
    } else if (element instanceof JsonArray array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        out.append(i == 0 ? "" : ",");
        add(array.get(i));
      }
      out.append(']');
    } else if (element instanceof JsonPrimitive primitive) {
      addPrimitive(primitive);
    } else {
      out.append("null");
    }
  }

  private void addPrimitive(JsonPrimitive primitive) {
    if (primitive.isString()) {
      quote(primitive.getAsString());
    } else if (primitive.isBoolean()) {
      out.append(primitive.getAsBoolean());
    } else {
      Number number = primitive.getAsNumber();
      boolean whole = number instanceof Integer || number instanceof Long;
      out.append(whole ? number.toString() : number(number.doubleValue()));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean lone = Character.isSurrogate(c) && !paired(text, i);
          if (c < 0x20 || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            // Half a letter is no text in strict JSON.
            out.append(lone ? '\ufffd' : c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** The fewest digits that are read back as the same number; null for NaN and infinities. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    return Decimal.text(value);
  }
}
