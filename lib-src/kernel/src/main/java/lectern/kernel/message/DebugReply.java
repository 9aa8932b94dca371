package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/**
 * {@code debug_reply}: a response of the Debug Adapter Protocol.
 *
 * @param message why it was refused; "" where it was not
 */
public record DebugReply(int requestSeq, String command, JsonObject body, String message)
    implements Content {
  public static DebugReply done(DebugRequest request, JsonObject body) {
    return new DebugReply(request.seq(), request.command(), body, "");
  }

  public static DebugReply refused(DebugRequest request, String why) {
    return new DebugReply(request.seq(), request.command(), new JsonObject(), why);
  }

  @Override
  public String type() {
    return "debug_reply";
  }

  @Override
  public JsonObject toJson() {
    boolean success = message.isEmpty();
    return Json.object(
        "status", "ok",
        "type", "response",
        "seq", requestSeq,
        "request_seq", requestSeq,
        "success", success,
        "command", command,
        "message", success ? null : message,
        "body", body);
  }
}
