package lectern.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

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

  /** JeroMQ lets about one connection in a hundred stand still; see {@link SocketLoop#connect}. */
  @Test
  void everyConnectionComesAbout() {
    try (SocketLoop server = new SocketLoop("server");
        ZContext context = new ZContext()) {
      ZMQ.Socket[] echo = new ZMQ.Socket[1];
      echo[0] = server.socket(SocketType.ROUTER, frames -> SocketLoop.write(echo[0], frames));
      int port = echo[0].bindToRandomPort("tcp://127.0.0.1");
      server.start();
      for (int i = 0; i < 300; i++) {
        ZMQ.Socket asking = context.createSocket(SocketType.REQ);
        asking.setReceiveTimeOut(20_000);
        SocketLoop.connect(asking, "tcp://127.0.0.1:" + port);
        asking.send("beat");
        assertEquals("beat", asking.recvStr(), "connection " + i);
        asking.close();
      }
    }
  }
}
