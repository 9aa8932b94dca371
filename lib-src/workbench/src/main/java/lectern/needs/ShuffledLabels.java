package lectern.needs;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.evaluate.Bootstrap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the same learning gains on the base rate when the training answers are dealt out anew: about
 * nothing, if nothing leaks and the gain of the real answers is no luck.
 *
 * <p>A single shuffle may point the right way by chance, and then gain a little on a test whose
 * answers can be predicted; so there are several, and it is their mean that should not be above 0
 * by much. Gains are in log loss.
 *
 * @param gain of the real answers
 * @param shuffledGains of each shuffle
 */
public record ShuffledLabels(double gain, double[] shuffledGains) implements Displayable {

  /** Learns from the real answers and from so many shuffles of them; silent. */
  public static ShuffledLabels of(
      NeedsSample train, NeedsSample test, NeedsOptions options, int shuffles, long seed) {
    return of(train, test, options, shuffles, seed, Progress.silent());
  }

  /**
   * Learns from the real answers and from so many shuffles of them.
   *
   * @param shuffles at least 1; 19 can tell a p of 0.05
   */
  public static ShuffledLabels of(
      NeedsSample train,
      NeedsSample test,
      NeedsOptions options,
      int shuffles,
      long seed,
      Progress progress) {
    if (shuffles < 1) {
      throw new UserError("shuffles must be at least 1, not " + shuffles + ": 19 is usual.");
    }
    double[] gains = new double[shuffles];
    double real = gain(train, test, options, seed);
    try (var task = progress.begin("shuffled answers", shuffles)) {
      for (int s = 0; s < shuffles; s++) {
        gains[s] = gain(train.shuffled(seed + s), test, options, seed);
        task.at(s + 1);
      }
    }
    return new ShuffledLabels(real, gains);
  }

  private static double gain(NeedsSample train, NeedsSample test, NeedsOptions options, long seed) {
    NeedsClassifier model = NeedsClassifier.fit(train, options, seed);
    return NeedsEvaluation.of(model, test, new Bootstrap(100, 0.95), seed).logLoss().gain();
  }

  /** The mean gain of the shuffles. */
  public double meanShuffledGain() {
    double sum = 0;
    for (double g : shuffledGains) {
      sum += g;
    }
    return sum / shuffledGains.length;
  }

  /** (1 + shuffles that gain at least as much as the real answers) ÷ (1 + shuffles). */
  public double pValue() {
    long asMuch = Arrays.stream(shuffledGains).filter(g -> g >= gain).count();
    return (1 + asMuch) / (1.0 + shuffledGains.length);
  }

  /** The gain of the real answers, and least, mean and largest of the shuffles. */
  public Table table() {
    return Table.create(
        "real and shuffled answers",
        StringColumn.create(
            "answers", "real", "shuffled, least", "shuffled, mean", "shuffled, most"),
        DoubleColumn.create(
            "gain in log loss",
            new double[] {
              gain,
              Arrays.stream(shuffledGains).min().orElse(Double.NaN),
              meanShuffledGain(),
              Arrays.stream(shuffledGains).max().orElse(Double.NaN)
            }));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "gain on the base rate in log loss: %.4f, and %.4f on average in %d shuffles of the"
            + " answers (p = %.3f)",
        gain,
        meanShuffledGain(),
        shuffledGains.length,
        pValue());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
