package lectern.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void theLastOnesAreKeptAndOlderOnesWhileSomebodyHoldsThem() {
    Results results = new Results(2);
    Object held = new Object();
    results.add(1, held);
    results.add(2, new byte[1]);
    results.add(3, "three");
    results.add(4, "four");
    results.add(5, null);
    assertSame(held, results.get(1));
    assertEquals("three", results.get(3));
    assertEquals("four", results.newest());
    assertThrows(UserError.class, () -> results.get(5));
    results.forget();
    assertThrows(UserError.class, () -> results.get(4));
    assertThrows(UserError.class, results::newest);
  }

  /** With a heap of 2 GB or less, ten of these would not fit. */
  @Test
  void whatNobodyHoldsBecomesFree() {
    Results results = new Results(1);
    long each = Math.min(200_000_000, Runtime.getRuntime().maxMemory() / 5);
    for (int cell = 1; cell <= 10; cell++) {
      results.add(cell, new byte[(int) each]);
    }
    assertEquals((int) each, ((byte[]) results.get(10)).length);
  }
}
