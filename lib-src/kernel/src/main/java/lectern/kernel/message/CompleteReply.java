package lectern.kernel.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import lectern.kernel.assist.Completion;
import lectern.kernel.wire.Json;

/** {@code complete_reply}: what could stand between two positions of the code. */
public record CompleteReply(String code, Completion completion) implements Content {
  @Override
  public String type() {
    return "complete_reply";
  }

  @Override
  public JsonObject toJson() {
    int start = CodePoints.fromUtf16(code, completion.start());
    int end = CodePoints.fromUtf16(code, completion.end());
    return Json.object(
        "status",
        "ok",
        "matches",
        completion.matches().stream().map(Completion.Match::text).toList(),
        "cursor_start",
        start,
        "cursor_end",
        end,
        "metadata",
        Json.object("_jupyter_types_experimental", types(start, end)));
  }

  /** JupyterLab shows the kind of each match when it is told here. */
  private JsonArray types(int start, int end) {
    JsonArray types = new JsonArray();
    for (Completion.Match match : completion.matches()) {
      types.add(
          Json.object(
              "text", match.text(),
              "type", match.kind(),
              "signature", match.signature(),
              "start", start,
              "end", end));
    }
    return types;
  }
}
