package lectern.simulate;

import java.util.Locale;
import lectern.display.UserError;

/**
 * A difference of two means with its 95 % interval: what a treatment did, if chance alone decided
 * who got it.
 *
 * <p>d = x̄₁ − x̄₀; interval d ± 1.96 √(s₁²/n₁ + s₀²/n₀) (Neyman 1923). The interval allows for the
 * spread of individual effects, which two groups cannot show, by being a little too wide.
 *
 * @param difference d
 * @param low the interval's lower end
 * @param high the upper end
 * @param treated n₁
 * @param others n₀
 */
public record EffectEstimate(double difference, double low, double high, int treated, int others) {
  private static final double Z = 1.959963984540054;

  /**
   * The estimate from the outcomes of both groups.
   *
   * @throws UserError if a group has fewer than two members
   */
  public static EffectEstimate of(double[] treated, double[] others) {
    if (treated.length < 2 || others.length < 2) {
      throw new UserError(
          "Each group needs at least two users for an interval, not "
              + treated.length
              + " treated and "
              + others.length
              + " others.");
    }
    double d = mean(treated) - mean(others);
    double width =
        Z * Math.sqrt(variance(treated) / treated.length + variance(others) / others.length);
    return new EffectEstimate(d, d - width, d + width, treated.length, others.length);
  }

  /** True when the value lies in the interval. */
  public boolean covers(double effect) {
    return low <= effect && effect <= high;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double v : values) {
      sum += (v - mean) * (v - mean);
    }
    return sum / (values.length - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.4f (95 %% interval %.4f to %.4f; %,d treated, %,d others)",
        difference,
        low,
        high,
        treated,
        others);
  }
}
