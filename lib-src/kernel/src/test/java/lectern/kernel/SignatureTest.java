package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.client.Conversation;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.MessageCodec;
import lectern.kernel.wire.Signer;
import org.junit.jupiter.api.Test;

/** Messages that are forged or broken are dropped, and the kernel lives on. */
class SignatureTest extends KernelCase {
  private static final int SIGNATURE = 1;

  @Test
  void forgedMessagesDoNotRunAndTheNextCellDoes() {
    for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
      send(channel, frames("forged", "another key"));
      send(channel, with(frames("unsigned", key()), SIGNATURE, new byte[0]));
      send(channel, with(frames("halved", key()), SIGNATURE, bytes("abcd")));
      send(channel, with(frames("changed", key()), 5, bytes("{\"code\":\"System.exit(1);\"}")));
      send(channel, signed("{", "{}", "{}", "{}"));
      send(channel, signed("[]", "{}", "{}", "{}"));
      send(channel, signed("{}", "{}", "{}", "{}"));
      send(
          channel, signed("{\"msg_id\":1,\"session\":\"s\",\"msg_type\":\"t\"}", "{}", "{}", "{}"));
      send(channel, signed("[".repeat(100_000), "{}", "{}", "{}"));
      send(channel, List.of(bytes("<IDS|MSG>"), bytes("x")));
      send(channel, List.of(bytes("nothing")));
      send(channel, List.of(new byte[0]));
    }
    assertEquals("2", kernel.execute("1 + 1").result());
    assertEquals("", kernel.execute("System.getProperty(\"ran\", \"\")").result());
  }

  @Test
  void aMessageSentTwiceRunsOnce() {
    kernel.execute("int times = 0;");
    List<byte[]> frames = codecFrames("times++;", key());
    send(Channel.SHELL, frames);
    send(Channel.SHELL, frames);
    assertEquals("1", kernel.execute("times").result());
  }

  @Test
  void requestsOfUnknownTypeAndWithWrongContentGetAnErrorReply() {
    JsonObject unknown = kernel.request("tea_request", new JsonObject(), SOON);
    assertEquals("error", unknown.get("status").getAsString());
    assertTrue(unknown.get("evalue").getAsString().contains("tea_request"));
    JsonObject wrong = kernel.request("execute_request", Json.object("code", 3), SOON);
    assertEquals("error", wrong.get("status").getAsString());
    assertTrue(wrong.get("evalue").getAsString().contains("code must be a string, not 3"));
    JsonObject huge = Json.object("code", new JsonArray());
    huge.getAsJsonArray("code").add("x".repeat(50_000));
    String why = kernel.request("execute_request", huge, SOON).get("evalue").getAsString();
    assertTrue(why.length() < 200, why);
    kernel.send(Channel.SHELL, "nonsense", new JsonObject());
    assertEquals("3", kernel.execute("3").result());
  }

  @Test
  void aRequestWhoseContentCannotBeReadGetsAnErrorReply() {
    JsonArray deep = new JsonArray();
    for (int i = 0; i < 300; i++) {
      JsonArray around = new JsonArray();
      around.add(deep);
      deep = around;
    }
    Conversation asked =
        kernel.send(Channel.SHELL, "execute_request", Json.object("code", "1", "more", deep));
    Message reply = asked.await(SOON);
    assertEquals("execute_reply", reply.type());
    assertEquals("error", reply.content().get("status").getAsString());
    String why = reply.content().get("evalue").getAsString();
    assertTrue(why.startsWith("execute_request: its content is not JSON"), why);
    assertEquals(2, asked.broadcasts().size(), "busy and idle");
  }

  @Test
  void signatureIsTheStandardsOwn() {
    // RFC 4231, test case 2.
    String right = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    List<byte[]> data = List.of(bytes("what do ya want "), bytes("for nothing?"));
    assertEquals(right, new Signer("Jefe").sign(data));
    assertTrue(new Signer("Jefe").verify(bytes(right), data));
    assertFalse(new Signer("Jefe").verify(bytes(right.replace('5', '6')), data));
    assertFalse(new Signer("Jefe").verify(new byte[0], data));
    assertTrue(new Signer("").verify(bytes("anything"), data), "an empty key switches it off");
    assertEquals("", new Signer("").sign(data));
  }

  private String key() {
    return process.connection().key();
  }

  private void send(Channel channel, List<byte[]> frames) {
    kernel.sendRaw(channel, frames);
  }

  private List<byte[]> frames(String mark, String key) {
    return codecFrames("System.setProperty(\"ran\", \"" + mark + "\");", key);
  }

  private List<byte[]> codecFrames(String code, String key) {
    Message message = kernel.message("execute_request", Json.object("code", code));
    return new MessageCodec(key).encode(message);
  }

  private List<byte[]> signed(String... json) {
    List<byte[]> parts = new ArrayList<>();
    for (String each : json) {
      parts.add(bytes(each));
    }
    List<byte[]> frames = new ArrayList<>();
    frames.add(bytes("<IDS|MSG>"));
    frames.add(bytes(new Signer(key()).sign(parts)));
    frames.addAll(parts);
    return frames;
  }

  private static List<byte[]> with(List<byte[]> frames, int index, byte[] frame) {
    List<byte[]> changed = new ArrayList<>(frames);
    changed.set(index, frame);
    return changed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
