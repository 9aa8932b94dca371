package lectern.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities whom a ROUTER socket answers; for a broadcast, its topic
 * @param header who, when, what
 * @param parentHeader the header of the request that this message belongs to; empty without one
 * @param metadata usually empty
 * @param content what it says
 * @param buffers bytes that go with it, usually none
 */
public record Message(
    List<byte[]> identities,
    Header header,
    JsonObject parentHeader,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** A message without parent, to nobody in particular. */
  public static Message of(Header header, JsonObject content) {
    return new Message(List.of(), header, new JsonObject(), new JsonObject(), content, List.of());
  }

  /** A message that answers this one, sent where this one came from. */
  public Message answer(Header answer, JsonObject content) {
    Header spoken = answer.speakingTo(header.version());
    return new Message(identities, spoken, header.toJson(), new JsonObject(), content, List.of());
  }

  /** This message with other metadata and with bytes that go with it. */
  public Message with(JsonObject otherMetadata, List<byte[]> otherBuffers) {
    return new Message(identities, header, parentHeader, otherMetadata, content, otherBuffers);
  }

  /** This message, to others. */
  public Message to(List<byte[]> others) {
    return new Message(others, header, parentHeader, metadata, content, buffers);
  }

  /** This message, for that shell of the kernel. */
  public Message in(String subshell) {
    return new Message(identities, header.in(subshell), parentHeader, metadata, content, buffers);
  }

  /** The id of the request that this message belongs to, or "". */
  public String parentId() {
    return parentHeader.has("msg_id") ? parentHeader.get("msg_id").getAsString() : "";
  }

  /** Short for {@code header().type()}. */
  public String type() {
    return header.type();
  }
}
