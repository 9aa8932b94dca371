package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code status}: what the kernel does: {@code starting}, {@code busy} or {@code idle}. */
public record Status(String state) implements Content {
  @Override
  public String type() {
    return "status";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("execution_state", state);
  }
}
