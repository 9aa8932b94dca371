package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code delete_subshell_reply}: the shell takes no more requests. */
public record DeleteSubshellReply() implements Content {
  @Override
  public String type() {
    return "delete_subshell_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok");
  }
}
