package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code shutdown_reply}: the kernel ends. */
public record ShutdownReply(boolean restart) implements Content {
  @Override
  public String type() {
    return "shutdown_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok", "restart", restart);
  }
}
