package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;

/** {@code comm_msg}: the kernel says something over a comm. */
public record CommMessageNotice(String commId, JsonObject data, @Override List<byte[]> buffers)
    implements Content {
  @Override
  public String type() {
    return "comm_msg";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("comm_id", commId, "data", data);
  }
}
