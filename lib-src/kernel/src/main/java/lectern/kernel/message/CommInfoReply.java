package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code comm_info_reply}: the comms that are open, id to target. */
public record CommInfoReply(JsonObject comms) implements Content {
  @Override
  public String type() {
    return "comm_info_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok", "comms", comms);
  }
}
