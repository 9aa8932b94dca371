package lectern.review;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.display.MimeBundle;
import lectern.record.Recorded;

/**
 * What one output shows, in the form in which two runs are compared: its kind, and each text or
 * JSON form by MIME type.
 *
 * <p>Pictures are left out (the figure's JSON beside them is compared), and so are progress bars:
 * whether one was shown depends on the clock. Neighbouring pieces of the same stream are one
 * output, however they were cut. Recorded numbers are compared with {@link ExpectedNumbers}.
 *
 * @param kind {@code stream stdout}, {@code execute_result}, {@code display_data} or {@code error}
 * @param forms MIME type to what is shown
 */
record ShownOutput(String kind, Map<String, JsonElement> forms) {
  /** What the outputs of one cell show. */
  static List<ShownOutput> of(List<JsonObject> outputs) {
    List<ShownOutput> shown = new ArrayList<>();
    for (JsonObject output : outputs) {
      if (isProgress(output)) {
        continue;
      }
      ShownOutput next = of(output);
      ShownOutput last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
      if (last != null && next.kind.startsWith("stream") && next.kind.equals(last.kind)) {
        String text =
            last.forms.get("text/plain").getAsString() + next.forms.get("text/plain").getAsString();
        shown.set(shown.size() - 1, text(next.kind, text));
      } else {
        shown.add(next);
      }
    }
    return shown;
  }

  static boolean isProgress(JsonObject output) {
    return output.get("data") instanceof JsonObject data && data.has(MimeBundle.PROGRESS);
  }

  private static ShownOutput of(JsonObject output) {
    String kind = output.get("output_type").getAsString();
    switch (kind) {
      case "stream":
        return text("stream " + output.get("name").getAsString(), Cell.joined(output.get("text")));
      case "error":
        return text(
            "error", output.get("ename").getAsString() + ": " + output.get("evalue").getAsString());
      default:
        Map<String, JsonElement> forms = new TreeMap<>();
        JsonObject data = output.getAsJsonObject("data");
        if (data.has(Recorded.MIME)) {
          return text(kind, "recorded numbers, kept in notebooks/expected");
        }
        data.asMap()
            .forEach(
                (mime, value) -> {
                  if (!mime.startsWith("image/")) {
                    forms.put(mime, mime.endsWith("json") ? value : text(value));
                  }
                });
        return new ShownOutput(kind, forms);
    }
  }

  /** The same kind and MIME types with nothing in them. */
  ShownOutput withoutValues() {
    Map<String, JsonElement> empty = new TreeMap<>();
    forms.keySet().forEach(mime -> empty.put(mime, new JsonPrimitive("")));
    return new ShownOutput(kind, empty);
  }

  private static ShownOutput text(String kind, String text) {
    return new ShownOutput(kind, Map.of("text/plain", new JsonPrimitive(text)));
  }

  private static JsonElement text(JsonElement value) {
    return new JsonPrimitive(Cell.joined(value));
  }
}
