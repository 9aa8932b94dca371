package lectern.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages as frames, frames as messages.
 *
 * <p>The frames: identities, the delimiter, the signature, then header, parent header, metadata and
 * content as JSON, then buffers. The signature covers the four JSON frames. Not for several threads
 * at once.
 */
public final class MessageCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED_FRAMES = 4;

  private final Signer signer;
  private final SeenSignatures seen = new SeenSignatures();

  /**
   * A codec.
   *
   * @param key the key of the connection file; "" for no signatures
   */
  public MessageCodec(String key) {
    signer = new Signer(key);
  }

  /** The frames of a message, signed. */
  public List<byte[]> encode(Message message) {
    List<byte[]> signed =
        List.of(
            bytes(message.header().toJson()),
            bytes(message.parentHeader()),
            bytes(message.metadata()),
            bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signer.sign(signed).getBytes(StandardCharsets.US_ASCII));
    frames.addAll(signed);
    frames.addAll(message.buffers());
    return frames;
  }

  /**
   * The message in these frames.
   *
   * @throws BadMessage where it is unsigned, wrongly signed, replayed or not a message at all
   */
  public Message decode(List<byte[]> frames) throws BadMessage {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int first = delimiter + 2;
    if (first + SIGNED_FRAMES > frames.size()) {
      throw new BadMessage(
          delimiter == frames.size()
              ? "it has no delimiter <IDS|MSG>"
              : "it has too few frames: " + frames.size());
    }
    byte[] signature = frames.get(delimiter + 1);
    List<byte[]> signed = frames.subList(first, first + SIGNED_FRAMES);
    if (!signer.verify(signature, signed)) {
      throw new BadMessage(signature.length == 0 ? "it is not signed" : "its signature is wrong");
    }
    if (signer.signs() && !seen.add(signature)) {
      throw new BadMessage("it has come before: its signature is known");
    }
    Header header = Header.read(json(signed.get(0), "header"));
    Message bare =
        Message.of(header, new JsonObject()).to(List.copyOf(frames.subList(0, delimiter)));
    try {
      return new Message(
          bare.identities(),
          header,
          json(signed.get(1), "parent header"),
          json(signed.get(2), "metadata"),
          json(signed.get(3), "content"),
          List.copyOf(frames.subList(first + SIGNED_FRAMES, frames.size())));
    } catch (BadMessage e) {
      throw e.of(bare);
    }
  }

  private static byte[] bytes(JsonObject json) {
    return Json.text(json).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject json(byte[] frame, String what) throws BadMessage {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame));
      return Json.parseObject(text.toString());
    } catch (CharacterCodingException e) {
      throw new BadMessage("its " + what + " is not UTF-8");
    } catch (JsonParseException e) {
      throw new BadMessage("its " + what + " is not JSON: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new BadMessage("its " + what + " is nested too deeply");
    }
  }
}
