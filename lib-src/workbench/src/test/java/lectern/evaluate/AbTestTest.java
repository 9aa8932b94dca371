package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class AbTestTest {
  private static final Proportion CONTROL = new Proportion(48, 80);
  private static final Proportion TREATED = new Proportion(56, 70);

  /** The example of Newcombe's first paper of 1998. */
  @Test
  void wilsonsIntervalAsPublished() {
    Interval interval = new Proportion(81, 263).interval();
    assertEquals(0.2553, interval.low(), 5e-5);
    assertEquals(0.3662, interval.high(), 5e-5);
    assertEquals(0, new Proportion(0, 20).interval().low());
    assertEquals(1, new Proportion(20, 20).interval().high());
    assertEquals("no interval", new Proportion(0, 0).interval().toString());
    assertEquals(new Proportion(2, 3), Proportion.of(true, false, true));
  }

  /** The first example of Newcombe's second paper, method 10; p by scipy's norm.sf. */
  @Test
  void newcombesIntervalAsPublished() {
    AbTest test = AbTest.proportions(CONTROL, TREATED);
    assertEquals(0.2, test.difference(), 1e-15);
    assertEquals(0.0524, test.interval().low(), 5e-5);
    assertEquals(0.3339, test.interval().high(), 5e-5);
    assertEquals(0.00804508136819656, test.p(), 1e-12);
    assertEquals("higher", test.verdict());
    assertEquals("lower", AbTest.proportions(TREATED, CONTROL).verdict());
    assertEquals(1.0 / 3, test.relative(), 1e-12);
    assertTrue(test.warnings().isEmpty());
  }

  /** Golden: scipy ttest_ind(equal_var=False) and its confidence interval. */
  @Test
  void welchsTestAsInScipy() {
    AbTest test = AbTest.means(new double[] {1, 2, 3, 4, 9}, new double[] {2, 5, 7, 8, 9, 12});
    assertEquals(0.12285719843665469, test.p(), 1e-12);
    assertEquals(-1.1090884961287992, test.interval().low(), 1e-9);
    assertEquals(7.8424218294621335, test.interval().high(), 1e-9);
    assertEquals("not told apart", test.verdict());
    assertEquals(0, AbTest.means(new double[] {1, 1}, new double[] {2, 2}).p());
    assertEquals(1, AbTest.means(new double[] {2, 2}, new double[] {2, 2}).p());
  }

  @Test
  void sampleSizesAsInTextbooks() {
    assertEquals(3841, AbPower.proportions(0.10, 0.02).perGroup());
    assertEquals(3841, AbPower.proportions(0.12, -0.02).perGroup());
    assertEquals(63, AbPower.means(1, 0.5).perGroup());
    assertEquals(120, AbPower.means(1, 0.5).level(0.01).power(0.9).perGroup());
  }

  @Test
  void powerAndSmallestDifferenceUndoTheSampleSize() {
    for (AbPower plan :
        List.of(
            AbPower.proportions(0.05, 0.01), AbPower.proportions(0.3, -0.1), AbPower.means(9, 2))) {
      long n = plan.perGroup();
      assertEquals(0.8, plan.powerAt(n), 0.005, plan.toString());
      assertTrue(plan.powerAt(n) >= 0.8 && plan.powerAt(n - 1) < 0.8, plan.toString());
      assertTrue(plan.powerAt(2 * n) > plan.powerAt(n));
    }
    AbPower plan = AbPower.proportions(0.10, 0.02);
    assertEquals(0.02, plan.smallestDifference(3841), 1e-5);
    assertTrue(Double.isNaN(AbPower.proportions(0.9, 0.05).smallestDifference(5)));
    assertTrue(plan.figure().toString().contains("Power"));
  }

  /** The planned number of users does give the power: of 2,000 tests 80 % see the difference. */
  @Test
  void thePlannedSizeKeepsItsPromise() {
    AbPower plan = AbPower.proportions(0.3, 0.15);
    int seen = 0;
    for (int run = 0; run < 2000; run++) {
      RandomStream random = RandomStream.of(run, "power");
      seen += drawn(random, 0.3, 0.45, (int) plan.perGroup()).p() <= 0.05 ? 1 : 0;
    }
    assertEquals(0.8, seen / 2000.0, 0.03);
  }

  private static AbTest drawn(RandomStream random, double a, double b, int n) {
    return AbTest.proportions(draw(random, a, n), draw(random, b, n));
  }

  private static Proportion draw(RandomStream random, double rate, int n) {
    int successes = 0;
    for (int i = 0; i < n; i++) {
      successes += random.nextDouble() < rate ? 1 : 0;
    }
    return new Proportion(successes, n);
  }

  /** Table 2 of Armitage, McPherson and Rowe; table 1 of Pocock. */
  @Test
  void peekingAsPublished() {
    int[] looks = {1, 2, 3, 4, 5, 10};
    double[] alarms = {0.050, 0.083, 0.107, 0.126, 0.142, 0.193};
    double[] levels = {0.05, 0.0294, 0.0221, 0.0182, 0.0158, 0.0106};
    for (int i = 0; i < looks.length; i++) {
      AbPeeking peeking = new AbPeeking(looks[i], 0.05);
      assertEquals(alarms[i], peeking.falseAlarms(), 6e-4, looks[i] + " looks");
      assertEquals(levels[i], peeking.levelOfEachLook(), 6e-5, looks[i] + " looks");
    }
  }

  @Test
  void aTestReadTooOftenOrTooEarlySaysSo() {
    AbTest test = AbTest.proportions(CONTROL, TREATED);
    AbTest peeked = test.looks(10).planned(500);
    assertEquals(2, peeked.warnings().size());
    assertTrue(peeked.warnings().get(0).contains("70 of the 500"));
    assertTrue(peeked.warnings().get(1).contains("19.3 of 100"), peeked.toString());
    assertTrue(peeked.levelInForce() < test.levelInForce());
    AbTest close = AbTest.proportions(new Proportion(40, 100), new Proportion(55, 100));
    assertEquals("higher", close.verdict());
    assertEquals("not told apart", close.looks(5).verdict());
  }

  @Test
  void twoGroupsByBootstrapAgreeWithWelch() {
    RandomStream random = RandomStream.of(4, "groups");
    double[] a = new double[300];
    double[] b = new double[200];
    java.util.Arrays.setAll(a, i -> random.nextGaussian());
    java.util.Arrays.setAll(b, i -> 0.5 + 2 * random.nextGaussian());
    AbTest welch = AbTest.means(a, b);
    var drawn =
        UnpairedComparison.of("b", UserValues.of(b), "a", UserValues.of(a), new Bootstrap(), 1);
    assertEquals(welch.difference(), drawn.difference(), 1e-12);
    assertEquals(welch.interval().low(), drawn.interval().low(), 0.06);
    assertEquals(welch.interval().high(), drawn.interval().high(), 0.06);
    var again =
        Parallel.withThreads(
            3,
            () ->
                UnpairedComparison.of(
                    "b", UserValues.of(b), "a", UserValues.of(a), new Bootstrap(), 1));
    assertEquals(drawn, again);
  }

  @Test
  void aRatioOfTotals() {
    UserValues rate = Ratio.of("click rate", new double[] {1, 0, 3}, new int[] {2, 0, 10});
    assertEquals(4.0 / 12, rate.mean(), 1e-15);
    assertEquals(2, rate.defined());
  }

  @Test
  void refusesWhatCannotBeTested() {
    assertThrows(UserError.class, () -> new Proportion(3, 2));
    assertThrows(UserError.class, () -> AbTest.proportions(new Proportion(0, 0), TREATED));
    assertThrows(UserError.class, () -> AbTest.means(new double[1], new double[5]));
    assertThrows(UserError.class, () -> AbTest.means(new double[] {1, Double.NaN}, new double[5]));
    assertThrows(UserError.class, () -> AbPower.proportions(0.5, 0.5));
    assertThrows(UserError.class, () -> AbPower.proportions(0.5, 0));
    assertThrows(UserError.class, () -> AbPower.means(0, 1));
    assertThrows(UserError.class, () -> AbPower.means(1, 1).power(0.01));
    assertThrows(UserError.class, () -> new AbPeeking(0, 0.05));
    assertFalse(AbTest.proportions(new Proportion(0, 9), new Proportion(0, 9)).p() < 1);
  }
}
