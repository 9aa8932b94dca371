package lectern.basket;

import lectern.display.UserError;

/**
 * Fisher's exact test, one-sided: how likely at least so many common baskets are if two sets of
 * items have nothing to do with each other.
 *
 * <p>p = P(X ≥ k), X hypergeometric: of n baskets a hold the one, b the other, k both. n = 8, a = b
 * = 4, k = 3: (16 + 1) ÷ 70 = 0.243.
 *
 * <p>Source: R. A. Fisher, Statistical Methods for Research Workers, 1934. Terms are multiplied up
 * from the first, which comes from sums of logarithms: right to about 10 digits.
 */
public final class FisherExact {
  private final double[] logFactorial;

  /** Tests on at most n baskets. */
  public FisherExact(int n) {
    logFactorial = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      logFactorial[i] = logFactorial[i - 1] + StrictMath.log(i);
    }
  }

  /** The p-value; n may not be above that of the constructor. */
  public double atLeast(int k, int a, int b, int n) {
    int least = Math.max(0, a + b - n);
    int most = Math.min(a, b);
    if (a < 0 || b < 0 || a > n || b > n || k < least || k > most || n >= logFactorial.length) {
      throw new UserError(
          "No baskets are so: k = " + k + " in both, a = " + a + ", b = " + b + ", n = " + n + ".");
    }
    double mean = (double) a * b / n;
    return k > mean ? upwards(k, most, a, b, n) : 1 - downwards(k - 1, least, a, b, n);
  }

  private double upwards(int from, int most, int a, int b, int n) {
    double term = probability(from, a, b, n);
    double sum = term;
    for (int x = from; x < most && term > 0; x++) {
      term *= (double) (a - x) * (b - x) / ((x + 1.0) * (n - a - b + x + 1.0));
      sum += term;
    }
    return Math.min(1, sum);
  }

  private double downwards(int from, int least, int a, int b, int n) {
    if (from < least) {
      return 0;
    }
    double term = probability(from, a, b, n);
    double sum = term;
    for (int x = from; x > least && term > 0; x--) {
      term *= x * (double) (n - a - b + x) / ((a - x + 1.0) * (b - x + 1.0));
      sum += term;
    }
    return Math.min(1, sum);
  }

  private double probability(int x, int a, int b, int n) {
    return StrictMath.exp(choose(a, x) + choose(n - a, b - x) - choose(n, b));
  }

  private double choose(int n, int k) {
    return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
  }
}
