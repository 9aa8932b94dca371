package lectern.kernel.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import lectern.display.MimeBundle;
import lectern.kernel.cell.CellError;
import lectern.kernel.wire.Json;

/**
 * {@code execute_reply}: the cell has run, failed, or was aborted because one before it failed.
 *
 * @param status {@code ok}, {@code error} or {@code aborted}
 * @param count the cell's number
 * @param userExpressions name to value; only when ok
 * @param page help that the cell has asked for, which front ends show in a pager; empty for none
 * @param newText what shall stand in the cell from now on; "" for what stands there
 * @param error only when there is one
 */
public record ExecuteReply(
    String status,
    int count,
    JsonObject userExpressions,
    MimeBundle page,
    String newText,
    CellError error)
    implements Content {

  public static ExecuteReply ok(int count, JsonObject userExpressions, MimeBundle page) {
    return new ExecuteReply("ok", count, userExpressions, page, "", null);
  }

  public static ExecuteReply failed(int count, CellError error) {
    return new ExecuteReply("error", count, null, MimeBundle.empty(), "", error);
  }

  public static ExecuteReply aborted(int count) {
    return new ExecuteReply("aborted", count, null, MimeBundle.empty(), "", null);
  }

  /** The same with another text for the cell, which front ends put in its place. */
  public ExecuteReply withNewText(String text) {
    return new ExecuteReply(status, count, userExpressions, page, text, error);
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
      json.add("payload", payload());
    }
    return json;
  }

  private JsonArray payload() {
    JsonArray payload = new JsonArray();
    if (!page.isEmpty()) {
      payload.add(Json.object("source", "page", "data", MimeJson.data(page), "start", 0));
    }
    if (!newText.isEmpty()) {
      payload.add(Json.object("source", "set_next_input", "text", newText, "replace", true));
    }
    return payload;
  }
}
