package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code stream}: text on {@code stdout} or {@code stderr}. */
public record StreamText(String name, String text) implements Content {
  @Override
  public String type() {
    return "stream";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("name", name, "text", text);
  }
}
