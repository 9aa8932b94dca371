package lectern.feature;

import lectern.display.UserError;

/**
 * Shares of few trials, drawn towards everybody's: with k successes in n trials, everybody's share
 * p and a prior worth m trials, the share is (k + m p) ÷ (n + m) — the mean of a Beta distribution
 * — and its error the deviation of that distribution, √(x (1 − x) ÷ (n + m + 1)).
 *
 * <p>1 of 1 with p = ½ and m = 2: 2 ÷ 3, where the bare share is 1.
 */
final class ShrunkShare {
  private final double[] values;
  private final double[] errors;

  /**
   * @param successes of each user
   * @param trials of each user, at least as many
   * @param prior m, above 0
   */
  ShrunkShare(double[] successes, double[] trials, double prior) {
    if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
      throw new UserError("prior must be above 0, not " + prior + ": 2 is usual.");
    }
    values = new double[trials.length];
    errors = new double[trials.length];
    double all = 0;
    double hit = 0;
    for (int u = 0; u < trials.length; u++) {
      all += trials[u];
      hit += successes[u];
    }
    double everybody = all == 0 ? 0.5 : hit / all;
    for (int u = 0; u < trials.length; u++) {
      double x = (successes[u] + prior * everybody) / (trials[u] + prior);
      values[u] = x;
      errors[u] = Math.sqrt(x * (1 - x) / (trials[u] + prior + 1));
    }
  }

  double[] values() {
    return values;
  }

  double[] errors() {
    return errors;
  }
}
