package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelProcess;
import lectern.kernel.wire.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping a cell. */
class InterruptTest extends KernelCase {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(60_000);",
        "new CountDownLatch(1).await();",
        "new LinkedBlockingQueue<String>().take()",
        "synchronized (List.class) { List.class.wait(); }",
        "CompletableFuture.supplyAsync(() -> { try { Thread.sleep(60_000); } catch"
            + " (InterruptedException e) {} return 1; }).get()",
        "while (true) System.out.println(\"again\");",
        "while (true) display(\"again\");",
      })
  void codeThatWaitsOrPrintsStops(String code) throws InterruptedException {
    Conversation cell = kernel.begin("System.out.println(\"begun\");\n" + code, NOTEBOOK);
    awaitBegun(cell);
    long asked = System.nanoTime();
    assertEquals("ok", kernel.interrupt(SOON).get("status").getAsString());
    Execution stopped = kernel.await(cell, SOON);
    long millis = (System.nanoTime() - asked) / 1_000_000;
    assertEquals("Interrupted: the cell was stopped", stopped.error());
    assertTrue(millis < 3000, millis + " ms");
    assertEquals("2", kernel.execute("1 + 1").result(), "the session goes on");
  }

  @Test
  void codeThatAsksStops() {
    var never = new java.util.concurrent.CountDownLatch(1);
    var asked = new java.util.concurrent.CountDownLatch(1);
    Conversation cell =
        kernel.begin(
            "System.in.read()",
            NOTEBOOK.withStdin(
                prompt -> {
                  asked.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "";
                }));
    eventually("the question", () -> asked.getCount() == 0);
    kernel.interrupt(SOON);
    assertEquals("Interrupted: the cell was stopped", kernel.await(cell, SOON).error());
    never.countDown();
  }

  @Test
  void interruptWithoutACellIsHarmless() {
    assertEquals("ok", kernel.interrupt(SOON).get("status").getAsString());
    assertTrue(kernel.execute("Thread.sleep(50);").isOk());
  }

  @Test
  void cellsThatWaitBehindAreAborted() {
    Conversation first =
        kernel.begin("System.out.println(\"begun\"); Thread.sleep(60_000);", NOTEBOOK);
    Conversation second = kernel.begin("1", NOTEBOOK);
    awaitBegun(first);
    kernel.interrupt(SOON);
    assertEquals("error", kernel.await(first, SOON).status());
    assertEquals("aborted", kernel.await(second, SOON).status());
  }

  @Test
  void aLoopThatCannotBeStoppedIsAnsweredWithTheWayOut() {
    try (KernelProcess own = KernelProcess.start()) {
      Conversation cell =
          own.client()
              .begin(
                  "System.out.println(\"begun\");\n"
                      + "while (true) { try { while (true) { } } catch (Throwable t) { } }",
                  NOTEBOOK);
      awaitBegun(cell);
      own.client().interrupt(SOON);
      eventually(
          "the sentence",
          () ->
              cell.broadcasts().stream()
                  .filter(message -> message.type().equals("stream"))
                  .anyMatch(m -> m.content().get("text").getAsString().contains("Restart Kernel")));
      assertFalse(cell.isOver());
      var info =
          own.client()
              .send(Channel.CONTROL, "kernel_info_request", new com.google.gson.JsonObject());
      assertEquals("ok", info.await(SOON).content().get("status").getAsString());
      assertEquals(
          "ok", own.client().shutdown(true, Duration.ofSeconds(2)).get("status").getAsString());
    }
  }

  private static void awaitBegun(Conversation cell) {
    eventually(
        "the cell's first line",
        () -> cell.broadcasts().stream().anyMatch(each -> each.type().equals("stream")));
  }
}
