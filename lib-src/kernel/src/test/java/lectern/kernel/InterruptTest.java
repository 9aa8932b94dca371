package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "for (;;) ;",
        "do { } while (true);",
        "int turns = 0; while (true) { turns++; }",
        "outer: for (;;) { for (;;) continue outer; }",
        "for (int i = 0; ; i++) { switch (i & 1) { case 0: continue; default: continue; } }",
        "while (true) { try { while (true) { } } catch (Throwable t) { } }",
        "while (true) { try { Thread.sleep(5); } catch (Throwable t) { } }",
        "while (true) { try { continue; } finally { continue; } }",
        "Object lock = new Object(); while (true) { synchronized (lock) { continue; } }",
        "void loop() { while (true) { } }\nloop();",
        "void deep() { while (true) { try { deep(); } catch (StackOverflowError e) { } } }\n"
            + "deep();",
        "int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(200)",
        "class Chain { Chain(int n) { if (n > 0) { new Chain(n - 1); new Chain(n - 1); } } }\n"
            + "new Chain(200);",
        "class Start { static { int i = 0; while (i < 1) { i += 0; } } }\nnew Start();",
        "Runnable loop = () -> { while (true) { } };\nloop.run();",
        "IntStream.iterate(0, i -> i + 1).forEach(i -> { });",
        "IntStream.range(0, 100).parallel().forEach(i -> { while (true) { } });",
        "IntStream.range(0, 100).parallel().forEach(i -> { while (true) { try { while (true) { } }"
            + " catch (Throwable t) { } } });",
        "CompletableFuture.supplyAsync(() -> { while (true) { } }).join()",
        "Stream.generate(() -> 1).parallel().filter(i -> i > 1).findAny()",
        "Thread other = new Thread(() -> { while (true) { } });\nother.start();\nother.join();",
        "List<Integer> many = new ArrayList<>(List.of(3, 1, 2));\n"
            + "many.sort((a, b) -> { while (true) { } });",
      })
  void codeThatRunsOnAndOnStops(String code) throws InterruptedException {
    Conversation cell = kernel.begin("System.out.println(\"begun\");\n" + code, NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    Execution stopped = kernel.await(cell, SOON);
    assertEquals("Interrupted: the cell was stopped", stopped.error());
    assertEquals("", stopped.stderr());
    assertItRests();
    assertEquals("2", kernel.execute("1 + 1").result(), "the session goes on");
  }

  @Test
  void theWorkOfAPoolFromAnEarlierCellStops() throws InterruptedException {
    kernel.execute(
        "ExecutorService pool = Executors.newFixedThreadPool(1);\npool.submit(() -> 1).get()");
    Conversation cell =
        kernel.begin(
            "System.out.println(\"begun\");\npool.submit(() -> { while (true) { } }).get()",
            NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    assertEquals("Interrupted: the cell was stopped", kernel.await(cell, SOON).error());
    assertItRests();
    assertEquals("5", kernel.execute("pool.submit(() -> 5).get()").result());
  }

  @Test
  void threadsOfEarlierCellsGoOn() {
    kernel.execute(
        "volatile long beats = 0;\n"
            + "volatile boolean dead = false;\n"
            + "Thread heart = new Thread(() -> { while (!dead) { beats++; Thread.onSpinWait(); }"
            + " });\n"
            + "heart.start();");
    Conversation cell = kernel.begin("System.out.println(\"begun\");\nwhile (true) { }", NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    assertEquals("error", kernel.await(cell, SOON).status());
    assertEquals("true", kernel.execute("Thread.sleep(700);\nheart.isAlive()").result());
    kernel.execute("dead = true;");
  }

  /** The kernel's process uses next to no CPU; whatever else it does ends after a while. */
  private void assertItRests() throws InterruptedException {
    Duration used = Duration.ofDays(1);
    for (int look = 0; look < 100 && used.toMillis() > 50; look++) {
      Duration before = cpu();
      Thread.sleep(200);
      used = cpu().minus(before);
    }
    assertTrue(used.toMillis() <= 50, used.toMillis() + " ms of CPU in 200 ms");
  }

  private Duration cpu() {
    return process.process().info().totalCpuDuration().orElseThrow();
  }
}
