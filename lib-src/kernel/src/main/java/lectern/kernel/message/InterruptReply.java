package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.wire.Json;

/** {@code interrupt_reply}: the cell that runs has been asked to stop. */
public record InterruptReply() implements Content {
  @Override
  public String type() {
    return "interrupt_reply";
  }

  @Override
  public JsonObject toJson() {
    return Json.object("status", "ok");
  }
}
