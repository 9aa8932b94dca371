package lectern.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Message;

/**
 * A cell that has run.
 *
 * @param reply the content of the {@code execute_reply}
 * @param broadcasts all that was broadcast about it, in order
 * @param outputs what a notebook keeps of it, in the form of nbformat 4; a later cell that updates
 *     a display changes it here too
 */
public record Execution(JsonObject reply, List<Message> broadcasts, JsonArray outputs) {
  /** {@code ok}, {@code error} or {@code aborted}. */
  public String status() {
    return reply.get("status").getAsString();
  }

  public boolean isOk() {
    return status().equals("ok");
  }

  /** The cell's number. */
  public int count() {
    return reply.get("execution_count").getAsInt();
  }

  /** All that was written to standard output. */
  public String stdout() {
    return stream("stdout");
  }

  /** All that was written to standard error. */
  public String stderr() {
    return stream("stderr");
  }

  /** The plain text of its value, or null where it had none. */
  public String result() {
    for (JsonElement each : outputs) {
      JsonObject output = each.getAsJsonObject();
      if (output.get("output_type").getAsString().equals("execute_result")) {
        return output.getAsJsonObject("data").get("text/plain").getAsString();
      }
    }
    return null;
  }

  /** Name and message of its error, or "". */
  public String error() {
    return reply.has("ename")
        ? reply.get("ename").getAsString() + ": " + reply.get("evalue").getAsString()
        : "";
  }

  /** The traceback as the user sees it, without colours; "" without an error. */
  public String traceback() {
    StringBuilder lines = new StringBuilder();
    if (reply.has("traceback")) {
      reply.getAsJsonArray("traceback").forEach(l -> lines.append(l.getAsString()).append('\n'));
    }
    return lines.toString().replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private String stream(String name) {
    StringBuilder text = new StringBuilder();
    for (Message each : broadcasts) {
      if (each.type().equals("stream") && each.content().get("name").getAsString().equals(name)) {
        text.append(each.content().get("text").getAsString());
      }
    }
    return text.toString();
  }
}
