package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;

/** {@code list_subshell_reply}: the shells besides the first, oldest first. */
public record ListSubshellReply(List<String> subshells) implements Content {
  @Override
  public String type() {
    return "list_subshell_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok", "subshell_id", subshells);
  }
}
