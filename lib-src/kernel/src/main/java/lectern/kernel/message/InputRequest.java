package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code input_request}: a question to the user. */
public record InputRequest(String prompt, boolean password) implements Content {
  @Override
  public String type() {
    return "input_request";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("prompt", prompt, "password", password);
  }
}
