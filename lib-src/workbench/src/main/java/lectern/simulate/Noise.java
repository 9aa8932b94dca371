package lectern.simulate;

import lectern.math.RandomStream;

/**
 * Random numbers that have an address: the number of user 7, week 3, session 1, course 12 is the
 * same whatever else was drawn before. So two policies meet the same chance, and one draw more for
 * one user moves nothing elsewhere.
 *
 * <p>The address is hashed by SplitMix64's finaliser, once for each part; the key is the first
 * number of {@code RandomStream.of(seed, "simulate", purpose)}.
 */
final class Noise {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private final long key;

  private Noise(long key) {
    this.key = key;
  }

  /** The numbers of this purpose. */
  static Noise of(long seed, String purpose) {
    return new Noise(RandomStream.of(seed, "simulate", purpose).nextLong());
  }

  /** Evenly from 0 (included) to 1 (excluded). */
  double uniform(int a, int b, int c, int d) {
    long hash = mix(key + (a + 1L) * STEP);
    hash = mix(hash + (b + 1L) * STEP);
    hash = mix(hash + (c + 1L) * STEP);
    hash = mix(hash + (d + 1L) * STEP);
    return (hash >>> 11) * 0x1p-53;
  }

  /** From the normal distribution with mean 0 and variance 1. */
  double normal(int a, int b, int c, int d) {
    return quantile(uniform(a, b, c, d) + 0x1p-54);
  }

  /** How many events happen when so many are expected; more when more are expected. */
  int poisson(double mean, int a, int b, int c, int d) {
    double left = uniform(a, b, c, d);
    double chance = StrictMath.exp(-mean);
    int count = 0;
    while (left >= chance && count < 60) {
      left -= chance;
      count++;
      chance *= mean / count;
    }
    return count;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /** The normal quantile by Acklam's rational approximation (2003; relative error below 1.2e-9). */
  static double quantile(double p) {
    if (p < 0.02425) {
      return tail(Math.sqrt(-2 * StrictMath.log(p)));
    }
    if (p > 1 - 0.02425) {
      return -tail(Math.sqrt(-2 * StrictMath.log(1 - p)));
    }
    double q = p - 0.5;
    double r = q * q;
    double above =
        ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                        + 1.383577518672690e+02)
                    * r
                - 3.066479806614716e+01)
            * r;
    double below =
        ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                        + 6.680131188771972e+01)
                    * r
                - 1.328068155288572e+01)
            * r;
    return (above + 2.506628277459239e+00) * q / (below + 1);
  }

  private static double tail(double q) {
    double above =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                    - 2.549732539343734e+00)
                * q
            + 4.374664141464968e+00);
    double below =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
            + 3.754408661907416e+00);
    return (above * q + 2.938163982698783e+00) / (below * q + 1);
  }
}
