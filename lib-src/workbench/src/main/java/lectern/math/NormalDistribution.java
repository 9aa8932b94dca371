package lectern.math;

import lectern.display.UserError;

/**
 * The standard normal distribution: Φ, its inverse and its density, the same bits on every Java.
 *
 * <p>Φ(x) is the series ½ + φ(x) (x + x³/3 + x⁵/15 + …) up to |x| = 3 and beyond it the continued
 * fraction φ(x) / (x + 1/(x + 2/(x + …))), both to about 1e-15. Φ⁻¹ is a rational start with three
 * steps of Halley's method.
 *
 * <p>Source: Marsaglia, Evaluating the normal distribution, 2004; Abramowitz and Stegun, 26.2.14
 * and 26.2.23.
 */
public final class NormalDistribution {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double SERIES_UP_TO = 3;
  private static final int FRACTION_DEPTH = 200;

  private NormalDistribution() {}

  /** φ(x). */
  public static double density(double x) {
    return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
  }

  /** Φ(x): the share below x. */
  public static double below(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (Math.abs(x) > SERIES_UP_TO) {
      return x > 0 ? 1 - tail(x) : tail(-x);
    }
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-18; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  /** 1 − Φ(|x|), twice: the chance of a value at least as far from 0, the two-sided p-value. */
  public static double beyond(double x) {
    return Math.min(1, 2 * below(-Math.abs(x)));
  }

  private static double tail(double x) {
    if (x > 38) {
      return 0;
    }
    double fraction = x;
    for (int i = FRACTION_DEPTH; i >= 1; i--) {
      fraction = x + i / fraction;
    }
    return density(x) / fraction;
  }

  /**
   * Φ⁻¹(share): the value that so large a share lies below; infinite at 0 and 1.
   *
   * @throws UserError if the share is not between 0 and 1
   */
  public static double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new UserError("A share must be between 0 and 1, not " + share + ".");
    }
    if (share == 0 || share == 1) {
      return share == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (share > 0.5) {
      return -quantile(1 - share);
    }
    double t = Math.sqrt(-2 * StrictMath.log(share));
    double above = 2.515517 + t * (0.802853 + t * 0.010328);
    double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    double x = above / below - t;
    for (int step = 0; step < 3; step++) {
      double error = (below(x) - share) / density(x);
      x -= error / (1 + x * error / 2);
    }
    return x;
  }
}
