package lectern.simulate;

import java.util.Arrays;
import lectern.math.RandomStream;

/**
 * Who follows whom, who invited whom, and when each user joins.
 *
 * <p>Whom one follows is drawn by influence, three times in four among one's own segment: so a few
 * opinion leaders have most followers. Three users in ten join after the start, in some week of the
 * simulation; seven in ten of those were invited by one who was there before, who is drawn by
 * influence times sociability.
 */
final class Network {
  static final int NOBODY = -1;
  private static final int FOLLOWED = 6;

  /** For each user those whom he follows, different from each other and from himself. */
  final int[][] follows;

  /** For each user who invited him, or {@link #NOBODY}. */
  final int[] inviter;

  /** The week in which a user joins; those of the start were there before week 0: −1. */
  final int[] joinWeek;

  Network(Person[] people, String[] ids, int weeks, long seed) {
    int n = people.length;
    follows = new int[n][];
    inviter = new int[n];
    joinWeek = new int[n];
    double[] influence = Arrays.stream(people).mapToDouble(p -> p.influence).toArray();
    double[] all = sums(influence);
    int[][] segment = new int[Segment.values().length][];
    double[][] segmentSums = new double[segment.length][];
    for (int s = 0; s < segment.length; s++) {
      Segment wanted = Segment.values()[s];
      segment[s] =
          java.util.stream.IntStream.range(0, n).filter(u -> people[u].segment == wanted).toArray();
      segmentSums[s] = sums(Arrays.stream(segment[s]).mapToDouble(u -> influence[u]).toArray());
    }
    for (int u = 0; u < n; u++) {
      RandomStream random = RandomStream.of(seed, "simulate", "follows", ids[u]);
      int mine = people[u].segment.ordinal();
      int[] chosen = new int[FOLLOWED];
      int count = 0;
      for (int tries = 0; tries < FOLLOWED; tries++) {
        double where = random.nextDouble();
        double which = random.nextDouble();
        int other =
            where < 0.75
                ? segment[mine][Draws.find(segmentSums[mine], which)]
                : Draws.find(all, which);
        if (other != u && Arrays.stream(chosen, 0, count).noneMatch(f -> f == other)) {
          chosen[count++] = other;
        }
      }
      follows[u] = Arrays.copyOf(chosen, count);
      Arrays.sort(follows[u]);
    }
    join(people, ids, weeks, seed);
  }

  private void join(Person[] people, String[] ids, int weeks, long seed) {
    int n = people.length;
    boolean[] invited = new boolean[n];
    double[] which = new double[n];
    Integer[] order = new Integer[n];
    for (int u = 0; u < n; u++) {
      RandomStream random = RandomStream.of(seed, "simulate", "join", ids[u]);
      double late = random.nextDouble();
      int week = random.nextInt(weeks);
      joinWeek[u] = late < 0.3 ? week : -1;
      invited[u] = late < 0.3 && random.nextDouble() < 0.7;
      which[u] = random.nextDouble();
      inviter[u] = NOBODY;
      order[u] = u;
    }
    Arrays.sort(order, (a, b) -> Integer.compare(joinWeek[a], joinWeek[b]));
    double[] pull = new double[n];
    for (int i = 0; i < n; i++) {
      Person person = people[order[i]];
      pull[i] = person.influence * (0.2 + person.sociability);
    }
    double[] pullSums = sums(pull);
    int earlier = 0; // how many, in this order, joined in an earlier week
    for (int i = 0; i < n; i++) {
      while (joinWeek[order[earlier]] < joinWeek[order[i]]) {
        earlier++;
      }
      if (invited[order[i]] && earlier > 0) {
        double share = which[order[i]] * pullSums[earlier - 1] / pullSums[n - 1];
        inviter[order[i]] = order[Math.min(Draws.find(pullSums, share), earlier - 1)];
      }
    }
  }

  private static double[] sums(double[] weights) {
    double[] sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }
}
