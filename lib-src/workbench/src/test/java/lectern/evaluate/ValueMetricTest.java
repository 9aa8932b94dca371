package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ValueMetricTest {
  private static final double[] PREDICTED = {3, 5};
  private static final double[] ACTUAL = {4, 2};

  @Test
  void handComputed() {
    assertEquals(Math.sqrt(5), new Rmse().of(PREDICTED, ACTUAL));
    assertEquals(2.2361, new Rmse().of(PREDICTED, ACTUAL), 0.00005);
    assertEquals(2, new Mae().of(PREDICTED, ACTUAL));
    assertEquals(0, new Rmse().of(ACTUAL, ACTUAL));
    assertEquals(0, new Mae().of(ACTUAL, ACTUAL));
  }

  @Test
  void nothingPredictedHasNoValue() {
    assertTrue(Double.isNaN(new Rmse().of(new double[0], new double[0])));
  }

  @Test
  void refusesArraysOfTwoLengths() {
    var error = assertThrows(UserError.class, () -> new Mae().of(new double[3], ACTUAL));
    assertEquals(
        "Each value needs one prediction: there are 3 predictions and 2 values.",
        error.getMessage());
  }

  @Test
  void labels() {
    assertEquals("RMSE (over all pairs)", new Rmse().label());
    assertEquals("MAE (over all pairs)", new Mae().label());
    assertFalse(new Rmse().higherIsBetter());
    assertTrue(new RecallAt(1).higherIsBetter());
  }
}
