package lectern.bench;

import java.util.function.LongFunction;
import lectern.recommend.Recommender;

/**
 * A line of a published table, and our model of the same kind.
 *
 * @param model its name in the table
 * @param theirs their Recall@10, NDCG@10 and MRR@10, to four digits
 * @param bar what ours must reach
 * @param settings ours in words, and how they were chosen
 * @param fit fits ours with a seed
 */
record QualityRow(
    String model, Theirs theirs, Bar bar, String settings, LongFunction<Recommender> fit) {
  /** Three numbers of a published table. */
  record Theirs(double recall, double ndcg, double mrr) {
    double[] all() {
      return new double[] {recall, ndcg, mrr};
    }
  }

  /** What counts as reached. */
  enum Bar {
    /** The same method, without chance: every number within 0.001, and what four digits hide. */
    WITHIN("within 0.001", 1) {
      @Override
      boolean holds(double ours, double theirs) {
        return Math.abs(ours - theirs) <= 0.001 + ROUNDED;
      }
    },
    /** A method with chance: no number below, by the mean of five seeds. */
    NOT_BELOW_BY_SEEDS("not below, mean of 5 seeds", 5) {
      @Override
      boolean holds(double ours, double theirs) {
        return ours >= theirs - ROUNDED;
      }
    };

    private static final double ROUNDED = 0.00005;

    private final String words;
    private final int seeds;

    Bar(String words, int seeds) {
      this.words = words;
      this.seeds = seeds;
    }

    abstract boolean holds(double ours, double theirs);

    String words() {
      return words;
    }

    /** How many fits are averaged. */
    int seeds() {
      return seeds;
    }
  }

  /** True when all three numbers reach the bar. */
  boolean holds(double[] ours) {
    boolean held = true;
    for (int m = 0; m < ours.length; m++) {
      held &= bar.holds(ours[m], theirs.all()[m]);
    }
    return held;
  }
}
