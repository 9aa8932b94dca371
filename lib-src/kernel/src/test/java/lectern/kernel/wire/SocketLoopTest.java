package lectern.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The one thread that owns the sockets. */
class SocketLoopTest {
  private static final List<byte[]> FRAMES = List.of(new byte[] {1});

  /** The cells' thread is interrupted while it sends; what it sends must arrive all the same. */
  @Test
  void aSenderThatIsInterruptedStopsNothing() throws Exception {
    AtomicInteger run = new AtomicInteger();
    int messages = 20_000;
    try (SocketLoop loop = new SocketLoop("test")) {
      loop.start();
      Thread sender =
          new Thread(
              () -> {
                for (int i = 0; i < messages; i++) {
                  loop.run(run::incrementAndGet);
                }
              });
      sender.start();
      while (sender.isAlive()) {
        sender.interrupt();
      }
      loop.settle();
      assertEquals(messages, run.get());
    }
  }

  @Test
  void settleReadsWhatCameWhileOtherTasksRan() throws Exception {
    AtomicInteger count = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch busyAgain = new CountDownLatch(1);
    try (SocketLoop loop = new SocketLoop("test-in");
        SocketLoop out = new SocketLoop("test-out")) {
      ZMQ.Socket sender = connect(loop, out, count::incrementAndGet);
      out.run(() -> SocketLoop.write(sender, FRAMES));
      while (count.get() == 0) {
        Thread.sleep(5); // until the two are connected
      }
      loop.run(
          () -> {
            begun.countDown();
            await(busy);
          });
      await(begun);
      FutureTask<Void> settled = new FutureTask<>(loop::settle, null);
      Thread settling = new Thread(settled);
      settling.start();
      while (settling.getState() != Thread.State.WAITING) {
        Thread.sleep(5);
      }
      loop.run(() -> await(busyAgain));
      out.run(() -> SocketLoop.write(sender, FRAMES));
      Thread.sleep(300); // until it is here for certain
      busy.countDown();
      settled.get(20, TimeUnit.SECONDS);
      int read = count.get();
      busyAgain.countDown();
      assertEquals(2, read);
    }
  }

  @Test
  void anErrorInATaskOrAReaderDoesNotEndTheLoop() throws Exception {
    CountDownLatch read = new CountDownLatch(2);
    try (SocketLoop loop = new SocketLoop("test-in");
        SocketLoop out = new SocketLoop("test-out")) {
      ZMQ.Socket sender =
          connect(
              loop,
              out,
              () -> {
                read.countDown();
                throw new OutOfMemoryError("thrown by a test");
              });
      loop.run(
          () -> {
            throw new OutOfMemoryError("thrown by a test");
          });
      out.run(() -> SocketLoop.write(sender, FRAMES));
      out.run(() -> SocketLoop.write(sender, FRAMES));
      assertTrue(read.await(20, TimeUnit.SECONDS));
    }
  }

  private static ZMQ.Socket connect(SocketLoop in, SocketLoop out, Runnable reader) {
    int port =
        in.socket(SocketType.PULL, frames -> reader.run()).bindToRandomPort("tcp://127.0.0.1");
    ZMQ.Socket sender = out.socket(SocketType.PUSH);
    sender.connect("tcp://127.0.0.1:" + port);
    in.start();
    out.start();
    return sender;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
