package lectern.kernel.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks in classes that javac has made, with the stop turned on before they run. */
class StopChecksTest {
  private final Thread here = Thread.currentThread();
  private final BooleanSupplier order = () -> Thread.currentThread() == here;

  @AfterEach
  void goOn() {
    StopSwitch.withdraw(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int sum = 0; for (int i = 0; i < 100; i++) { sum += i; } return sum;",
        "int i = 0; do { i++; } while (i < 100); return i * 49 + 50;",
        "int n = 0; while (true) { try { if (n == 4950) return n; continue; } finally { n++; } }",
        "Object lock = new Object(); int n = 0; while (n < 4950) { synchronized (lock) { n++;"
            + " continue; } } return n;",
        "int n = 0; for (String s = \"\"; ; n++) { switch (n) { case 4950: return n; case 3: case"
            + " 9: continue; default: s = s.isEmpty() ? \"a\" : \"\"; } }",
        "int[] n = {0}; Runnable once = () -> { while (n[0] < 4950) n[0]++; }; once.run(); return"
            + " n[0];",
        "class Node { final int depth; Node(int d) { super(); depth = d < 99 ? d + new Node(d +"
            + " 1).depth : d; } } return new Node(0).depth;",
      })
  void codeComputesTheSameAndCanBeStopped(String body) throws Exception {
    Method run = method(body);
    assertEquals(4950, run.invoke(null));
    StopSwitch.stop(order);
    Throwable thrown = assertThrows(InvocationTargetException.class, () -> run.invoke(null));
    assertEquals(CellStopped.class, thrown.getCause().getClass());
    StopSwitch.withdraw(order);
    assertEquals(4950, run.invoke(null), "afterwards it runs as before");
  }

  @Test
  void theCheckAtTheEntryStandsOnTheFirstLine() throws Exception {
    Method run = method("\n\nint a = 1;\nreturn a;");
    StopSwitch.stop(order);
    Throwable thrown = assertThrows(InvocationTargetException.class, () -> run.invoke(null));
    StackTraceElement frame =
        java.util.Arrays.stream(thrown.getCause().getStackTrace())
            .filter(each -> each.getClassName().equals("Made"))
            .findFirst()
            .orElseThrow();
    assertEquals(3, frame.getLineNumber());
  }

  @Test
  void aThreadThatIsNotMeantGoesOn() throws Exception {
    Method run = method("int i = 0; while (i < 7) i++; return i;");
    Thread[] other = {new Thread()};
    BooleanSupplier notMe = () -> Thread.currentThread() == other[0];
    StopSwitch.stop(notMe);
    try {
      assertEquals(7, run.invoke(null));
      StopSwitch.spare(here);
      assertEquals(7, run.invoke(null));
    } finally {
      StopSwitch.withdraw(notMe);
    }
  }

  @Test
  void aSparedThreadIsStoppedByALaterOrder() throws Exception {
    Method run = method("return 1;");
    BooleanSupplier nobody = () -> false;
    StopSwitch.stop(nobody);
    try {
      StopSwitch.spare(here);
      StopSwitch.stop(order);
      assertThrows(InvocationTargetException.class, () -> run.invoke(null));
    } finally {
      StopSwitch.withdraw(nobody);
    }
  }

  @Test
  void aMethodThatChecksWouldMakeTooLongStaysAsItIs() throws Exception {
    // Each turn is 11 bytes and its check 5: without checks below 64 KB, with them above.
    String turns = "for (;i < 1;) i++;\n".repeat(4700);
    Map<String, byte[]> classes =
        Javac.compile(
            "class Made { static int run() { int i = 1;\n"
                + turns
                + "return i; }\n"
                + " static int other() { for (int i = 0; ; i++) if (i > 5) return i; }}");
    Class<?> made = Javac.define(classes);
    Method run = made.getDeclaredMethod("run");
    run.setAccessible(true);
    StopSwitch.stop(order);
    assertEquals(1, run.invoke(null));
    Method other = made.getDeclaredMethod("other");
    other.setAccessible(true);
    assertThrows(InvocationTargetException.class, () -> other.invoke(null));
  }

  @Test
  void anExitEndsTheCaller() throws Exception {
    Method run = method("System.exit(9); return 1;");
    Throwable thrown = assertThrows(InvocationTargetException.class, () -> run.invoke(null));
    ExitCalled exit = (ExitCalled) thrown.getCause();
    assertEquals(9, exit.status());
    assertTrue(exit.getMessage().startsWith("System.exit(9) ends the code that calls it"));
  }

  /** A class whose initializer was stopped could never be used again. */
  @Test
  void aClassThatIsMadeReadyWhileTheStopIsOnCanBeUsedAfterwards() throws Exception {
    String source = "class Made { static int[] made = {7}; static int run() { return made[0]; } }";
    Class<?> made = Javac.define(Javac.compile(source));
    StopSwitch.stop(order);
    Class.forName("Made", true, made.getClassLoader());
    StopSwitch.withdraw(order);
    Method run = made.getDeclaredMethod("run");
    run.setAccessible(true);
    assertEquals(7, run.invoke(null));
  }

  private static Method method(String body) throws Exception {
    Class<?> made = Javac.define(Javac.compile("class Made { static int run() { " + body + " } }"));
    Method run = made.getDeclaredMethod("run");
    run.setAccessible(true);
    return run;
  }
}
