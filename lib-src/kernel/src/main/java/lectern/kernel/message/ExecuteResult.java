package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.kernel.wire.Json;

/** {@code execute_result}: the value of a cell. */
public record ExecuteResult(int count, JsonObject data, JsonObject metadata) implements Content {
  public static ExecuteResult of(int count, MimeBundle bundle) {
    return new ExecuteResult(count, MimeJson.data(bundle), MimeJson.metadata(bundle));
  }

  @Override
  public String type() {
    return "execute_result";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("execution_count", count, "data", data, "metadata", metadata);
  }
}
