package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  static UserValues elevenths() {
    return UserValues.of(IntStream.range(0, 25).mapToDouble(i -> i * 7 % 11 / 10.0).toArray());
  }

  static UserValues sevenths() {
    return UserValues.of(IntStream.range(0, 25).mapToDouble(i -> i * 5 % 7 / 8.0).toArray());
  }

  private static UserValues losses() {
    int[] counts = IntStream.range(0, 25).map(i -> 1 + i % 4).toArray();
    double[] sums = IntStream.range(0, 25).mapToDouble(i -> i * 3 % 5 / 4.0 * counts[i]).toArray();
    return UserValues.ofLosses(new Rmse(), sums, counts);
  }

  /**
   * From a Python program of the page's own words: the random streams of {@link RandomStream} in
   * integers, then numpy 2's mean and percentile(…, [2.5, 97.5]).
   */
  @Test
  void agreesWithNumpy() {
    Bootstrap bootstrap = new Bootstrap();
    assertEquals(0.48, elevenths().mean(), 1e-15);
    Interval mean = bootstrap.interval(elevenths(), 7);
    assertEquals(0.356, mean.low(), 1e-12);
    assertEquals(0.612, mean.high(), 1e-12);
    assertEquals(0.7214511787215324, losses().mean(), 1e-15);
    Interval rmse = bootstrap.interval(losses(), 7);
    assertEquals(0.5996958914152617, rmse.low(), 1e-12);
    assertEquals(0.8165165052023797, rmse.high(), 1e-12);
    assertEquals(0.95, rmse.level());
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    // More columns than are drawn at once, so that several turns see the same draws.
    List<UserValues> columns = new java.util.ArrayList<>();
    for (int i = 0; i < 19; i++) {
      columns.add(i % 2 == 0 ? elevenths() : losses());
    }
    double[][] one = Parallel.withThreads(1, () -> new Bootstrap().draws(columns, 3));
    for (int threads = 2; threads <= 3; threads++) {
      double[][] more = Parallel.withThreads(threads, () -> new Bootstrap().draws(columns, 3));
      assertTrue(Arrays.deepEquals(one, more), threads + " threads");
    }
    assertArrayEquals(one[0], one[18], "all columns see the same draws");
  }

  @Test
  void eachSettingChangesSomething() {
    Interval usual = new Bootstrap().interval(elevenths(), 7);
    assertNotEquals(usual, new Bootstrap().interval(elevenths(), 8));
    assertNotEquals(usual, new Bootstrap(2000, 0.95).interval(elevenths(), 7));
    Interval narrow = new Bootstrap(1000, 0.5).interval(elevenths(), 7);
    assertTrue(narrow.low() > usual.low() && narrow.high() < usual.high(), narrow.toString());
  }

  /** 95 % intervals of a mean known to be 0, n = 50: the truth lies in nearly 95 of 100. */
  @Test
  void coversTheTruthAsOftenAsItSays() {
    int covered = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      RandomStream random = RandomStream.of(run, "coverage");
      double[] values = new double[50];
      Arrays.setAll(values, i -> random.nextGaussian());
      Interval interval = new Bootstrap(400, 0.95).interval(UserValues.of(values), run);
      covered += interval.contains(0) ? 1 : 0;
    }
    double share = covered / (double) runs;
    assertTrue(share > 0.90 && share < 0.98, "covered " + share);
  }

  @Test
  void usersWithoutAValueDoNotPullTheMean() {
    UserValues some = UserValues.of(0.5, Double.NaN, 0.7, Double.NaN);
    assertEquals(0.6, some.mean(), 1e-15);
    assertEquals(2, some.defined());
    assertEquals(4, some.size());
    assertTrue(Double.isNaN(some.of(1)));
    Interval interval = new Bootstrap().interval(some, 1);
    assertEquals(0.5, interval.low());
    assertEquals(0.7, interval.high());
  }

  @Test
  void fewerThanTwoUsersHaveNoInterval() {
    Interval one = new Bootstrap().interval(UserValues.of(0.5, Double.NaN), 1);
    assertTrue(Double.isNaN(one.low()) && Double.isNaN(one.high()));
    assertEquals("no interval", one.toString());
    assertEquals("no interval", new Bootstrap().interval(UserValues.of(), 1).toString());
    assertTrue(Double.isNaN(UserValues.of(Double.NaN).mean()));
  }

  @Test
  void pooledErrorsAreNotTheMeanOfTheUsers() {
    UserValues two = UserValues.ofLosses(new Rmse(), new double[] {9, 1, 0}, new int[] {1, 3, 0});
    assertEquals(Math.sqrt(10 / 4.0), two.mean());
    assertArrayEquals(new double[] {3, Math.sqrt(1 / 3.0), Double.NaN}, two.toArray());
  }

  @Test
  void refusesBadValues() {
    assertEquals(100, new Bootstrap(100, 0.95).resamples());
    assertThrows(UserError.class, () -> new Bootstrap(99, 0.95));
    assertThrows(UserError.class, () -> new Bootstrap(1000, 1));
    assertThrows(UserError.class, () -> new Bootstrap(1000, 0));
    assertThrows(UserError.class, () -> new Interval(1, 2, 0));
    assertThrows(UserError.class, () -> new Interval(1, 2, 1));
    assertThrows(UserError.class, () -> new Interval(2, 1, 0.95));
    assertThrows(UserError.class, () -> new Interval(1, 2, 95));
    assertThrows(UserError.class, () -> UserValues.ofLosses(new Rmse(), new double[2], new int[3]));
    assertThrows(
        UserError.class, () -> UserValues.ofLosses(new Rmse(), new double[1], new int[] {-1}));
  }

  @Test
  void intervalInWords() {
    assertEquals("0.2500 to 0.7500", new Interval(0.25, 0.75, 0.95).toString());
    assertTrue(new Interval(0.25, 0.75, 0.95).contains(0.25));
    assertTrue(new Interval(0.25, 0.75, 0.95).contains(0.75));
    assertTrue(!new Interval(0.25, 0.75, 0.95).contains(0.76));
  }
}
