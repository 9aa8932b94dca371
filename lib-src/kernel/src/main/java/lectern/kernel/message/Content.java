package lectern.kernel.message;

import com.google.gson.JsonObject;

/** What the kernel says: the content of one reply, broadcast or question. */
public interface Content {
  /** The type of its message, such as {@code execute_reply}. */
  String type();

  /** The content as the protocol writes it. */
  JsonObject toJson();
}
