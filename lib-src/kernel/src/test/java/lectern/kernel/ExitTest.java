package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code that asks to end the process ends its cell. */
class ExitTest extends KernelCase {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(3);|System.exit(3)",
        "Runtime.getRuntime().exit(3);|Runtime.exit(3)",
        "Runtime.getRuntime().halt(3);|Runtime.halt(3)",
        "IntConsumer end = System::exit; end.accept(4);|System.exit(4)",
        "IntConsumer end = Runtime.getRuntime()::halt; end.accept(4);|Runtime.halt(4)",
        "BiConsumer<Runtime, Integer> end = Runtime::exit;"
            + " end.accept(Runtime.getRuntime(), 5);|Runtime.exit(5)",
        "void quit() { System.exit(6); } List.of(1).forEach(i -> quit());|System.exit(6)",
      })
  void theKernelLivesOn(String code, String call) {
    kernel.execute("int kept = 7;");
    Execution cell = kernel.execute(code + "\nSystem.out.println(\"behind\");");
    assertTrue(
        cell.error().startsWith("Exit: " + call + " ends the code that calls it"), cell.error());
    assertEquals(1, cell.traceback().lines().count(), cell.traceback());
    assertFalse(cell.stdout().contains("behind"));
    assertEquals("7", kernel.execute("kept").result());
  }

  @Test
  void methodsOfTheUsersOwnMayBeCalledExit() {
    kernel.execute("class Door { int exit(int n) { return n + 1; } static void halt(int n) { } }");
    assertEquals("2", kernel.execute("Door.halt(1);\nnew Door().exit(1)").result());
  }

  @Test
  void anExitInAThreadOfTheUsersEndsTheThread() {
    String start = "Thread quits = new Thread(() -> System.exit(1), \"quits\");\nquits.start();\n";
    Execution cell = kernel.execute(start + "quits.join();");
    assertTrue(cell.isOk());
    assertTrue(
        cell.stderr().startsWith("Exception in thread \"quits\" System.exit(1) ends the code"),
        cell.stderr());
    assertEquals(1, cell.stderr().lines().count());
    Execution other =
        kernel.execute(
            "var t = new Thread(() -> { throw new Error(\"x\"); }); t.start(); t.join();");
    assertTrue(other.stderr().contains("java.lang.Error: x\n\tat "), other.stderr());
  }
}
