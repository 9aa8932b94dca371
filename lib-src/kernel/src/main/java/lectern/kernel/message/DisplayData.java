package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.kernel.wire.Json;

/**
 * {@code display_data} shows something; {@code update_display_data} replaces what was shown.
 *
 * @param data MIME type to data, see {@link MimeJson}
 * @param id the name by which it can be replaced; "" for none
 * @param update whether it replaces
 */
public record DisplayData(JsonObject data, JsonObject metadata, String id, boolean update)
    implements Content {

  public static DisplayData show(MimeBundle bundle, String id) {
    return new DisplayData(MimeJson.data(bundle), MimeJson.metadata(bundle), id, false);
  }

  public static DisplayData update(MimeBundle bundle, String id) {
    return new DisplayData(MimeJson.data(bundle), MimeJson.metadata(bundle), id, true);
  }

  @Override
  public String type() {
    return update ? "update_display_data" : "display_data";
  }

  @Override
  public JsonObject toJson() {
    JsonObject named = id.isEmpty() ? new JsonObject() : Json.object("display_id", id);
    return Json.object("data", data, "metadata", metadata, "transient", named);
  }
}
