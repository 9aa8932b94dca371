package lectern.evaluate;

import java.util.Locale;
import lectern.display.UserError;
import lectern.math.NormalDistribution;

/**
 * So many of so many: a rate with its interval.
 *
 * <p>The interval is Wilson's: the rates p for which |s/n − p| ≤ z √(p(1 − p)/n). It never leaves
 * [0, 1] and holds with few trials and rare successes, where s/n ± z √(…) fails. No trials: the
 * rate is NaN and there is no interval. 81 of 263: 0.3080, interval 0.2553 to 0.3662.
 *
 * <p>Source: Wilson, Probable inference, 1927; the example is Newcombe's, Statistics in Medicine
 * 17, 1998, 857.
 *
 * @param successes s, from 0 to the trials
 * @param trials n, at least 0
 */
public record Proportion(long successes, long trials) {
  public Proportion {
    if (trials < 0 || successes < 0 || successes > trials) {
      throw new UserError(
          "A proportion needs 0 ≤ successes ≤ trials, not " + successes + " of " + trials + ".");
    }
  }

  /** How many of these are true. */
  public static Proportion of(boolean... outcomes) {
    int successes = 0;
    for (boolean outcome : outcomes) {
      successes += outcome ? 1 : 0;
    }
    return new Proportion(successes, outcomes.length);
  }

  /** s / n. */
  public double rate() {
    return trials == 0 ? Double.NaN : (double) successes / trials;
  }

  /** Wilson's 95 % interval. */
  public Interval interval() {
    return interval(0.95);
  }

  /** Wilson's interval of this level. */
  public Interval interval(double level) {
    if (trials == 0) {
      return new Interval(Double.NaN, Double.NaN, level);
    }
    double z = NormalDistribution.quantile((1 + new Interval(0, 0, level).level()) / 2);
    double shift = z * z / (2 * trials);
    double middle = rate() + shift;
    double half = z * Math.sqrt(rate() * (1 - rate()) / trials + shift / (2 * trials));
    double scale = 1 + z * z / trials;
    double low = successes == 0 ? 0 : (middle - half) / scale;
    double high = successes == trials ? 1 : (middle + half) / scale;
    return new Interval(low, high, level);
  }

  /** Both counted together. */
  public Proportion plus(Proportion other) {
    return new Proportion(successes + other.successes, trials + other.trials);
  }

  @Override
  public String toString() {
    return trials == 0
        ? "0 of 0"
        : String.format(
            Locale.ROOT, "%,d of %,d = %.4f (%s)", successes, trials, rate(), interval());
  }
}
