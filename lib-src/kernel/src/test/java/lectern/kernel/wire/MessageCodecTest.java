package lectern.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages as frames and back, without sockets. */
class MessageCodecTest {
  private final MessageCodec codec = new MessageCodec("secret");

  @Test
  void whatIsSentIsWhatComes() throws BadMessage {
    Message sent =
        new Message(
            List.of(bytes("who"), bytes("where")),
            Header.of("execute_request", "session", "me"),
            Json.object("msg_id", "parent"),
            Json.object("tag", 1),
            Json.object("code", "\"😀\u2028</script>\"", "nothing", Json.element(null)),
            List.of(new byte[] {0, 1, -1}));
    Message came = codec.decode(codec.encode(sent));
    assertEquals(sent.header(), came.header());
    assertEquals(sent.content(), came.content());
    assertEquals(sent.metadata(), came.metadata());
    assertEquals("parent", came.parentId());
    assertArrayEquals(bytes("where"), came.identities().get(1));
    assertArrayEquals(new byte[] {0, 1, -1}, came.buffers().get(0));
  }

  @Test
  void everyChangedByteIsNoticed() {
    List<byte[]> frames = codec.encode(message());
    for (int i = 1; i < frames.size(); i++) {
      byte[] changed = frames.get(i).clone();
      changed[changed.length / 2] ^= 1;
      List<byte[]> forged = new ArrayList<>(frames);
      forged.set(i, changed);
      assertThrows(BadMessage.class, () -> codec.decode(forged), "frame " + i);
    }
  }

  @Test
  void withoutAKeyEverySignatureIsTakenAndTheSameMessageTwice() throws BadMessage {
    MessageCodec open = new MessageCodec("");
    List<byte[]> frames = open.encode(message());
    assertEquals(0, frames.get(1).length);
    assertEquals("t", open.decode(frames).type());
    assertEquals("t", open.decode(frames).type());
  }

  @Test
  void aSignedMessageCannotBePlayedAgain() throws BadMessage {
    List<byte[]> frames = codec.encode(message());
    codec.decode(frames);
    BadMessage again = assertThrows(BadMessage.class, () -> codec.decode(frames));
    assertTrue(again.getMessage().contains("come before"), again.getMessage());
  }

  @Test
  void whoSentWhatCannotBeReadIsKnownByTheHeader() {
    String header = Json.text(message().header().toJson());
    assertEquals("t", refused(header, "{").bare().orElseThrow().type());
    assertTrue(refused("{", "{}").bare().isEmpty());
    List<byte[]> forged = new ArrayList<>(new MessageCodec("other").encode(message()));
    assertTrue(assertThrows(BadMessage.class, () -> codec.decode(forged)).bare().isEmpty());
  }

  private BadMessage refused(String header, String content) {
    List<byte[]> signed = List.of(bytes(header), bytes("{}"), bytes("{}"), bytes(content));
    List<byte[]> frames = new ArrayList<>();
    frames.add(bytes("<IDS|MSG>"));
    frames.add(bytes(new Signer("secret").sign(signed)));
    frames.addAll(signed);
    return assertThrows(BadMessage.class, () -> codec.decode(frames));
  }

  @Test
  void jsonIsStrict() {
    for (String bad : List.of("{a: 1}", "{\"a\": NaN}", "{\"a\": 1} x", "{'a': 1}", "", "[1,]")) {
      assertThrows(com.google.gson.JsonParseException.class, () -> Json.parse(bad), bad);
    }
    assertEquals("{\"a\":null}", Json.text(Json.parse("{\"a\": null}")));
  }

  @Test
  void connectionFilesAreReadOrRefusedWithAReason(@TempDir Path folder) throws Exception {
    ConnectionInfo info = ConnectionInfo.onFreePorts();
    Path file = Files.writeString(folder.resolve("c.json"), info.toJson());
    assertEquals(info, ConnectionInfo.read(file));
    assertEquals("tcp://" + info.ip() + ":" + info.shell(), info.address(info.shell()));
    Files.writeString(file, "{\"ip\": \"localhost\"}");
    UserError missing = assertThrows(UserError.class, () -> ConnectionInfo.read(file));
    assertEquals("the connection file has no shell_port", missing.getMessage());
    Files.writeString(file, info.toJson().replace("hmac-sha256", "hmac-md5"));
    UserError scheme = assertThrows(UserError.class, () -> ConnectionInfo.read(file));
    assertEquals("signature_scheme must be hmac-sha256, not hmac-md5", scheme.getMessage());
  }

  private static Message message() {
    return Message.of(Header.of("t", "s", "u"), new JsonObject());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
