package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;

/**
 * A reply to a request that cannot be answered.
 *
 * @param type the type of the reply that was due
 */
public record ErrorReply(String type, String name, String text) implements Content {
  @Override
  public JsonObject toJson() {
    return Json.object(
        "status", "error", "ename", name, "evalue", text, "traceback", List.of(name + ": " + text));
  }
}
