package lectern.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import zmq.msg.MsgAllocator;
import zmq.msg.MsgAllocatorThreshold;

/**
 * One thread that owns all ZeroMQ sockets of a program.
 *
 * <p>It sleeps until a socket has something to read or somebody hands it something to send. Sockets
 * are made before {@link #start} and afterwards touched by that thread alone; {@link #run} may be
 * called by any thread, and tasks run in the order of the calls.
 */
public final class SocketLoop implements AutoCloseable {
  private static final int LINGER_MILLIS = 300;

  /** Ten times what a handshake on a busy machine takes. */
  private static final int HANDSHAKE_MILLIS = 500;

  /** A frame that claims to be larger is refused before any room is made for it. */
  static final long LARGEST_FRAME = Math.min(1L << 28, Runtime.getRuntime().maxMemory() / 8);

  private static final MsgAllocator USUAL_ROOM = new MsgAllocatorThreshold();

  /** JeroMQ's own ends its thread, and so the kernel, where a frame claims a negative size. */
  private static final MsgAllocator ROOM = size -> USUAL_ROOM.allocate(Math.max(0, size));

  private final ZContext context = new ZContext();
  private final Map<ZMQ.Socket, Consumer<List<byte[]>>> readers = new LinkedHashMap<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final WakeUp wakeUp;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * A loop without sockets.
   *
   * @param name of its thread
   */
  public SocketLoop(String name) {
    context.setLinger(LINGER_MILLIS);
    wakeUp = new WakeUp(name + "-wake-up");
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  /** A socket of this loop that is not read from. It never drops what it is to send. */
  public ZMQ.Socket socket(SocketType type) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setSndHWM(0);
    socket.setRcvHWM(0);
    socket.setMaxMsgSize(LARGEST_FRAME);
    socket.setMsgAllocator(ROOM);
    return socket;
  }

  /**
   * A socket of this loop.
   *
   * @param reader gets the frames of each message that comes, on the loop's thread
   */
  public ZMQ.Socket socket(SocketType type, Consumer<List<byte[]>> reader) {
    ZMQ.Socket socket = socket(type);
    readers.put(socket, reader);
    return socket;
  }

  /**
   * Connects a socket; what is sent meanwhile waits.
   *
   * <p>About one in a hundred of JeroMQ's connections stands still from the beginning: where a
   * socket has been given something to send in the very moment in which its connection is made, its
   * poller forgets the connection (it drops the old key of a channel and skips the new one in one
   * round). So a handshake that takes long is given up, and JeroMQ connects again by itself.
   */
  public static void connect(ZMQ.Socket socket, String address) {
    socket.setHandshakeIvl(HANDSHAKE_MILLIS);
    socket.connect(address);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Runs something on the loop's thread; returns at once. */
  public void run(Runnable task) {
    tasks.add(task);
    wakeUp.call();
  }

  /** Returns when every message that had arrived by now has been read. */
  public void settle() {
    if (Thread.currentThread() != thread && thread.isAlive()) {
      CompletableFuture<Void> read = new CompletableFuture<>();
      run(
          () -> {
            try {
              readEverything(); // what has come since the loop last read
            } finally {
              read.complete(null);
            }
          });
      read.join();
    }
  }

  /** Sends what is still to send and closes the sockets. */
  @Override
  public void close() {
    closing = true;
    wakeUp.call();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    wakeUp.close();
    context.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A fault in one task must not end the thread that every other message depends on. */
  private static void runSafely(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      Log.fault("a message could not be sent", e);
    }
  }

  private void loop() {
    try (ZMQ.Poller poller = context.createPoller(readers.size() + 1)) {
      poller.register(wakeUp.channel(), ZMQ.Poller.POLLIN);
      readers.keySet().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
      while (!closing || !tasks.isEmpty()) {
        turn(poller);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A heap that a cell has filled must not end this thread: what it has not done it does later. */
  private void turn(ZMQ.Poller poller) throws IOException {
    try {
      poller.poll(-1);
      wakeUp.heard();
      readEverything();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        runSafely(task);
      }
    } catch (OutOfMemoryError e) {
      wakeUp.call();
    }
  }

  private void readEverything() {
    readers.forEach(SocketLoop::readAll);
  }

  /** Sends a message; to be called on the loop's thread. */
  public static void write(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  private static void readAll(ZMQ.Socket socket, Consumer<List<byte[]>> reader) {
    for (byte[] first; (first = socket.recv(ZMQ.DONTWAIT)) != null; ) {
      List<byte[]> frames = new ArrayList<>();
      frames.add(first);
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      readSafely(reader, frames);
    }
  }

  private static void readSafely(Consumer<List<byte[]>> reader, List<byte[]> frames) {
    try {
      reader.accept(frames);
    } catch (Throwable e) {
      Log.fault("a message could not be read", e);
    }
  }
}
