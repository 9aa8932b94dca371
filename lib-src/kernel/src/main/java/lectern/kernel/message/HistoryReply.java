package lectern.kernel.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;

/**
 * {@code history_reply}: cells that were run.
 *
 * @param withOutput whether their results go with them
 */
public record HistoryReply(List<Entry> entries, boolean withOutput) implements Content {
  /** One cell; its output is null where it had no result. */
  public record Entry(int session, int line, String code, String output) {}

  @Override
  public String type() {
    return "history_reply";
  }

  @Override
  public JsonObject toJson() {
    JsonArray history = new JsonArray();
    for (Entry entry : entries) {
      JsonArray triple = new JsonArray();
      triple.add(entry.session());
      triple.add(entry.line());
      if (withOutput) {
        JsonArray both = new JsonArray();
        both.add(entry.code());
        both.add(entry.output() == null ? JsonNull.INSTANCE : Json.element(entry.output()));
        triple.add(both);
      } else {
        triple.add(entry.code());
      }
      history.add(triple);
    }
    return Json.object("status", "ok", "history", history);
  }
}
