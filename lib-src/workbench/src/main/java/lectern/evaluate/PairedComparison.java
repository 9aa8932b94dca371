package lectern.evaluate;

import java.util.List;

/**
 * How much one model is above another on the same users, with an interval and a p-value.
 *
 * <p>Users are drawn as in {@link Bootstrap}, the same for both models. With d the difference on
 * all users and d*ᵣ that of draw r out of B:
 *
 * <ul>
 *   <li>interval: the middle of the d*ᵣ;
 *   <li>p = (1 + number of r with |d*ᵣ − d| ≥ |d|) / (B + 1), two-sided: how often chance alone
 *       would move the difference that far from 0. Never below 1 / (B + 1), which is {@link
 *       #smallestP()}.
 * </ul>
 *
 * <p>Users without a value in one of the two are left out of both. No difference at all: p = 1.
 * Fewer than two users: no interval, p = 1. Several comparisons at once need {@link Holm}.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 16 (tests by
 * moving the draws to the null hypothesis).
 *
 * @param first the model
 * @param second what it is compared with
 * @param difference the metric of the first minus that of the second
 * @param interval where the difference plausibly lies
 * @param p the p-value, not corrected
 * @param users how many users have a value in both
 * @param resamples B
 */
public record PairedComparison(
    String first,
    String second,
    double difference,
    Interval interval,
    double p,
    int users,
    int resamples) {

  /** Compares the values of two models on the same users, in the same order. */
  public static PairedComparison of(
      String first,
      UserValues firstValues,
      String second,
      UserValues secondValues,
      Bootstrap bootstrap,
      long seed) {
    UserValues a = firstValues.where(secondValues);
    UserValues b = secondValues.where(firstValues);
    double difference = a.mean() - b.mean();
    if (a.defined() < 2) {
      return new PairedComparison(
          first,
          second,
          difference,
          new Interval(Double.NaN, Double.NaN, bootstrap.level()),
          1,
          a.defined(),
          bootstrap.resamples());
    }
    double[][] draws = bootstrap.draws(List.of(a, b), seed);
    double[] differences = new double[bootstrap.resamples()];
    int asFar = 0;
    int counted = 0;
    for (int r = 0; r < differences.length; r++) {
      differences[r] = draws[0][r] - draws[1][r];
      if (!Double.isNaN(differences[r])) {
        counted++;
        asFar += Math.abs(differences[r] - difference) >= Math.abs(difference) ? 1 : 0;
      }
    }
    return new PairedComparison(
        first,
        second,
        difference,
        bootstrap.interval(differences),
        (1.0 + asFar) / (counted + 1),
        a.defined(),
        counted);
  }

  /** The smallest p-value that so many draws can show: 1 / (B + 1). */
  public double smallestP() {
    return 1.0 / (resamples + 1);
  }
}
