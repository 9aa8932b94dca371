package lectern.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The one thread that owns the sockets. */
class SocketLoopTest {
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
  void anErrorInATaskDoesNotEndTheLoop() throws Exception {
    CountDownLatch next = new CountDownLatch(1);
    try (SocketLoop loop = new SocketLoop("test")) {
      loop.start();
      loop.run(
          () -> {
            throw new OutOfMemoryError("thrown by a test");
          });
      loop.run(next::countDown);
      assertTrue(next.await(20, TimeUnit.SECONDS));
    }
  }
}
