package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping what nothing can end: its thread is left behind. */
class LeftBehindTest extends KernelCase {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Random(1).doubles().sum()",
        "new java.net.ServerSocket(0).accept()",
        "for (var lock ="
            + " new java.util.concurrent.locks.ReentrantLock(); ; ) { Thread t = new Thread(() -> {"
            + " lock.lock(); }); t.start(); t.join(); lock.lock(); }",
      })
  void whatNothingCanEndIsLeftBehind(String code) {
    Conversation cell = kernel.begin("System.out.println(\"begun\");\n" + code, NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    String error = kernel.await(cell, SOON).error();
    assertTrue(error.startsWith("Interrupted: the cell was stopped, but its thread "), error);
    assertTrue(error.contains("java."), error);
    assertTrue(error.contains("Restart Kernel"), error);
    assertEquals("2", kernel.execute("1 + 1").result(), "the session goes on");
  }

  @Test
  void aThreadLeftBehindEndsWhenItComesBackToTheUsersCode() {
    kernel.execute("Object monitor = new Object();\nvolatile boolean holds = false;");
    kernel.execute("volatile boolean free = false;\nvolatile boolean went = false;");
    kernel.execute(
        "Thread owner = new Thread(() -> { synchronized (monitor) { holds = true;"
            + " while (!free) Thread.onSpinWait(); } }, \"owner\");\n"
            + "owner.start();\nwhile (!holds) Thread.onSpinWait();");
    Conversation cell =
        kernel.begin(
            "Thread mine = Thread.currentThread();\nSystem.out.println(\"begun\");\n"
                + "synchronized (monitor) { for (int i = 0; i < 2; i++) went = i == 1; }",
            NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    String error = kernel.await(cell, SOON).error();
    assertTrue(error.contains("the monitor of java.lang.Object@"), error);
    assertTrue(error.contains("thread \"owner\" holds"), error);
    kernel.execute("free = true;\nmine.join();");
    assertEquals("false", kernel.execute("went").result());
    eventually("the end of the order", () -> kernel.execute("1").isOk());
  }
}
