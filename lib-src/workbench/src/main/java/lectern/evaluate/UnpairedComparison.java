package lectern.evaluate;

import java.util.List;
import java.util.Locale;

/**
 * How much one group of users is above another, with an interval: the groups are other people, such
 * as treated and control, and each is drawn again by itself.
 *
 * <p>With d the difference of the metric and d*ᵣ that of draw r out of B: the interval is the
 * middle of the d*ᵣ, and p = (1 + number of r with |d*ᵣ − d| ≥ |d|) / (B + 1), as in {@link
 * PairedComparison}. A group with fewer than two users: no interval, p = 1.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 16.
 *
 * @param first the name of the one group, such as {@code treated}
 * @param second the name of the other, such as {@code control}
 * @param values the metric of each
 * @param intervals where each plausibly lies
 * @param difference the first minus the second
 * @param interval where the difference plausibly lies
 * @param p not corrected for other tests
 * @param users how many users have a value in each
 */
public record UnpairedComparison(
    String first,
    String second,
    List<Double> values,
    List<Interval> intervals,
    double difference,
    Interval interval,
    double p,
    List<Integer> users) {

  public UnpairedComparison {
    values = List.copyOf(values);
    intervals = List.copyOf(intervals);
    users = List.copyOf(users);
  }

  /** Compares two groups. */
  public static UnpairedComparison of(
      String first,
      UserValues firstValues,
      String second,
      UserValues secondValues,
      Bootstrap bootstrap,
      long seed) {
    double difference = firstValues.mean() - secondValues.mean();
    List<Double> means = List.of(firstValues.mean(), secondValues.mean());
    List<Integer> users = List.of(firstValues.defined(), secondValues.defined());
    if (Math.min(users.get(0), users.get(1)) < 2) {
      Interval none = new Interval(Double.NaN, Double.NaN, bootstrap.level());
      return new UnpairedComparison(
          first, second, means, List.of(none, none), difference, none, 1, users);
    }
    double[] a = bootstrap.draws(List.of(firstValues), seed)[0];
    double[] b = bootstrap.draws(List.of(secondValues), ~seed)[0];
    double[] differences = new double[a.length];
    int asFar = 0;
    int counted = 0;
    for (int r = 0; r < a.length; r++) {
      differences[r] = a[r] - b[r];
      if (!Double.isNaN(differences[r])) {
        counted++;
        asFar += Math.abs(differences[r] - difference) >= Math.abs(difference) ? 1 : 0;
      }
    }
    return new UnpairedComparison(
        first,
        second,
        means,
        List.of(bootstrap.interval(firstValues, a), bootstrap.interval(secondValues, b)),
        difference,
        bootstrap.interval(differences),
        (1.0 + asFar) / (counted + 1),
        users);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s − %s = %+.4f (%s), p = %.4f", first, second, difference, interval, p);
  }
}
