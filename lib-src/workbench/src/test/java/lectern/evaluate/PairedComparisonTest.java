package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  private static PairedComparison compare(UserValues a, UserValues b) {
    return PairedComparison.of("a", a, "b", b, new Bootstrap(), 7);
  }

  /** From the Python program of {@link BootstrapTest}. */
  @Test
  void agreesWithNumpy() {
    PairedComparison found = compare(BootstrapTest.elevenths(), BootstrapTest.sevenths());
    assertEquals(0.12, found.difference(), 1e-15);
    assertEquals(-0.056025, found.interval().low(), 1e-12);
    assertEquals(0.3091, found.interval().high(), 1e-12);
    assertEquals(0.2037962037962038, found.p(), 1e-15);
    assertEquals(25, found.users());
    assertEquals(1 / 1001.0, found.smallestP());
  }

  @Test
  void theOtherWayRoundHasTheOtherSign() {
    PairedComparison one = compare(BootstrapTest.elevenths(), BootstrapTest.sevenths());
    PairedComparison other = compare(BootstrapTest.sevenths(), BootstrapTest.elevenths());
    assertEquals(-one.difference(), other.difference());
    assertEquals(-one.interval().high(), other.interval().low(), 1e-15);
    assertEquals(one.p(), other.p());
  }

  @Test
  void nothingToTellApart() {
    PairedComparison same = compare(BootstrapTest.elevenths(), BootstrapTest.elevenths());
    assertEquals(0, same.difference());
    assertEquals(1, same.p());
    PairedComparison one = compare(UserValues.of(1, Double.NaN), UserValues.of(0, 0));
    assertEquals(1, one.p());
    assertEquals(1, one.users());
    assertEquals("no interval", one.interval().toString());
  }

  @Test
  void aDifferenceForEverybodyIsSure() {
    double[] values = BootstrapTest.elevenths().toArray();
    double[] raised = Arrays.stream(values).map(v -> v + 0.01).toArray();
    PairedComparison found = compare(UserValues.of(raised), UserValues.of(values));
    assertEquals(0.01, found.difference(), 1e-12);
    assertEquals(found.smallestP(), found.p(), "small, but the same for all users");
    assertTrue(found.interval().low() > 0.0099);
  }

  @Test
  void usersWithoutAValueInOneAreLeftOutOfBoth() {
    UserValues a = UserValues.of(1, 0.5, Double.NaN, 0.25);
    UserValues b = UserValues.of(0, Double.NaN, 0.75, 0.25);
    PairedComparison found = compare(a, b);
    assertEquals(2, found.users());
    assertEquals(new Interval(0, 1, 0.95), found.interval(), "two users are enough");
    assertEquals(0.5, found.difference(), "of the first and the last user");
  }

  @Test
  void refusesOtherUsers() {
    var error =
        assertThrows(UserError.class, () -> compare(UserValues.of(1, 2), UserValues.of(1, 2, 3)));
    assertEquals(
        "Only values of the same users can be compared: 2 users and 3 users.", error.getMessage());
  }

  /** Where there is no difference, p stays below 0.05 in about 5 of 100 runs. */
  @Test
  void falseAlarmsAreAsRareAsTheySay() {
    int alarms = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      RandomStream random = RandomStream.of(run, "null");
      double[] a = new double[60];
      double[] b = new double[60];
      for (int u = 0; u < a.length; u++) {
        double both = random.nextGaussian();
        a[u] = both + 0.5 * random.nextGaussian();
        b[u] = both + 0.5 * random.nextGaussian();
      }
      PairedComparison found =
          PairedComparison.of(
              "a", UserValues.of(a), "b", UserValues.of(b), new Bootstrap(400, 0.95), run);
      alarms += found.p() < 0.05 ? 1 : 0;
    }
    double share = alarms / (double) runs;
    assertTrue(share > 0.02 && share < 0.09, "alarms in " + share);
  }

  /** From statsmodels 0.15.0: multipletests(p, method="holm"). */
  @Test
  void holmAgreesWithStatsmodels() {
    assertArrayEquals(
        new double[] {0.05, 0.12, 0.12, 0.2, 0.024, 0.12},
        Holm.adjust(0.01, 0.04, 0.03, 0.2, 0.004, 0.04),
        1e-15);
    assertArrayEquals(new double[] {0.03, 0.06, 0.06}, Holm.adjust(0.01, 0.04, 0.03), 1e-15);
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.7, 0.9));
    assertArrayEquals(new double[0], Holm.adjust());
    assertThrows(UserError.class, () -> Holm.adjust(0.5, Double.NaN));
  }

  @Test
  void verdictsFollowTheCorrectedValueAndTheSense() {
    Interval interval = new Interval(0, 1, 0.95);
    List<PairedComparison> three =
        List.of(
            new PairedComparison("up", "base", 0.2, interval, 0.01, 9, 1000),
            new PairedComparison("down", "base", -0.2, interval, 0.012, 9, 1000),
            new PairedComparison("perhaps", "base", 0.1, interval, 0.06, 9, 1000));
    Comparisons lists = new Comparisons(new RecallAt(10), three, "protocol");
    assertEquals(List.of("better", "worse", "not told apart"), lists.verdicts());
    Comparisons errors = new Comparisons(new Rmse(), three, "protocol");
    assertEquals(List.of("worse", "better", "not told apart"), errors.verdicts());
    List<PairedComparison> two = List.of(three.get(1), three.get(2));
    double[] adjusted = new Comparisons(new Mae(), two, "protocol").adjustedP();
    assertArrayEquals(new double[] {0.024, 0.06}, adjusted, 1e-15);
  }
}
