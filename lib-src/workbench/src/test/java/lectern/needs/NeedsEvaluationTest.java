package lectern.needs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class NeedsEvaluationTest {
  private static final NeedsOptions LOGISTIC = NeedsOptions.of(NeedsOptions.Kind.LOGISTIC);

  @Test
  void lossesOfAModelThatKnowsOnlyTheBaseRate() {
    NeedsSample train =
        Samples.sample(
            new double[][] {{1}, {1}, {1}, {1}},
            List.of("x"),
            new boolean[] {true, false, false, false},
            0);
    NeedsSample test =
        Samples.sample(new double[][] {{1}, {1}}, List.of("x"), new boolean[] {true, false}, 28);
    NeedsEvaluation judged = NeedsEvaluation.of(NeedsClassifier.fit(train, LOGISTIC, 1), test, 1);
    assertEquals((9 + 1) / 32.0, judged.brier().baseRate(), 1e-15);
    assertEquals(-(Math.log(0.25) + Math.log(0.75)) / 2, judged.logLoss().baseRate(), 1e-15);
    assertEquals(0, judged.brier().gain(), 1e-6, "a constant feature tells nothing");
    assertTrue(judged.toString().endsWith("no better than the base rate"), judged.toString());
  }

  @Test
  void theGainIsTheDifferenceAndItsIntervalHoldsIt() {
    NeedsClassifier model = NeedsClassifier.fit(Samples.known(1, 500, 0), LOGISTIC, 1);
    NeedsEvaluation judged = NeedsEvaluation.of(model, Samples.known(2, 500, 28), 1);
    for (NeedsEvaluation.Loss loss : List.of(judged.logLoss(), judged.brier())) {
      assertEquals(loss.baseRate() - loss.model(), loss.gain(), 1e-12);
      assertTrue(loss.gainInterval().contains(loss.gain()));
      assertTrue(loss.modelInterval().contains(loss.model()));
      assertTrue(loss.baseRateInterval().contains(loss.baseRate()));
    }
    assertTrue(judged.bundle().plain().contains("95 % interval of the gain"));
  }

  @Test
  void theTestMustBeginWhenTheAnswersWereKnown() {
    NeedsClassifier model = NeedsClassifier.fit(Samples.known(1, 100, 10), LOGISTIC, 1);
    NeedsSample early = Samples.known(2, 100, 37);
    String said =
        assertThrows(UserError.class, () -> NeedsEvaluation.of(model, early, 1)).getMessage();
    assertTrue(said.contains("they end at 1970-02-08T00:00:00Z"), said);
    NeedsEvaluation.of(model, Samples.known(2, 100, 38), 1);
  }

  @Test
  void calibrationByHand() {
    Calibration two =
        Calibration.of(
            new double[] {0.9, 0.1, 0.2, 0.8}, new boolean[] {true, false, true, true}, 2);
    assertEquals(2, two.groups().get(0).users());
    assertEquals(0.15, two.groups().get(0).chance(), 1e-15);
    assertEquals(0.5, two.groups().get(0).share());
    assertEquals(1, two.groups().get(1).share());
    assertEquals((0.35 + 0.15) / 2, two.error(), 1e-15);
    // Wilson for 1 of 2: 0.0945 to 0.9055.
    assertEquals(0.0945, two.groups().get(0).low(), 5e-5);
    assertEquals(0.9055, two.groups().get(0).high(), 5e-5);
    assertTrue(two.figure().bundle().plain().contains("Do the chances come true?"));
    assertThrows(UserError.class, () -> Calibration.of(new double[3], new boolean[3], 4));
    assertThrows(UserError.class, () -> Calibration.of(new double[3], new boolean[3], 1));
  }
}
