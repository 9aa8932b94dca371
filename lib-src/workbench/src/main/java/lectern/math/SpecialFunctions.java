package lectern.math;

import lectern.display.UserError;

/**
 * ln Γ and the regularised incomplete beta function, the same bits on every Java.
 *
 * <p>ln Γ by Lanczos' approximation with nine terms (relative error about 1e-15); I_x(a, b) by the
 * continued fraction of Numerical Recipes, 6.4, to about 1e-14.
 */
public final class SpecialFunctions {
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };
  private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
  private static final int MAX_TERMS = 10_000;
  private static final double TINY = 1e-300;

  private SpecialFunctions() {}

  /** ln Γ(x) for x above 0. */
  public static double logGamma(double x) {
    if (!(x > 0)) {
      throw new UserError("ln Γ is computed for numbers above 0, not " + x + ".");
    }
    if (x < 0.5) {
      return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double z = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (z + i);
    }
    double t = z + 7.5;
    return HALF_LOG_TWO_PI + (z + 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
  }

  /** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b). */
  public static double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
  }

  /** I_x(a, b): the share of the beta distribution with a and b that lies below x. */
  public static double betaBelow(double x, double a, double b) {
    if (!(a > 0 && b > 0)) {
      throw new UserError("a and b must be above 0: a = " + a + ", b = " + b + ".");
    }
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front = StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log1p(-x) - logBeta(a, b));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m <= MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      double factor = d * c;
      result *= factor;
      if (Math.abs(factor - 1) < 1e-15) {
        break;
      }
    }
    return result;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /**
   * The two-sided p-value of Student's t: the chance of a value at least as far from 0.
   *
   * @param freedom degrees of freedom, above 0
   */
  public static double studentBeyond(double t, double freedom) {
    return betaBelow(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /** The t that a two-sided p-value of 1 − level belongs to, by bisection. */
  public static double studentQuantile(double level, double freedom) {
    double low = 0;
    double high = 1;
    while (studentBeyond(high, freedom) > 1 - level) {
      high *= 2;
    }
    for (int i = 0; i < 200 && low < high; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (studentBeyond(middle, freedom) > 1 - level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The share at which the beta distribution has so much below it, by bisection. */
  public static double betaQuantile(double share, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (betaBelow(middle, a, b) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
