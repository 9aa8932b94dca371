package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user sees of mistakes. */
class ErrorsTest extends KernelCase {
  @Test
  void compileErrorsShowLineAndCaret() {
    Execution cell = kernel.execute("int a = 1;\n\nint b = a + nothing;\n");
    String seen = cell.traceback();
    assertTrue(
        seen.contains("error in cell " + cell.count() + ", line 3, column 13: cannot find symbol"),
        seen);
    assertTrue(seen.contains("    int b = a + nothing;\n                ^^^^^^^\n"), seen);
    assertTrue(seen.contains("variable nothing"), seen);
    assertFalse(seen.contains("Cell__"), seen);
  }

  @Test
  void aMissingSemicolonIsFoundOnItsLine() {
    Execution cell = kernel.execute("int a = 1;\nint b = 2 int c = 3;\n");
    assertTrue(cell.error().contains("line 2"), cell.error());
    Execution cut = kernel.execute("int a = 1;\nif (a > 0) {\n  a++;\n");
    assertTrue(cut.error().contains("reached end of file"), cut.error());
  }

  @Test
  void runtimeErrorsShowTheUsersLinesAndCauses() {
    Execution first =
        kernel.execute(
            "int parse(String s) {\n"
                + "  return Integer.parseInt(s);\n"
                + "}\n"
                + "void outer(String s) {\n"
                + "  try { parse(s); }\n"
                + "  catch (NumberFormatException e) { throw new IllegalStateException(\"bad row\","
                + " e); }\n"
                + "}");
    Execution cell = kernel.execute("int before = 1;\nouter(\"x1\");");
    String seen = cell.traceback();
    assertTrue(seen.startsWith("java.lang.IllegalStateException: bad row\n"), seen);
    assertTrue(seen.contains("at cell " + first.count() + ", line 6: catch"), seen);
    assertTrue(seen.contains("at cell " + cell.count() + ", line 2: outer(\"x1\");"), seen);
    assertTrue(
        seen.contains("Caused by: java.lang.NumberFormatException: For input string: \"x1\""),
        seen);
    assertTrue(seen.contains("at cell " + first.count() + ", line 2: return Integer"), seen);
    assertFalse(seen.contains("java.base"), seen);
  }

  @Test
  void deepRecursionIsShort() {
    Execution cell = kernel.execute("int deep(int n) { return 1 + deep(n + 1); }\ndeep(0)");
    assertEquals("java.lang.StackOverflowError: ", cell.error());
    assertTrue(cell.traceback().lines().count() < 30, cell.traceback());
    assertEquals("1", kernel.execute("1").result());
  }

  @Test
  void aUsersMistakeIsItsMessageAlone() {
    String thrown = "throw new lectern.display.UserError(\"k must be at most 5: k = 7\");";
    Execution cell = kernel.execute(thrown);
    assertEquals("UserError: k must be at most 5: k = 7", cell.error());
    assertEquals("Error: k must be at most 5: k = 7\n", cell.traceback());
    Execution wrapped =
        kernel.execute("throw new RuntimeException(new lectern.display.UserError(\"inside\"));");
    assertEquals("Error: inside\n", wrapped.traceback());
  }

  @Test
  void theWholeTraceIsShownOnDemand() {
    Execution cell =
        kernel.execute(
            "void limit(int k) { throw new lectern.display.UserError(\"too many: \" + k); }\n"
                + "List.of(7).forEach(k -> limit(k));");
    assertEquals("Error: too many: 7\n", cell.traceback());
    String trace = kernel.execute("%trace").result();
    assertTrue(trace.startsWith("lectern.display.UserError: too many: 7\n"), trace);
    assertTrue(trace.contains("at cell " + cell.count() + ", line 1: void limit"), trace);
    assertTrue(trace.contains("at java.lang.Iterable.forEach(Iterable.java"), trace);
    assertTrue(trace.endsWith("line 2: List.of(7).forEach(k -> limit(k));"), trace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.net.SocketTimeoutException",
        "java.util.concurrent.CancellationException",
        "java.lang.InterruptedException",
      })
  void whatTheUsersCodeThrowsIsNoStopUnlessTheCellWasStopped(String type) {
    Execution cell = kernel.execute("int ready = 1;\nthrow new " + type + "(\"after 5 s\");");
    assertEquals(type + ": after 5 s", cell.error());
    assertTrue(cell.traceback().contains("line 2: throw new"), cell.traceback());
  }

  @Test
  void whatIsNotDefinedYetIsTold() {
    Execution note = kernel.execute("int later() { return notYet(1); }");
    assertTrue(note.isOk());
    assertTrue(
        note.stderr().contains("method later cannot be used until this is defined"), note.stderr());
    Execution called = kernel.execute("later()");
    assertTrue(called.error().contains("notYet"), called.error());
    kernel.execute("int notYet(int n) { return n + 1; }");
    assertEquals("2", kernel.execute("later()").result());
    Execution type = kernel.execute("Missing m = null;");
    assertTrue(type.error().contains("Missing"), type.error());
  }

  @Test
  void methodsOfOneCellMayReferForward() {
    Execution cell =
        kernel.execute(
            "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
                + "int odd(int n) { return n == 0 ? 0 : even(n - 1); }\n"
                + "even(10)");
    assertEquals("1", cell.result());
    assertEquals("", cell.stderr());
  }

  @Test
  void anUnknownMagicNamesTheNearest() {
    Execution cell = kernel.execute("%mavne a:b:1");
    assertTrue(cell.error().contains("%mavne"), cell.error());
    assertFalse(cell.traceback().contains("at cell"), cell.traceback());
  }
}
