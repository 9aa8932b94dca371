package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code execute_input}: tells every front end which cell runs. */
public record ExecuteInput(String code, int count) implements Content {
  @Override
  public String type() {
    return "execute_input";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("code", code, "execution_count", count);
  }
}
