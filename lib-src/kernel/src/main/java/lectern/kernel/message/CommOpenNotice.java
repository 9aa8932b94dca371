package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;

/** {@code comm_open}: the kernel opens a comm to a target in the front end. */
public record CommOpenNotice(
    String commId,
    String targetName,
    JsonObject data,
    @Override JsonObject metadata,
    @Override List<byte[]> buffers)
    implements Content {
  @Override
  public String type() {
    return "comm_open";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("comm_id", commId, "target_name", targetName, "data", data);
  }
}
