package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.kernel.wire.Json;

/** {@code inspect_reply}: what is known of the thing at the cursor; an empty bundle for nothing. */
public record InspectReply(MimeBundle found) implements Content {
  @Override
  public String type() {
    return "inspect_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object(
        "status", "ok",
        "found", !found.isEmpty(),
        "data", MimeJson.data(found),
        "metadata", MimeJson.metadata(found));
  }
}
