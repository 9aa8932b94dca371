package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.assist.Completeness;
import lectern.kernel.wire.Json;

/** {@code is_complete_reply}: complete, incomplete with the next line's indent, or invalid. */
public record IsCompleteReply(Completeness completeness) implements Content {
  @Override
  public String type() {
    return "is_complete_reply";
  }

  @Override
  public JsonObject toJson() {
    boolean incomplete = completeness.status() == Completeness.Status.INCOMPLETE;
    return Json.object(
        "status",
        completeness.status().name().toLowerCase(java.util.Locale.ROOT),
        "indent",
        incomplete ? completeness.indent() : null);
  }
}
