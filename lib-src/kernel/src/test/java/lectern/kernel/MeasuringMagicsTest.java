package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.Execution;
import org.junit.jupiter.api.Test;

/** %%time, %mem and %who in a running kernel. */
class MeasuringMagicsTest extends KernelCase {
  @Test
  void timeTellsWhatACellTookAndLeavesItsValue() {
    Execution cell = kernel.execute("%%time\nbyte[] taken = new byte[50_000_000];\ntaken.length");
    assertEquals("50000000", cell.result());
    String told = plain(cell);
    assertTrue(told.matches("time .* m?s, processor .* m?s, allocated (4[89]|5\\d) MB"), told);
    assertEquals("3", kernel.execute("%time 1 + 2").result());
  }

  @Test
  void errorsBelowTimeNameTheCellAndItsLine() {
    Execution cell = kernel.execute("%%time\nint nought = 0;\nint wrong = 1 / nought;");
    String place = "cell " + cell.count() + ", line 3: int wrong";
    assertTrue(cell.traceback().contains(place), cell.traceback());
  }

  @Test
  void memIsATable() {
    assertTrue(kernel.execute("%mem gc").result().contains("values (heap)"));
    assertTrue(kernel.execute("%mem all").error().contains("gc or nothing"));
  }

  @Test
  void whoListsVariables() {
    kernel.execute("var words = new java.util.ArrayList<>(List.of(\"a\", \"b\")); int listed = 7;");
    String all = kernel.execute("%who").result();
    assertTrue(all.contains("words"), all);
    assertTrue(all.matches("(?s).*listed\\s+int\\s+7\\n.*"), all);
    String some = kernel.execute("%whos words").result();
    assertTrue(some.contains("2  [\"a\", \"b\"]"), some);
    assertTrue(some.endsWith("1 variable"), some);
  }

  private static String plain(Execution cell) {
    return output(cell, 0).getAsJsonObject("data").get("text/plain").getAsString();
  }
}
