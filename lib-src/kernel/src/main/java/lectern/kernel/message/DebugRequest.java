package lectern.kernel.message;

import com.google.gson.JsonObject;

/**
 * {@code debug_request}: a request of the Debug Adapter Protocol.
 *
 * @param seq the front end's number for it
 * @param command what it wants
 */
public record DebugRequest(int seq, String command, JsonObject arguments) implements Request {
  static DebugRequest read(Fields fields) throws BadRequest {
    return new DebugRequest(
        fields.whole("seq", 0), fields.text("command"), fields.object("arguments"));
  }
}
