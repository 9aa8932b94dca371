package lectern.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a poll from any thread, also from one that is being interrupted.
 *
 * <p>A poll waits for a channel, and an interrupt closes the channel that the interrupted thread
 * writes to, for good. The cells' thread is interrupted while it sends. So nobody writes but a
 * thread of this class, which nobody knows and nobody interrupts.
 */
final class WakeUp implements AutoCloseable {
  private final Pipe pipe;
  private final Semaphore calls = new Semaphore(0);
  private final AtomicBoolean called = new AtomicBoolean();
  private final ByteBuffer drain = ByteBuffer.allocate(16);
  private final ByteBuffer one = ByteBuffer.allocate(1);
  private final Thread writer;
  private volatile boolean closed;

  WakeUp(String name) {
    try {
      pipe = Pipe.open();
      pipe.source().configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer = new Thread(this::write, name);
    writer.setDaemon(true);
    writer.start();
  }

  /** What to poll beside the sockets. */
  SelectableChannel channel() {
    return pipe.source();
  }

  /** Makes the poll return; at once, on any thread. */
  void call() {
    if (called.compareAndSet(false, true)) {
      calls.release();
    }
  }

  /** To be called after each poll, before the work that it was called for is looked at. */
  void heard() throws IOException {
    pipe.source().read(drain.clear());
    called.set(false);
  }

  @Override
  public void close() {
    closed = true;
    calls.release();
  }

  private void write() {
    try (Pipe.SinkChannel sink = pipe.sink()) {
      calls.acquireUninterruptibly();
      while (!closed) {
        write(sink);
        calls.acquireUninterruptibly();
      }
      pipe.source().close();
    } catch (IOException e) {
      Log.fault("the socket thread can no longer be woken", e);
    }
  }

  /** A heap that a cell has filled must not end this thread: it tries until there is room. */
  private void write(Pipe.SinkChannel sink) throws IOException {
    try {
      sink.write(one.clear());
    } catch (OutOfMemoryError e) {
      calls.release();
      Thread.yield();
    }
  }
}
