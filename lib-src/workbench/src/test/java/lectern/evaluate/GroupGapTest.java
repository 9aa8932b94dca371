package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class GroupGapTest {
  private static final Bootstrap USUAL = new Bootstrap();

  @Test
  void aLargeGapIsFoundWithItsInterval() {
    double[] values = new double[200];
    List<String> groups = new ArrayList<>();
    for (int u = 0; u < 200; u++) {
      groups.add(u % 2 == 0 ? "new" : "old");
      values[u] = u % 2 == 0 ? (u % 4 == 0 ? 1 : 0) : (u % 20 == 1 ? 1 : 0);
    }
    GroupGap gap = GroupGap.of(UserValues.of(values), groups, USUAL, 1);
    assertEquals(0.5 - 0.1, gap.gap(), 1e-12);
    assertTrue(gap.interval().low() > 0.2 && gap.interval().high() < 0.6, gap.toString());
    assertEquals(1 / 1001.0, gap.pValue(), 1e-15, "no lot reaches it");
    assertEquals(100, gap.groups().get(0).users());
    assertTrue(gap.toString().contains("groups by lot have 0.0"), gap.toString());
  }

  /** Two users of two each: the six ways to deal them give the gaps 1, 0, 0, 0, 0, 1. */
  @Test
  void groupsByLotOfFourUsers() {
    var values = UserValues.of(1, 1, 0, 0);
    var gap = GroupGap.of(values, List.of("a", "a", "b", "b"), new Bootstrap(20_000, 0.95), 3);
    assertEquals(1, gap.gap());
    assertEquals(1 / 3.0, gap.byLot(), 0.02);
    assertEquals(1 / 3.0, gap.pValue(), 0.02);
  }

  @Test
  void fewUsersAndNoneHaveDocumentedAnswers() {
    GroupGap alone = GroupGap.of(UserValues.of(1, 2), List.of("a", "a"), USUAL, 1);
    assertEquals(0, alone.gap());
    assertTrue(Double.isNaN(alone.interval().low()) && Double.isNaN(alone.pValue()));
    var single = UserValues.of(1, 2, 9, Double.NaN);
    GroupGap one = GroupGap.of(single, List.of("a", "a", "b", "b"), USUAL, 1);
    assertEquals(0, one.gap(), "one user is no group");
    assertEquals(9, one.groups().get(1).value(), "and is shown");
    assertTrue(Double.isNaN(GroupGap.of(UserValues.of(), List.of(), USUAL, 1).gap()));
    GroupGap alike = GroupGap.of(UserValues.of(2, 2, 2, 2), List.of("a", "b", "a", "b"), USUAL, 1);
    assertEquals(new Interval(0, 0, 0.95), alike.interval());
    assertEquals(1, alike.pValue());
    var two = UserValues.of(1, 2);
    assertThrows(UserError.class, () -> GroupGap.of(two, List.of("a"), USUAL, 1));
  }

  /** Root mean squared errors keep how many ratings each user has: √((1 + 1 + 16) / 3), not 2.5. */
  @Test
  void usersWithMoreRatingsWeighMore() {
    var losses =
        UserValues.ofLosses(new Rmse(), new double[] {2, 16, 1, 1}, new int[] {2, 1, 1, 1});
    var gap = GroupGap.of(losses, List.of("a", "a", "b", "b"), USUAL, 1);
    assertEquals(Math.sqrt(6), gap.groups().get(0).value(), 1e-12);
    assertEquals(Math.sqrt(6) - 1, gap.gap(), 1e-12);
  }

  /** How often the interval holds the truth, begins above 0, and the p-value is below 0.05. */
  private static double[] shares(int trials, double... means) {
    Bootstrap some = new Bootstrap(300, 0.95);
    double truth = Arrays.stream(means).max().orElseThrow() - Arrays.stream(means).min().orElse(0);
    double[] shares = new double[3];
    for (int trial = 0; trial < trials; trial++) {
      RandomStream random = RandomStream.of(trial, "group gap");
      double[] values = new double[60 * means.length];
      List<String> groups = new ArrayList<>();
      for (int u = 0; u < values.length; u++) {
        int group = u % means.length;
        groups.add("group " + group);
        values[u] = random.nextDouble() < means[group] ? 1 : 0;
      }
      GroupGap gap = GroupGap.of(UserValues.of(values), groups, some, trial);
      shares[0] += gap.interval().contains(truth) ? 1.0 / trials : 0;
      shares[1] += gap.interval().low() > 0 ? 1.0 / trials : 0;
      shares[2] += gap.pValue() <= 0.05 ? 1.0 / trials : 0;
    }
    return shares;
  }

  @Test
  void withoutAGapTheIntervalBeginsAtZeroAsOftenAsItSays() {
    double[] shares = shares(600, 0.3, 0.3, 0.3, 0.3, 0.3);
    assertEquals(0.95, shares[0], 0.03, "holds 0");
    assertEquals(0.05, shares[1], 0.03, "lies above 0");
    assertEquals(0.05, shares[2], 0.03, "p below 0.05");
  }

  @Test
  void withAGapTheIntervalHoldsIt() {
    double[] shares = shares(300, 0.2, 0.35, 0.6);
    assertTrue(shares[0] >= 0.93, "holds 0.4: " + shares[0]);
    assertTrue(shares[1] >= 0.95, "tells it from 0: " + shares[1]);
    assertTrue(shares[2] >= 0.95, "p below 0.05: " + shares[2]);
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    RandomStream random = RandomStream.of(5, "group gap");
    double[] values = new double[500];
    Arrays.setAll(values, u -> random.nextDouble());
    List<String> groups = new ArrayList<>();
    for (int u = 0; u < values.length; u++) {
      groups.add("group " + u % 7);
    }
    Supplier<GroupGap> make = () -> GroupGap.of(UserValues.of(values), groups, USUAL, 9);
    assertEquals(Parallel.withThreads(1, make), Parallel.withThreads(3, make));
  }
}
