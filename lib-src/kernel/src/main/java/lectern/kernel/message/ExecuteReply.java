package lectern.kernel.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import lectern.kernel.cell.CellError;
import lectern.kernel.wire.Json;

/**
 * {@code execute_reply}: the cell has run, failed, or was aborted because one before it failed.
 *
 * @param status {@code ok}, {@code error} or {@code aborted}
 * @param count the cell's number
 * @param userExpressions name to value; only when ok
 * @param error only when there is one
 */
public record ExecuteReply(String status, int count, JsonObject userExpressions, CellError error)
    implements Content {

  public static ExecuteReply ok(int count, JsonObject userExpressions) {
    return new ExecuteReply("ok", count, userExpressions, null);
  }

  public static ExecuteReply failed(int count, CellError error) {
    return new ExecuteReply("error", count, null, error);
  }

  public static ExecuteReply aborted(int count) {
    return new ExecuteReply("aborted", count, null, null);
  }

  @Override
  public String type() {
    return "execute_reply";
  }

  @Override
  public JsonObject toJson() {
    JsonObject json = Json.object("status", status, "execution_count", count);
    if (error != null) {
      json.addProperty("ename", error.name());
      json.addProperty("evalue", error.text());
      json.add("traceback", Json.element(error.traceback()));
    } else if (userExpressions != null) {
      json.add("user_expressions", userExpressions);
      json.add("payload", new JsonArray());
    }
    return json;
  }
}
