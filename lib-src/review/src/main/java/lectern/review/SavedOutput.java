package lectern.review;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/** An output as Jupyter saves it in a file: the fields of its kind, and text as a list of lines. */
final class SavedOutput {
  private static final Set<String> LINES_TOO = Set.of("application/javascript", "image/svg+xml");

  private SavedOutput() {}

  /** The saved form of an output as a kernel sent it. */
  static JsonObject of(JsonObject output) {
    String kind = output.get("output_type").getAsString();
    JsonObject saved = new JsonObject();
    saved.addProperty("output_type", kind);
    switch (kind) {
      case "stream" -> {
        saved.add("name", output.get("name"));
        saved.add("text", lines(Cell.joined(output.get("text"))));
      }
      case "error" -> {
        for (String field : new String[] {"ename", "evalue", "traceback"}) {
          saved.add(field, output.get(field));
        }
      }
      default -> {
        saved.add("data", data(output.getAsJsonObject("data")));
        saved.add("metadata", output.get("metadata"));
        if (kind.equals("execute_result")) {
          saved.add("execution_count", output.get("execution_count"));
        }
      }
    }
    return saved;
  }

  private static JsonObject data(JsonObject data) {
    JsonObject saved = new JsonObject();
    data.asMap()
        .forEach(
            (mime, value) -> {
              boolean asLines = mime.startsWith("text/") || LINES_TOO.contains(mime);
              saved.add(mime, asLines ? lines(Cell.joined(value)) : value);
            });
    return saved;
  }

  private static JsonElement lines(String text) {
    JsonArray lines = new JsonArray();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      lines.add(new JsonPrimitive(text.substring(from, to)));
      from = to;
    }
    return lines;
  }
}
