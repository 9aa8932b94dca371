package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code clear_output}: forget what the cell has shown, now or when something new comes. */
public record ClearOutput(boolean waits) implements Content {
  @Override
  public String type() {
    return "clear_output";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("wait", waits);
  }
}
