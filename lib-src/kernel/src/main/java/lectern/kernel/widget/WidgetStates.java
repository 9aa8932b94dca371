package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.display.widget.Widget;
import lectern.kernel.comm.Comm;
import lectern.kernel.wire.Json;

/** The state of many widgets, as {@code update_states} tells it. */
record WidgetStates(JsonObject states, JsonArray bufferPaths, List<byte[]> buffers) {
  static WidgetStates of(Map<Widget, Comm> comms) {
    Map<String, Widget> byId = new TreeMap<>();
    comms.forEach((widget, comm) -> byId.put(comm.id(), widget));
    WidgetStates all = new WidgetStates(new JsonObject(), new JsonArray(), new ArrayList<>());
    byId.forEach(all::add);
    return all;
  }

  private void add(String id, Widget widget) {
    WidgetJson json = WidgetJson.of(widget.attributes());
    Map<String, Object> is = widget.attributes();
    states.add(
        id,
        Json.object(
            "model_name", is.get("_model_name"),
            "model_module", is.get("_model_module"),
            "model_module_version", is.get("_model_module_version"),
            "state", json.state()));
    for (JsonElement path : json.bufferPaths()) {
      JsonArray whole = new JsonArray();
      whole.add(id);
      whole.add("state");
      whole.addAll(path.getAsJsonArray());
      bufferPaths.add(whole);
    }
    buffers.addAll(json.buffers());
  }

  JsonObject message() {
    return Json.object("method", "update_states", "states", states, "buffer_paths", bufferPaths);
  }
}
