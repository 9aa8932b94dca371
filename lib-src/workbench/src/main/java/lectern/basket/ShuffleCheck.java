package lectern.basket;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many rules the same search finds in shuffled baskets, where nothing belongs together. Rules
 * that shuffled baskets give as well are no discovery, whatever their confidence.
 *
 * <p>Each shuffle keeps the baskets' sizes and the items' popularity, see {@link ShuffledBaskets}.
 * Same bits on any number of threads.
 *
 * @param rules of the real baskets
 * @param significant how many of those are significant
 * @param shuffledRules of each shuffle
 * @param shuffledSignificant of each shuffle: all of them false alarms
 */
public record ShuffleCheck(
    int rules, int significant, int[] shuffledRules, int[] shuffledSignificant)
    implements Displayable {

  /** Searches the baskets and so many shuffles of them; silent. */
  public static ShuffleCheck of(Baskets baskets, RuleOptions options, int shuffles, long seed) {
    return of(baskets, options, shuffles, seed, Progress.silent());
  }

  /**
   * Searches the baskets and so many shuffles of them.
   *
   * @param shuffles at least 1; 100 tell a share of 1 in 20 roughly
   */
  public static ShuffleCheck of(
      Baskets baskets, RuleOptions options, int shuffles, long seed, Progress progress) {
    if (shuffles < 1) {
      throw new UserError("shuffles must be at least 1, not " + shuffles + ": 100 is usual.");
    }
    AssociationRules real = AssociationRules.of(baskets, options);
    int[] rules = new int[shuffles];
    int[] significant = new int[shuffles];
    int turn = 8;
    try (var task = progress.begin("shuffles", shuffles)) {
      for (int from = 0; from < shuffles; from += turn) {
        int begin = from;
        int some = Math.min(turn, shuffles - from);
        Parallel.forBlocks(
            some,
            1,
            (one, end) -> {
              Baskets shuffled = ShuffledBaskets.of(baskets, seed, begin + one);
              AssociationRules found = AssociationRules.of(shuffled, options);
              rules[begin + one] = found.size();
              significant[begin + one] = found.significant().size();
            });
        task.at(from + some);
      }
    }
    return new ShuffleCheck(real.size(), real.significant().size(), rules, significant);
  }

  /** (1 + shuffles with at least as many rules as the real baskets) ÷ (1 + shuffles). */
  public double pValue() {
    long asMany = Arrays.stream(shuffledRules).filter(n -> n >= rules).count();
    return (1 + asMany) / (1.0 + shuffledRules.length);
  }

  /** The share of shuffles with a significant rule, which should not be above the level by much. */
  public double falseAlarms() {
    long with = Arrays.stream(shuffledSignificant).filter(n -> n > 0).count();
    return with / (double) shuffledSignificant.length;
  }

  /** Rules and significant rules: of the real baskets, and mean and most of the shuffles. */
  public Table table() {
    return Table.create(
        "real and shuffled baskets",
        StringColumn.create("", "rules", "significant rules"),
        IntColumn.create("real baskets", new int[] {rules, significant}),
        DoubleColumn.create(
            "shuffled, mean", new double[] {mean(shuffledRules), mean(shuffledSignificant)}),
        IntColumn.create(
            "shuffled, most", new int[] {most(shuffledRules), most(shuffledSignificant)}));
  }

  private static double mean(int[] values) {
    return Arrays.stream(values).sum() / (double) values.length;
  }

  private static int most(int[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rules, and %.1f on average in %,d shuffles (p = %.3f); %.0f %% of the shuffles have a"
            + " significant rule",
        rules,
        mean(shuffledRules),
        shuffledRules.length,
        pValue(),
        100 * falseAlarms());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
