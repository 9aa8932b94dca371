package lectern.article;

import java.util.List;
import lectern.evaluate.UserValues;
import lectern.math.RandomStream;

/**
 * Whether groups of users are served differently: the gap between the mean of the best served and
 * that of the worst, and how often a gap as large comes when users are dealt to groups by chance.
 *
 * <p>A largest gap is above 0 whatever is compared, so that its own interval cannot tell. p = (1 +
 * number of shuffles with at least this gap) / (1 + shuffles).
 */
record ShuffledGroups(double gap, double p) {
  private static final int SHUFFLES = 999;

  static ShuffledGroups of(UserValues values, List<String> groupOfUser, long seed) {
    List<String> names = groupOfUser.stream().distinct().sorted().toList();
    int[] groups = groupOfUser.stream().mapToInt(names::indexOf).toArray();
    double gap = gap(values, groups, names.size());
    RandomStream random = RandomStream.of(seed, "shuffled groups");
    int atLeast = 0;
    for (int s = 0; s < SHUFFLES; s++) {
      random.shuffle(groups);
      atLeast += gap(values, groups, names.size()) >= gap ? 1 : 0;
    }
    return new ShuffledGroups(gap, (1 + atLeast) / (1.0 + SHUFFLES));
  }

  private static double gap(UserValues values, int[] groups, int number) {
    double[] sums = new double[number];
    int[] counts = new int[number];
    for (int u = 0; u < groups.length; u++) {
      if (!Double.isNaN(values.of(u))) {
        sums[groups[u]] += values.of(u);
        counts[groups[u]]++;
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    double worst = Double.POSITIVE_INFINITY;
    for (int g = 0; g < number; g++) {
      if (counts[g] > 0) {
        best = Math.max(best, sums[g] / counts[g]);
        worst = Math.min(worst, sums[g] / counts[g]);
      }
    }
    return best - worst;
  }

  /** True when chance gives such a gap less than once in 20. */
  boolean isShown() {
    return p < 0.05;
  }

  @Override
  public String toString() {
    return Remark.of("gap %.4f, as large by chance with p = %.3f", gap, p);
  }
}
