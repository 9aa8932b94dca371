package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code debug_event}: an event of the Debug Adapter Protocol. */
public record DebugEvent(String event) implements Content {
  @Override
  public String type() {
    return "debug_event";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("type", "event", "seq", 0, "event", event, "body", new JsonObject());
  }
}
