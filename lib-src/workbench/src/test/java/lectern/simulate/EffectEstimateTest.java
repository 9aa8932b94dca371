package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class EffectEstimateTest {
  @Test
  void theIntervalIsTheOneWorkedOutByHand() {
    // means 3 and 1; variances 1 and 2; √(1/3 + 2/4) = 0.912870929
    EffectEstimate e = EffectEstimate.of(new double[] {2, 3, 4}, new double[] {0, 0, 1, 3});
    assertEquals(2, e.difference(), 1e-12);
    assertEquals(2 - 1.959963985 * 0.912870929, e.low(), 1e-8);
    assertEquals(2 + 1.959963985 * 0.912870929, e.high(), 1e-8);
    assertTrue(e.covers(2) && !e.covers(4));
  }

  @Test
  void oneUserIsNoGroup() {
    assertThrows(UserError.class, () -> EffectEstimate.of(new double[] {1}, new double[] {1, 2}));
  }
}
