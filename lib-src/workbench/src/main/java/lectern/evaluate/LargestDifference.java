package lectern.evaluate;

import java.util.Arrays;
import java.util.List;
import lectern.math.Quantiles;

/**
 * An interval for the largest difference of the true metrics of several groups, which does not
 * forget that the two groups were picked after looking.
 *
 * <p>Users are drawn anew within each group. For every pair of groups the difference of a draw lies
 * some way from the observed one, in units of that pair's standard error; c is the quantile of the
 * farthest pair of each draw. With the chance of the level all true differences then lie within c
 * standard errors of the observed ones at once (Tukey's method, with the bootstrap in place of his
 * table), and so the largest of them lies between max(0, the largest lower end) and the largest
 * upper end. Without any true difference the lower end is 0 as often as the level says; where
 * several groups are close it is wider than need be.
 */
final class LargestDifference {
  private final double[] observed;
  private final double[][] drawn;

  private LargestDifference(double[] observed, double[][] drawn) {
    this.observed = observed;
    this.drawn = drawn;
  }

  /**
   * The interval.
   *
   * @param groups at least two, each with two users with a value or more
   */
  static Interval of(List<UserValues> groups, Bootstrap bootstrap, long seed) {
    double[][] drawn = new double[groups.size()][];
    for (int g = 0; g < drawn.length; g++) {
      drawn[g] = bootstrap.draws(List.of(groups.get(g)), seed + g)[0];
    }
    double[] observed = groups.stream().mapToDouble(UserValues::mean).toArray();
    return new LargestDifference(observed, drawn).interval(bootstrap);
  }

  private Interval interval(Bootstrap bootstrap) {
    double[] farthest = new double[drawn[0].length];
    for (int a = 0; a < observed.length; a++) {
      for (int b = a + 1; b < observed.length; b++) {
        double error = error(a, b);
        for (int r = 0; error > 0 && r < farthest.length; r++) {
          farthest[r] = Math.max(farthest[r], Math.abs(away(a, b, r)) / error);
        }
      }
    }
    Arrays.sort(farthest);
    double units = Quantiles.of(farthest, bootstrap.level());
    double low = 0;
    double high = 0;
    for (int a = 0; a < observed.length; a++) {
      for (int b = a + 1; b < observed.length; b++) {
        double difference = Math.abs(observed[a] - observed[b]);
        low = Math.max(low, difference - units * error(a, b));
        high = Math.max(high, difference + units * error(a, b));
      }
    }
    return new Interval(low, high, bootstrap.level());
  }

  /** How far the difference of a draw lies from the observed one. */
  private double away(int a, int b, int draw) {
    return drawn[a][draw] - drawn[b][draw] - (observed[a] - observed[b]);
  }

  private double error(int a, int b) {
    double squares = 0;
    for (int r = 0; r < drawn[a].length; r++) {
      squares += away(a, b, r) * away(a, b, r);
    }
    return Math.sqrt(squares / drawn[a].length);
  }
}
