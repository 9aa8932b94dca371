package lectern.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who sent a message, when, and of what type.
 *
 * @param id unique for each message
 * @param session the same for all messages of one program
 * @param username who runs that program
 * @param date ISO 8601 with seconds and time zone
 * @param type such as {@code execute_request}
 * @param version of the protocol
 * @param subshell the shell of the kernel that a request is for; "" for the first
 */
public record Header(
    String id,
    String session,
    String username,
    String date,
    String type,
    String version,
    String subshell) {
  /** The version of the Jupyter protocol that this package speaks. */
  public static final String PROTOCOL = "5.5";

  private static final String OLDER_PROTOCOL = "5.4";
  private static final Pattern OLDER = Pattern.compile("5(\\.[0-4](\\..*)?)?");

  /** Always six digits of a second: some readers take nothing else. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX").withZone(ZoneOffset.UTC);

  /** A header of now, with an id of its own. */
  public static Header of(String type, String session, String username) {
    String date = DATE.format(Instant.now());
    return new Header(UUID.randomUUID().toString(), session, username, date, type, PROTOCOL, "");
  }

  /**
   * The same in the version of whoever reads it: 5.4 for those that speak an older 5, whose
   * messages have the same form; the latest for all others.
   */
  public Header speakingTo(String readersVersion) {
    boolean older = OLDER.matcher(readersVersion).matches();
    return older ? new Header(id, session, username, date, type, OLDER_PROTOCOL, subshell) : this;
  }

  /** The same for that shell of the kernel. */
  public Header in(String otherSubshell) {
    return new Header(id, session, username, date, type, version, otherSubshell);
  }

  /** Reads a header; the id, the session and the type must be there. */
  static Header read(JsonObject json) throws BadMessage {
    return new Header(
        required(json, "msg_id"),
        required(json, "session"),
        optional(json, "username"),
        optional(json, "date"),
        required(json, "msg_type"),
        optional(json, "version"),
        optional(json, "subshell_id"));
  }

  JsonObject toJson() {
    return Json.object(
        "msg_id", id,
        "session", session,
        "username", username,
        "date", date,
        "msg_type", type,
        "version", version,
        "subshell_id", subshell.isEmpty() ? null : subshell);
  }

  private static String required(JsonObject json, String field) throws BadMessage {
    String text = optional(json, field);
    if (text.isEmpty()) {
      throw new BadMessage("its header has no " + field);
    }
    return text;
  }

  private static String optional(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value instanceof JsonPrimitive text && text.isString() ? text.getAsString() : "";
  }
}
