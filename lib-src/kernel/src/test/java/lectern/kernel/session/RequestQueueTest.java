package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** The thread of a channel. */
class RequestQueueTest {
  @Test
  void anErrorInOneRequestDoesNotEndTheNext() throws InterruptedException {
    CountDownLatch handled = new CountDownLatch(2);
    RequestQueue queue =
        new RequestQueue(
            Channel.CONTROL,
            (channel, request, aborted) -> {
              handled.countDown();
              throw new OutOfMemoryError("thrown by a test");
            },
            () -> {});
    queue.add(request());
    queue.add(request());
    queue.start();
    assertTrue(handled.await(20, TimeUnit.SECONDS));
  }

  private static Message request() {
    return Message.of(Header.of("kernel_info_request", "session", "client"), new JsonObject());
  }
}
