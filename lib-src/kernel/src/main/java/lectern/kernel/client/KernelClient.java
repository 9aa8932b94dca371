package lectern.kernel.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lectern.kernel.wire.BadMessage;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Log;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.MessageCodec;
import lectern.kernel.wire.SocketLoop;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Talks to a running kernel, whatever its language.
 *
 * <pre>{@code
 * try (KernelClient kernel = KernelClient.connect(info)) {
 *   kernel.awaitReady(Duration.ofSeconds(30));
 *   Execution cell = kernel.execute("6 * 7");   // cell.result() is "42"
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class KernelClient implements AutoCloseable {
  private static final Duration HELLO = Duration.ofMillis(500);

  private final SocketLoop loop = new SocketLoop("kernel-client");
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();
  private final Map<String, Function<String, String>> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Message> others = new ConcurrentLinkedQueue<>();
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "kernel-client-stdin");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch welcome = new CountDownLatch(1);
  private final Outputs outputs = new Outputs();
  private final String session = UUID.randomUUID().toString();
  private final MessageCodec codec;

  private KernelClient(ConnectionInfo info) {
    codec = new MessageCodec(info.key());
    SocketLoop.connect(dealer(Channel.SHELL), info.address(info.shell()));
    SocketLoop.connect(dealer(Channel.CONTROL), info.address(info.control()));
    SocketLoop.connect(dealer(Channel.STDIN), info.address(info.stdin()));
    ZMQ.Socket iopub = loop.socket(SocketType.SUB, frames -> received(Channel.IOPUB, frames));
    SocketLoop.connect(iopub, info.address(info.iopub()));
    iopub.subscribe(new byte[0]);
    loop.start();
  }

  /** Connects to a kernel; it need not answer yet. */
  public static KernelClient connect(ConnectionInfo info) {
    return new KernelClient(info);
  }

  /**
   * Waits until the kernel answers and its broadcasts arrive.
   *
   * @return the content of its {@code kernel_info_reply}
   * @throws KernelSilent where it does not
   */
  public JsonObject awaitReady(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    JsonObject info = request("kernel_info_request", new JsonObject(), time);
    // A kernel that welcomes subscribers has done so; with others, ask until "idle" is heard.
    while (welcome.getCount() > 0) {
      Conversation hello = send(Channel.SHELL, "kernel_info_request", new JsonObject());
      try {
        hello.await(HELLO);
        break;
      } catch (KernelSilent e) {
        if (System.nanoTime() > end) {
          throw new KernelSilent("the kernel's broadcasts do not arrive");
        }
      }
    }
    return info;
  }

  /** Runs a cell as a notebook does and waits for its end. */
  public Execution execute(String code) {
    return execute(code, new ExecuteOptions());
  }

  /** Runs a cell and waits for its end. */
  public Execution execute(String code, ExecuteOptions options) {
    return await(begin(code, options), options.timeout());
  }

  /** Sends a cell and does not wait; see {@link #await}. */
  public Conversation begin(String code, ExecuteOptions options) {
    JsonObject content =
        Json.object(
            "code", code,
            "silent", options.silent(),
            "store_history", options.storeHistory(),
            "user_expressions", options.userExpressions(),
            "allow_stdin", options.stdin() != null,
            "stop_on_error", options.stopOnError());
    Message request = message("execute_request", content).in(options.subshell());
    if (options.stdin() != null) {
      answers.put(request.header().id(), options.stdin());
    }
    return send(Channel.SHELL, request);
  }

  /** Waits for the end of a cell that was sent by {@link #begin}. */
  public Execution await(Conversation cell, Duration time) {
    Message reply = cell.await(time);
    answers.remove(cell.request().header().id());
    List<Message> broadcasts = cell.broadcasts();
    return new Execution(reply.content(), broadcasts, outputs.of(broadcasts, reply.content()));
  }

  /** Sends a request on the shell channel and waits for its end; the reply's content. */
  public JsonObject request(String type, JsonObject content, Duration time) {
    return send(Channel.SHELL, type, content).awaitReply(time).content();
  }

  /** Sends any request and does not wait. */
  public Conversation send(Channel channel, String type, JsonObject content) {
    return send(channel, type, content, "");
  }

  /** Sends any request for that shell of the kernel and does not wait. */
  public Conversation send(Channel channel, String type, JsonObject content, String subshell) {
    return send(channel, message(type, content).in(subshell));
  }

  /** The same with bytes that go with it. */
  public Conversation send(Channel channel, String type, JsonObject content, List<byte[]> buffers) {
    return send(channel, message(type, content).with(new JsonObject(), buffers));
  }

  /** Asks the kernel to stop the cell that runs. */
  public JsonObject interrupt(Duration time) {
    return send(Channel.CONTROL, "interrupt_request", new JsonObject()).awaitReply(time).content();
  }

  /** Asks the kernel to end. */
  public JsonObject shutdown(boolean restart, Duration time) {
    JsonObject content = Json.object("restart", restart);
    return send(Channel.CONTROL, "shutdown_request", content).awaitReply(time).content();
  }

  /** Sends frames as they are, for tests of what is no message. */
  public void sendRaw(Channel channel, List<byte[]> frames) {
    loop.run(() -> SocketLoop.write(sockets.get(channel), frames));
  }

  /** A message of this client's, not sent. */
  public Message message(String type, JsonObject content) {
    return Message.of(Header.of(type, session, "client"), content);
  }

  /** Broadcasts that belong to no request of this client, such as "starting". */
  public List<Message> otherBroadcasts() {
    return List.copyOf(others);
  }

  /** Everybody who waits is told that the kernel has ended. */
  void kernelEnded(String how) {
    conversations.values().forEach(each -> each.ended(how));
  }

  @Override
  public void close() {
    kernelEnded("the client was closed");
    asking.shutdownNow();
    try {
      asking.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
  }

  private ZMQ.Socket dealer(Channel channel) {
    ZMQ.Socket socket = loop.socket(SocketType.DEALER, frames -> received(channel, frames));
    socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
    sockets.put(channel, socket);
    return socket;
  }

  private Conversation send(Channel channel, Message request) {
    Conversation conversation = new Conversation(request);
    conversations.put(request.header().id(), conversation);
    loop.run(() -> SocketLoop.write(sockets.get(channel), codec.encode(request)));
    return conversation;
  }

  private void received(Channel channel, List<byte[]> frames) {
    try {
      Message message = codec.decode(frames);
      Conversation conversation = conversations.get(message.parentId());
      if (message.type().equals("iopub_welcome")) {
        welcome.countDown();
      } else if (channel == Channel.STDIN) {
        asking.execute(() -> answer(message));
      } else if (conversation == null) {
        others.add(message);
      } else if (channel == Channel.IOPUB) {
        conversation.broadcast(message);
      } else {
        conversation.replied(message);
      }
    } catch (BadMessage e) {
      Log.say("the client dropped a message on " + channel + ": " + e.getMessage());
    }
  }

  private static String subshellOf(Message question) {
    JsonElement id = question.parentHeader().get("subshell_id");
    return id == null || id.isJsonNull() ? "" : id.getAsString();
  }

  private void answer(Message question) {
    Function<String, String> answer = answers.get(question.parentId());
    String prompt = question.content().get("prompt").getAsString();
    String value = answer == null ? "" : answer.apply(prompt);
    Message reply =
        question
            .to(List.of())
            .answer(
                Header.of("input_reply", session, "client").in(subshellOf(question)),
                Json.object("value", value));
    loop.run(() -> SocketLoop.write(sockets.get(Channel.STDIN), codec.encode(reply)));
  }
}
