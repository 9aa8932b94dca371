package lectern.review;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.display.widget.Widget;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;

/**
 * The widgets of one run in the form in which Jupyter saves them in a notebook, so that they show
 * without a kernel.
 *
 * <p>A kernel gives its widgets names by chance. Here they are numbered in the order in which they
 * were made, so that the same run gives the same file.
 */
final class SavedWidgets {
  /** Where the notebook's metadata holds the states, inside {@code widgets}. */
  static final String MIME = "application/vnd.jupyter.widget-state+json";

  private static final String REFERENCE = "IPY_MODEL_";

  private final Map<String, JsonObject> states = new LinkedHashMap<>();
  private final Map<String, Map<JsonArray, JsonObject>> buffers = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  /** What a kernel has told, in order. */
  void heard(List<Message> broadcasts) {
    broadcasts.forEach(this::heard);
  }

  private void heard(Message message) {
    JsonObject content = message.content();
    switch (message.type()) {
      case "comm_open" -> {
        if (content.get("target_name").getAsString().equals("jupyter.widget")) {
          states.put(id(content), new JsonObject());
          names.put(id(content), String.format("%032x", names.size() + 1));
          change(message);
        }
      }
      case "comm_msg" -> change(message);
      case "comm_close" -> {
        states.remove(id(content));
        buffers.remove(id(content));
      }
      default -> {}
    }
  }

  private void change(Message message) {
    String id = id(message.content());
    JsonObject known = states.get(id);
    JsonObject data = message.content().getAsJsonObject("data");
    if (known != null && data.get("state") instanceof JsonObject state) {
      state.asMap().forEach(known::add);
      addBuffers(id, data, message.buffers());
    }
  }

  private void addBuffers(String id, JsonObject data, List<byte[]> bytes) {
    if (data.get("buffer_paths") instanceof JsonArray paths) {
      for (int i = 0; i < Math.min(paths.size(), bytes.size()); i++) {
        JsonArray path = paths.get(i).getAsJsonArray();
        String text = Base64.getEncoder().encodeToString(bytes.get(i));
        buffers
            .computeIfAbsent(id, any -> new LinkedHashMap<>())
            .put(path, Json.object("data", text, "encoding", "base64", "path", path));
      }
    }
  }

  /** Puts the states into the notebook, in place of older ones, and its names into the outputs. */
  void writeInto(Notebook notebook) {
    for (Cell cell : notebook.codeCells()) {
      cell.outputs().forEach(this::rename);
    }
    notebook.metadata().remove("widgets");
    if (!states.isEmpty()) {
      notebook.metadata().add("widgets", Json.object(MIME, json()));
    }
  }

  private void rename(JsonObject output) {
    if (output.get("data") instanceof JsonObject data
        && data.get(Widget.VIEW) instanceof JsonObject view) {
      data.add(Widget.VIEW, renamed(view));
    }
  }

  private JsonObject json() {
    JsonObject all = new JsonObject();
    states.forEach((id, state) -> all.add(names.get(id), saved(id, state)));
    return Json.object("state", all, "version_major", 2, "version_minor", 0);
  }

  private JsonObject saved(String id, JsonObject state) {
    JsonObject saved = new JsonObject();
    for (String field : List.of("model_name", "model_module", "model_module_version")) {
      saved.add(field, state.get("_" + field));
    }
    saved.add("state", renamed(state));
    if (buffers.containsKey(id)) {
      JsonArray all = new JsonArray();
      buffers.get(id).values().forEach(all::add);
      saved.add("buffers", all);
    }
    return saved;
  }

  private JsonElement renamed(JsonElement element) {
    if (element instanceof JsonArray array) {
      JsonArray renamed = new JsonArray();
      array.forEach(each -> renamed.add(renamed(each)));
      return renamed;
    } else if (element instanceof JsonObject object) {
      JsonObject renamed = new JsonObject();
      object.asMap().forEach((name, each) -> renamed.add(name, renamed(each)));
      return renamed;
    } else if (element instanceof JsonPrimitive text && text.isString()) {
      return new JsonPrimitive(renamed(text.getAsString()));
    }
    return element;
  }

  private String renamed(String text) {
    return text.startsWith(REFERENCE)
        ? REFERENCE + name(text.substring(REFERENCE.length()))
        : name(text);
  }

  private String name(String id) {
    return names.getOrDefault(id, id);
  }

  private static String id(JsonObject content) {
    return content.get("comm_id").getAsString();
  }
}
