package lectern.kernel.fuzz;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.MessageCodec;

/**
 * Sends a kernel changed messages of a corpus, broken frames and plain bytes, round after round.
 *
 * <p>After each round every request must have its reply with a status, and its busy and idle; a
 * cell must run; the control channel must answer. What fails is told with the seed of its round.
 */
final class Fuzz {
  private static final int MESSAGES_A_ROUND = 60;
  private static final Duration SOON = Duration.ofSeconds(60);

  private record Case(Channel channel, String type, JsonObject content) {}

  private final List<Case> corpus = readCorpus();
  private final KernelProcess process;
  private final KernelClient kernel;
  private long sent;

  Fuzz(KernelProcess process) {
    this.process = process;
    this.kernel = process.client();
  }

  /** Where the kernel listens. */
  int[] ports() {
    ConnectionInfo info = process.connection();
    return new int[] {info.shell(), info.control(), info.stdin(), info.iopub(), info.heartbeat()};
  }

  /** How many messages have been sent. */
  long sent() {
    return sent;
  }

  /** One round; an {@link AssertionError} that names the seed where the kernel fails. */
  void round(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Conversation> asked = new ArrayList<>();
    try {
      for (int i = 0; i < MESSAGES_A_ROUND; i++) {
        sent++;
        switch (random.nextInt(10)) {
          case 0 -> sendBroken(random);
          case 1 -> sendBytes(random);
          default -> sendChanged(random, asked);
        }
      }
      asked.forEach(Fuzz::check);
      checkAlive();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("round with seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private void sendChanged(SplittableRandom random, List<Conversation> asked) {
    Case chosen = corpus.get(random.nextInt(corpus.size()));
    JsonObject content = new JsonMutations(random).change(chosen.content());
    Conversation conversation = kernel.send(chosen.channel(), chosen.type(), content);
    if (chosen.type().endsWith("_request")) {
      asked.add(conversation);
    }
  }

  /**
   * A good message, of which one frame is changed, left out, or doubled; or the signature wrong.
   */
  private void sendBroken(SplittableRandom random) {
    Case chosen = corpus.get(random.nextInt(corpus.size()));
    Message message = kernel.message(chosen.type(), chosen.content());
    String key = random.nextBoolean() ? process.connection().key() : "wrong";
    List<byte[]> frames = new ArrayList<>(new MessageCodec(key).encode(message));
    int at = random.nextInt(frames.size());
    switch (random.nextInt(4)) {
      case 0 -> frames.remove(at);
      case 1 -> frames.add(at, frames.get(at));
      case 2 -> frames.set(at, bytes(random, random.nextInt(200)));
      default -> frames.add(at, bytes(random, random.nextInt(2_000)));
    }
    kernel.sendRaw(chosen.channel(), frames);
  }

  /** Bytes that are no ZeroMQ at all, on any of the ports. */
  private void sendBytes(SplittableRandom random) {
    int[] ports = ports();
    int port = ports[random.nextInt(ports.length)];
    try (Socket socket = new Socket(process.connection().ip(), port)) {
      byte[] bytes = bytes(random, 1 + random.nextInt(500));
      if (random.nextBoolean()) {
        bytes[0] = (byte) 0xff; // the beginning of a greeting
      }
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // The kernel may hang up in the middle.
    }
  }

  private static void check(Conversation conversation) {
    Message reply = conversation.await(SOON);
    if (!reply.content().has("status")) {
      throw new AssertionError("a reply without status: " + reply.content());
    }
    String wanted = conversation.request().type().replace("_request", "_reply");
    if (!reply.type().equals(wanted)) {
      throw new AssertionError("not a " + wanted + ": " + reply.type());
    }
    List<String> states = new ArrayList<>();
    for (Message each : conversation.broadcasts()) {
      if (each.type().equals("status")) {
        states.add(each.content().get("execution_state").getAsString());
      }
    }
    if (!states.equals(List.of("busy", "idle"))) {
      throw new AssertionError(conversation.request().content() + " has the states " + states);
    }
  }

  /**
   * A message that was broken in a place where it does no harm is a cell that runs. Where it fails,
   * the cells that wait behind it are aborted; so those before must be over.
   */
  private void checkAlive() {
    kernel.send(Channel.CONTROL, "kernel_info_request", new JsonObject()).await(SOON);
    kernel.send(Channel.SHELL, "kernel_info_request", new JsonObject()).await(SOON);
    Execution cell = kernel.execute("20 + 22", new ExecuteOptions().within(SOON));
    if (!"42".equals(cell.result())) {
      throw new AssertionError("a cell gives " + cell.reply() + " instead of 42");
    }
  }

  private static byte[] bytes(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<Case> readCorpus() {
    try (InputStream in = Fuzz.class.getResourceAsStream("corpus.jsonl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(Json::parseObject).map(Fuzz::readCase).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case readCase(JsonObject line) {
    return new Case(
        Channel.valueOf(line.get("channel").getAsString()),
        line.get("type").getAsString(),
        line.getAsJsonObject("content"));
  }
}
