package lectern.needs;

import java.util.List;
import java.util.stream.IntStream;
import lectern.feature.UserFeatures;
import lectern.math.RandomStream;

/** Samples whose chances are known. */
final class Samples {
  static final long DAY = 86_400;

  private Samples() {}

  /** Yes with chance 0.8 where x is 1 and 0.1 where it is 0; the other features mean nothing. */
  static NeedsSample known(long seed, int users, long asOfDay) {
    RandomStream random = RandomStream.of(seed, "needs sample", Long.toString(asOfDay));
    double[][] rows = new double[users][3];
    boolean[] yes = new boolean[users];
    for (int u = 0; u < users; u++) {
      rows[u][0] = random.nextInt(2);
      rows[u][1] = random.nextGaussian();
      rows[u][2] = random.nextGaussian();
      yes[u] = random.nextDouble() < (rows[u][0] == 1 ? 0.8 : 0.1);
    }
    return sample(rows, List.of("x", "noise", "more noise"), yes, asOfDay);
  }

  static NeedsSample sample(double[][] rows, List<String> names, boolean[] yes, long asOfDay) {
    List<String> ids = IntStream.range(0, rows.length).mapToObj(i -> "u" + i).toList();
    return NeedsSample.of(
        UserFeatures.of(ids, names, rows), yes, "yes", asOfDay * DAY, (asOfDay + 28) * DAY);
  }
}
