package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Reads the object literals that jsplot writes: names without quotes, texts in either kind of
 * quotes, commas too many, NaN. A backslash is an escape inside double quotes only: jsplot writes
 * texts in single quotes without escaping them.
 */
final class JsLiteral {
  private final String text;
  private int at;

  private JsLiteral(String text) {
    this.text = text;
  }

  /** The first object in a script such as {@code var trace0 = {…};}. */
  static JsonObject object(String script) {
    int start = script.indexOf('{');
    if (start < 0) {
      throw new IllegalArgumentException("no object in: " + script);
    }
    JsLiteral literal = new JsLiteral(script);
    literal.at = start;
    return literal.value().getAsJsonObject();
  }

  private JsonElement value() {
    skip();
    char c = peek();
    if (c == '{') {
      return members();
    }
    if (c == '[') {
      return elements();
    }
    if (c == '"' || c == '\'') {
      return new JsonPrimitive(quoted());
    }
    return word(bare());
  }

  private JsonObject members() {
    JsonObject object = new JsonObject();
    at++;
    while (true) {
      skipCommas();
      if (peek() == '}') {
        at++;
        return object;
      }
      String name = peek() == '"' || peek() == '\'' ? quoted() : bare();
      skip();
      if (peek() != ':') {
        throw broken("a colon after " + name);
      }
      at++;
      object.add(name, value());
    }
  }

  private JsonArray elements() {
    JsonArray array = new JsonArray();
    at++;
    while (true) {
      skipCommas();
      if (peek() == ']') {
        at++;
        return array;
      }
      array.add(value());
    }
  }

  private String quoted() {
    char quote = text.charAt(at++);
    StringBuilder out = new StringBuilder();
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && quote == '"') {
        c = escaped();
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      default:
        return c;
    }
  }

  private String bare() {
    int from = at;
    while (at < text.length() && ",:{}[]\"'; \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw broken("a value");
    }
    return text.substring(from, at);
  }

  private JsonElement word(String word) {
    switch (word) {
      case "true", "false":
        return new JsonPrimitive(word.equals("true"));
      case "null", "undefined", "NaN", "Infinity", "-Infinity":
        return JsonNull.INSTANCE;
      default:
        try {
          return new JsonPrimitive(Double.valueOf(word));
        } catch (NumberFormatException e) {
          return new JsonPrimitive(word);
        }
    }
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void skipCommas() {
    skip();
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      skip();
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("more");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException broken(String wanted) {
    int from = Math.max(0, at - 30);
    String near = text.substring(from, Math.min(text.length(), at + 10));
    return new IllegalArgumentException("expected " + wanted + " at " + at + ", near: " + near);
  }
}
