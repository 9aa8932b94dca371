package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stopping what nothing can end: its thread is left behind. */
class LeftBehindTest extends KernelCase {
  /** Prints once the cell's thread is where a condition on {@code mine} says. */
  private static String beginWhen(String condition) {
    return "Thread mine = Thread.currentThread();\n"
        + "new Thread(() -> { while (!("
        + condition
        + ")) Thread.yield(); System.out.println(\"begun\"); }).start();\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Random | new Random(1).doubles().sum()",
        "ServerSocket.accept | new java.net.ServerSocket(0).accept()",
        "ReentrantLock.lock | var lock = new java.util.concurrent.locks.ReentrantLock();"
            + " Thread t = new Thread(() -> lock.lock()); t.start(); t.join(); lock.lock();",
      })
  void whatNothingCanEndIsLeftBehind(String method, String code) {
    String there =
        "Arrays.stream(mine.getStackTrace()).anyMatch(f -> f.toString().contains(\""
            + method
            + "\"))";
    Conversation cell = kernel.begin(beginWhen(there) + code, NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    String error = kernel.await(cell, SOON).error();
    assertTrue(error.startsWith("Interrupted: the cell was stopped, but its thread "), error);
    assertTrue(error.contains("java."), error);
    assertTrue(error.matches(".* at cell \\d+, line 3, which cannot be stopped.*"), error);
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
            beginWhen("mine.getState() == Thread.State.BLOCKED")
                + "synchronized (monitor) { for (int i = 0; i < 2; i++) went = i == 1; }",
            NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    String error = kernel.await(cell, SOON).error();
    assertTrue(error.contains("the monitor of java.lang.Object@"), error);
    assertTrue(error.contains("thread \"owner\" holds"), error);
    kernel.execute("free = true;\nmine.join();");
    assertEquals("false", kernel.execute("went").result());
  }

  @Test
  void aDeadlockIsTold() {
    kernel.execute(
        "Object left = new Object(), right = new Object();\n"
            + "CyclicBarrier both = new CyclicBarrier(2);\n"
            + "Thread eater(String name, Object first, Object second) {\n"
            + "  return new Thread(() -> { synchronized (first) { try { both.await(); }"
            + " catch (Exception e) { } synchronized (second) { } } }, name);\n}");
    Conversation cell =
        kernel.begin(
            "Thread a = eater(\"Plato\", left, right), b = eater(\"Kant\", right, left);\n"
                + "a.start();\nb.start();\n"
                + beginWhen(
                    "a.getState() == Thread.State.BLOCKED && b.getState() == Thread.State.BLOCKED")
                + "a.join();",
            NOTEBOOK);
    awaitBegun(cell);
    kernel.interrupt(SOON);
    Execution stopped = kernel.await(cell, SOON);
    assertEquals("Interrupted: the cell was stopped", stopped.error());
    String seen = stopped.traceback();
    assertTrue(seen.contains("Deadlock: thread \""), seen);
    assertTrue(
        seen.matches(
            "(?s).*\"Plato\" waits for java.lang.Object@\\w+, which thread \"Kant\" holds.*"),
        seen);
    assertTrue(
        seen.matches(
            "(?s).*\"Kant\" waits for java.lang.Object@\\w+, which thread \"Plato\" holds.*"),
        seen);
    assertEquals("2", kernel.execute("1 + 1").result());
  }
}
