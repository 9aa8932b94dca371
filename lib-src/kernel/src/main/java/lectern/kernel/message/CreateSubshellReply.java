package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code create_subshell_reply}: the name by which requests come to the new shell. */
public record CreateSubshellReply(String subshell) implements Content {
  @Override
  public String type() {
    return "create_subshell_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok", "subshell_id", subshell);
  }
}
