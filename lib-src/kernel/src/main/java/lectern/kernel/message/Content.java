package lectern.kernel.message;

import com.google.gson.JsonObject;
import java.util.List;

/** What the kernel says: the content of one reply, broadcast or question. */
public interface Content {
  /** The type of its message, such as {@code execute_reply}. */
  String type();

  /** The content as the protocol writes it. */
  JsonObject toJson();

  /** The metadata of its message; empty but for few. */
  default JsonObject metadata() {
    return new JsonObject();
  }

  /** Bytes that go with it; none but for comms. */
  default List<byte[]> buffers() {
    return List.of();
  }
}
