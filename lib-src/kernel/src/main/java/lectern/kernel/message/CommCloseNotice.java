package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code comm_close}: the kernel closes a comm. */
public record CommCloseNotice(String commId) implements Content {
  @Override
  public String type() {
    return "comm_close";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("comm_id", commId, "data", new JsonObject());
  }
}
