package lectern.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The five sockets of a kernel.
 *
 * <p>A message that is malformed, unsigned or wrongly signed is told on the standard error, counted
 * and dropped. Heartbeats are answered here. A front end that subscribes to the broadcasts is
 * welcomed, so that it knows from when on it misses none.
 */
public final class KernelSockets implements AutoCloseable {
  /** A reader's reason may quote the message. */
  private static final int LOGGED = 200;

  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final SocketLoop loop = new SocketLoop("lectern-sockets");
  private final AtomicLong dropped = new AtomicLong();
  private final String session;
  private final MessageCodec codec;
  private final Receiver receiver;

  private KernelSockets(ConnectionInfo info, String session, Receiver receiver) {
    this.session = session;
    this.receiver = receiver;
    codec = new MessageCodec(info.key());
  }

  /**
   * Binds the sockets.
   *
   * @param session the kernel's session id
   * @param receiver gets every good message
   */
  public static KernelSockets bind(ConnectionInfo info, String session, Receiver receiver) {
    KernelSockets kernel = new KernelSockets(info, session, receiver);
    kernel.router(Channel.SHELL).bind(info.address(info.shell()));
    kernel.router(Channel.CONTROL).bind(info.address(info.control()));
    kernel.router(Channel.STDIN).bind(info.address(info.stdin()));
    kernel.broadcaster().bind(info.address(info.iopub()));
    kernel.heart().bind(info.address(info.heartbeat()));
    kernel.loop.start();
    return kernel;
  }

  /** Sends a message; returns at once. Messages leave in the order of the calls. */
  public void send(Channel channel, Message message) {
    // Signed by the sockets' thread, the only one that uses the codec.
    loop.run(() -> SocketLoop.write(sockets.get(channel), codec.encode(message)));
  }

  /** Returns when every message that had arrived by now has been handed to the receiver. */
  public void settle() {
    loop.settle();
  }

  /** How many messages have been dropped so far. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    loop.close();
  }

  private ZMQ.Socket router(Channel channel) {
    ZMQ.Socket socket = loop.socket(SocketType.ROUTER, frames -> receive(channel, frames));
    socket.setRouterHandover(true);
    sockets.put(channel, socket);
    return socket;
  }

  private ZMQ.Socket broadcaster() {
    ZMQ.Socket socket = loop.socket(SocketType.XPUB, this::subscribed);
    socket.setXpubVerbose(true);
    sockets.put(Channel.IOPUB, socket);
    return socket;
  }

  private ZMQ.Socket heart() {
    ZMQ.Socket[] heart = new ZMQ.Socket[1];
    heart[0] = loop.socket(SocketType.ROUTER, frames -> SocketLoop.write(heart[0], frames));
    return heart[0];
  }

  private void receive(Channel channel, List<byte[]> frames) {
    try {
      receiver.received(channel, codec.decode(frames));
    } catch (BadMessage e) {
      e.bare()
          .ifPresentOrElse(
              bare -> receiver.unreadable(channel, bare, e.getMessage()),
              () -> drop(channel, e.getMessage()));
    } catch (RuntimeException e) {
      drop(channel, "it cannot be handled: " + e);
    }
  }

  private void drop(Channel channel, String why) {
    long count = dropped.incrementAndGet();
    String reason = why.substring(0, Math.min(LOGGED, why.length()));
    Log.say("dropped a message on " + channel + " (" + count + " so far): " + reason);
  }

  /** A subscription is a byte 1 and the topic, its end a byte 0 and the topic. */
  private void subscribed(List<byte[]> frames) {
    byte[] subscription = frames.get(0);
    if (subscription.length > 0 && subscription[0] == 1) {
      byte[] topic = Arrays.copyOfRange(subscription, 1, subscription.length);
      String name = new String(topic, StandardCharsets.UTF_8);
      Header header = Header.of("iopub_welcome", session, "kernel");
      JsonObject content = Json.object("subscription", name);
      send(
          Channel.IOPUB,
          new Message(
              List.of(topic), header, new JsonObject(), new JsonObject(), content, List.of()));
    }
  }
}
