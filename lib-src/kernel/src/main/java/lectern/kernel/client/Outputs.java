package lectern.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;

/**
 * Turns broadcasts into the outputs of notebook cells, in the form of nbformat 4: text of one
 * stream is joined, updates change what is shown, also in earlier cells, cleared output is gone.
 */
final class Outputs {
  private final Map<String, List<JsonObject>> byDisplayId = new HashMap<>();

  /** The outputs of one cell; a page of help that comes with its reply stands below the others. */
  synchronized JsonArray of(List<Message> broadcasts, JsonObject reply) {
    JsonArray outputs = new JsonArray();
    boolean clearNext = false;
    for (Message each : broadcasts) {
      String type = each.type();
      JsonObject content = each.content();
      if (type.equals("clear_output")) {
        clearNext = content.get("wait").getAsBoolean();
        if (!clearNext) {
          clear(outputs);
        }
      } else if (type.equals("update_display_data")) {
        update(content);
      } else if (isOutput(type)) {
        if (clearNext) {
          clear(outputs);
          clearNext = false;
        }
        add(outputs, type, content);
      }
    }
    if (reply.get("payload") instanceof JsonArray payload) {
      payload.forEach(each -> addPage(outputs, each.getAsJsonObject()));
    }
    return outputs;
  }

  private static void addPage(JsonArray outputs, JsonObject payload) {
    if (payload.get("data") instanceof JsonObject data) {
      outputs.add(
          Json.object(
              "output_type",
              "display_data",
              "data",
              data.deepCopy(),
              "metadata",
              new JsonObject()));
    }
  }

  private static boolean isOutput(String type) {
    return type.equals("stream")
        || type.equals("display_data")
        || type.equals("execute_result")
        || type.equals("error");
  }

  private void add(JsonArray outputs, String type, JsonObject content) {
    if (type.equals("stream")) {
      addText(outputs, content);
    } else if (type.equals("error")) {
      JsonObject error = Json.object("output_type", type);
      content.entrySet().forEach(field -> error.add(field.getKey(), field.getValue()));
      outputs.add(error);
    } else {
      JsonObject shown =
          Json.object(
              "output_type", type,
              "data", content.get("data").deepCopy(),
              "metadata", content.get("metadata").deepCopy(),
              "execution_count", content.get("execution_count"));
      outputs.add(shown);
      String id = displayId(content);
      if (!id.isEmpty()) {
        byDisplayId.computeIfAbsent(id, any -> new ArrayList<>()).add(shown);
      }
    }
  }

  private static void addText(JsonArray outputs, JsonObject content) {
    JsonObject last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1).getAsJsonObject();
    String name = content.get("name").getAsString();
    String text = content.get("text").getAsString();
    if (last != null && last.has("name") && last.get("name").getAsString().equals(name)) {
      last.addProperty("text", last.get("text").getAsString() + text);
    } else {
      outputs.add(Json.object("output_type", "stream", "name", name, "text", text));
    }
  }

  private void update(JsonObject content) {
    for (JsonObject shown : byDisplayId.getOrDefault(displayId(content), List.of())) {
      shown.add("data", content.get("data").deepCopy());
      shown.add("metadata", content.get("metadata").deepCopy());
    }
  }

  private void clear(JsonArray outputs) {
    for (JsonElement each : outputs) {
      byDisplayId.values().forEach(shown -> shown.removeIf(output -> output == each));
    }
    while (!outputs.isEmpty()) {
      outputs.remove(outputs.size() - 1);
    }
  }

  private static String displayId(JsonObject content) {
    JsonElement named = content.get("transient");
    JsonElement id = named == null ? null : named.getAsJsonObject().get("display_id");
    return id == null ? "" : id.getAsString();
  }
}
