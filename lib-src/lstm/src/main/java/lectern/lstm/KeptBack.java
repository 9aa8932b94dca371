package lectern.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.recommend.UserHistories;

/**
 * The last course of some histories, kept back from learning to see when to stop: on data whose
 * very last courses are a test's, these are the last but one.
 *
 * @param toLearnFrom all histories, without what is kept back
 * @param before the histories before the courses kept back
 * @param after the courses kept back
 */
record KeptBack(List<int[]> toLearnFrom, List<int[]> before, int[] after) {
  private static final int AT_MOST = 5_000;
  private static final int DEPTH = 10;
  private static final int BLOCK = 64;

  /** Of up to 5,000 histories of two courses or more; of none if none is wanted. */
  static KeptBack of(UserHistories histories, boolean wanted, long seed) {
    List<int[]> all = new ArrayList<>();
    List<Integer> long2 = new ArrayList<>();
    for (int user = 0; user < histories.userCount(); user++) {
      int[] history = histories.of(user);
      if (history.length >= 2) {
        long2.add(all.size());
      }
      all.add(history);
    }
    int count = wanted ? Math.min(AT_MOST, long2.size()) : 0;
    int[] chosen = RandomStream.of(seed, "lstm", "kept back").sample(long2.size(), count);
    Arrays.sort(chosen);
    List<int[]> before = new ArrayList<>();
    int[] after = new int[count];
    for (int i = 0; i < count; i++) {
      int at = long2.get(chosen[i]);
      int[] history = all.get(at);
      after[i] = history[history.length - 1];
      before.add(Arrays.copyOf(history, history.length - 1));
      all.set(at, before.get(i));
    }
    return new KeptBack(all, before, after);
  }

  boolean isEmpty() {
    return after.length == 0;
  }

  /** Mean NDCG@10 of the courses kept back among those not yet in the history. */
  double quality(LastStep scorer) {
    double gains =
        Parallel.sum(
            after.length,
            BLOCK,
            (from, to) -> {
              float[][] scores = scorer.logits(before.subList(from, to));
              double sum = 0;
              for (int i = from; i < to; i++) {
                sum += gain(scores[i - from], before.get(i), after[i]);
              }
              return sum;
            });
    return gains / after.length;
  }

  private static double gain(float[] scores, int[] seen, int wanted) {
    for (int item : seen) {
      if (item != wanted) {
        scores[item] = Float.NEGATIVE_INFINITY;
      }
    }
    int place = 1;
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > scores[wanted] || (scores[item] == scores[wanted] && item < wanted)) {
        place++;
      }
    }
    return place > DEPTH ? 0 : StrictMath.log(2) / StrictMath.log(1 + place);
  }
}
