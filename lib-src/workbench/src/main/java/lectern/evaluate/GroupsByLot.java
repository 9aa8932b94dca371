package lectern.evaluate;

import java.util.Arrays;
import java.util.List;
import lectern.math.Parallel;
import lectern.math.RandomStream;

/**
 * The gaps between the best and the worst of groups that are dealt out by lot: how large a gap
 * looks when belonging to a group means nothing.
 *
 * <p>Everybody's value stays, as do the sizes of the groups; who is in which is drawn anew (a
 * permutation test). The chance to see a gap at least as large as the one observed is (1 + how many
 * were) / (1 + how many were drawn), so never 0. Deal r takes its order from {@code
 * RandomStream.of(seed, "groups by lot", r)}.
 *
 * <p>Source: Phipson and Smyth, Permutation P-values should never be zero, 2010.
 *
 * @param mean of the gaps drawn
 * @param pValue of the gap observed
 */
record GroupsByLot(double mean, double pValue) {
  private static final int BLOCK = 8;

  /** Gaps that differ by rounding alone are as large as each other. */
  private static final double ROUNDING = 1e-12;

  static GroupsByLot of(List<UserValues> groups, double gap, int deals, long seed) {
    int users = groups.stream().mapToInt(UserValues::size).sum();
    double[] sums = new double[users];
    double[] weights = new double[users];
    int at = 0;
    for (UserValues group : groups) {
      for (int u = 0; u < group.size(); u++) {
        sums[at] = group.sum(u);
        weights[at++] = group.weight(u);
      }
    }
    double[] gaps = new double[deals];
    Parallel.forBlocks(
        deals,
        BLOCK,
        (from, to) -> {
          for (int deal = from; deal < to; deal++) {
            RandomStream random = RandomStream.of(seed, "groups by lot", Integer.toString(deal));
            gaps[deal] = gap(groups, sums, weights, random.permutation(users));
          }
        });
    double sum = 0;
    for (double each : gaps) {
      sum += each;
    }
    long asLarge = Arrays.stream(gaps).filter(g -> g >= gap - ROUNDING).count();
    return new GroupsByLot(sum / deals, (1.0 + asLarge) / (1 + deals));
  }

  private static double gap(List<UserValues> groups, double[] sums, double[] weights, int[] order) {
    double best = Double.NEGATIVE_INFINITY;
    double worst = Double.POSITIVE_INFINITY;
    int at = 0;
    for (UserValues group : groups) {
      double sum = 0;
      double weight = 0;
      for (int u = 0; u < group.size(); u++, at++) {
        sum += sums[order[at]];
        weight += weights[order[at]];
      }
      double value = group.from(sum, weight);
      best = Math.max(best, value);
      worst = Math.min(worst, value);
    }
    return best - worst;
  }
}
