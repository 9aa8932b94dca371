package lectern.kernel.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.kernel.wire.Json;

/** A bundle as the protocol writes it: text as it is, bytes in base64, JSON as JSON. */
public final class MimeJson {
  private MimeJson() {}

  /**
   * MIME type to data.
   *
   * @throws UserError where a form that is said to be JSON is not strict JSON
   */
  public static JsonObject data(MimeBundle bundle) {
    JsonObject data = new JsonObject();
    bundle.data().forEach((mime, value) -> data.add(mime, element(mime, value)));
    return data;
  }

  /** MIME type to the size of a picture. */
  public static JsonObject metadata(MimeBundle bundle) {
    JsonObject metadata = new JsonObject();
    bundle
        .sizes()
        .forEach(
            (mime, size) ->
                metadata.add(mime, Json.object("width", size.width(), "height", size.height())));
    return metadata;
  }

  private static JsonElement element(String mime, Object value) {
    if (value instanceof byte[] bytes) {
      return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof MimeBundle.Json json) {
      try {
        return Json.parse(json.text());
      } catch (JsonParseException e) {
        throw new UserError("the value's " + mime + " is not strict JSON: " + e.getMessage(), e);
      }
    }
    return new JsonPrimitive((String) value);
  }
}
