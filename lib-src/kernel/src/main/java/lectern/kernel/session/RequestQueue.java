package lectern.kernel.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Log;
import lectern.kernel.wire.Message;

/** The requests of one channel, handled one after the other by a thread of its own. */
final class RequestQueue {
  /** What is done with a request. */
  @FunctionalInterface
  interface Handler {
    void handle(Channel channel, Message request, boolean aborted);
  }

  private record Waiting(Message message, long number) {}

  private static final Waiting END = new Waiting(null, 0);

  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Channel channel;
  private final Handler handler;
  private final Runnable settle;
  private long added;
  private boolean ended;
  private volatile long abortedUpTo;

  RequestQueue(Channel channel, Handler handler, Runnable settle) {
    this.channel = channel;
    this.handler = handler;
    this.settle = settle;
  }

  /** Takes a request; false where the queue has ended. */
  synchronized boolean add(Message message) {
    return !ended && waiting.add(new Waiting(message, ++added));
  }

  /** Takes no more requests; the thread ends after those that wait. */
  synchronized void end() {
    ended = true;
    waiting.add(END);
  }

  /** The cells that wait now, and those whose messages are just arriving, will not run. */
  void abortWaiting() {
    settle.run();
    synchronized (this) {
      abortedUpTo = added;
    }
  }

  void start() {
    Thread thread =
        new Thread(this::loop, "lectern-" + channel.name().toLowerCase(java.util.Locale.ROOT));
    thread.setDaemon(true);
    thread.start();
  }

  private void loop() {
    while (true) {
      try {
        Waiting next = waiting.take();
        if (next == END) {
          return;
        }
        handler.handle(channel, next.message(), next.number() <= abortedUpTo);
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        Log.fault("a request could not be handled", e);
      }
    }
  }
}
