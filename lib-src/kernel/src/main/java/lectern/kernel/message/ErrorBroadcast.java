package lectern.kernel.message;

import com.google.gson.JsonObject;
import lectern.kernel.cell.CellError;
import lectern.kernel.wire.Json;

/** {@code error}: tells every front end that a cell has failed. */
public record ErrorBroadcast(CellError error) implements Content {
  @Override
  public String type() {
    return "error";
  }

  @Override
  public JsonObject toJson() {
    return Json.object(
        "ename", error.name(), "evalue", error.text(), "traceback", error.traceback());
  }
}
