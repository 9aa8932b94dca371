package lectern.evaluate;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import lectern.display.UserError;

/**
 * One metric of one model, user by user: for each user a sum and a weight, and how the metric
 * follows from Σ sums / Σ weights.
 *
 * <p>For a metric of lists the sum is the user's value and the weight 1; for RMSE they are the
 * user's squared errors and how many there are, and the last step is the root. A user of weight 0
 * has no value. Immutable.
 */
public final class UserValues {
  private final double[] sums;
  private final double[] weights;
  private final DoubleUnaryOperator last;

  private UserValues(double[] sums, double[] weights, DoubleUnaryOperator last) {
    this.sums = sums;
    this.weights = weights;
    this.last = last;
  }

  /** One value for each user, averaged; NaN is a user without a value. */
  public static UserValues of(double... values) {
    double[] sums = values.clone();
    double[] weights = new double[values.length];
    for (int u = 0; u < values.length; u++) {
      boolean defined = !Double.isNaN(values[u]);
      weights[u] = defined ? 1 : 0;
      sums[u] = defined ? values[u] : 0;
    }
    return new UserValues(sums, weights, mean -> mean);
  }

  /**
   * Losses summed by user, and over how many interactions.
   *
   * @throws UserError if the arrays differ in length or a count is negative
   */
  public static UserValues ofLosses(ValueMetric metric, double[] losses, int[] counts) {
    if (losses.length != counts.length) {
      throw new UserError(
          "Each user needs a sum of losses and a count: there are "
              + losses.length
              + " sums and "
              + counts.length
              + " counts.");
    }
    double[] weights = new double[counts.length];
    double[] sums = losses.clone();
    for (int u = 0; u < counts.length; u++) {
      if (counts[u] < 0) {
        throw new UserError("A count must not be negative: user " + u + " has " + counts[u] + ".");
      }
      weights[u] = counts[u];
      sums[u] = counts[u] == 0 ? 0 : losses[u];
    }
    return new UserValues(sums, weights, metric::fromMeanLoss);
  }

  /** How many users, with and without a value. */
  public int size() {
    return sums.length;
  }

  /** How many users have a value. */
  public int defined() {
    int defined = 0;
    for (double weight : weights) {
      defined += weight > 0 ? 1 : 0;
    }
    return defined;
  }

  /** The metric over all users that have a value; NaN when none has. */
  public double mean() {
    double sum = 0;
    double weight = 0;
    for (int u = 0; u < sums.length; u++) {
      sum += sums[u];
      weight += weights[u];
    }
    return from(sum, weight);
  }

  /** One user's own value; NaN when the user has none. */
  public double of(int position) {
    return from(sums[position], weights[position]);
  }

  /** Every user's own value, in the order of the users. */
  public double[] toArray() {
    double[] values = new double[sums.length];
    for (int u = 0; u < values.length; u++) {
      values[u] = of(u);
    }
    return values;
  }

  double sum(int position) {
    return sums[position];
  }

  double weight(int position) {
    return weights[position];
  }

  double from(double sum, double weight) {
    return weight > 0 ? last.applyAsDouble(sum / weight) : Double.NaN;
  }

  /** The values of these users alone, in this order. */
  UserValues at(int... positions) {
    double[] someSums = Arrays.stream(positions).mapToDouble(u -> sums[u]).toArray();
    double[] someWeights = Arrays.stream(positions).mapToDouble(u -> weights[u]).toArray();
    return new UserValues(someSums, someWeights, last);
  }

  /** These values without those of users that have none in the other. */
  UserValues where(UserValues other) {
    if (other.size() != size()) {
      throw new UserError(
          "Only values of the same users can be compared: "
              + size()
              + " users and "
              + other.size()
              + " users.");
    }
    double[] keptSums = sums.clone();
    double[] keptWeights = weights.clone();
    for (int u = 0; u < keptSums.length; u++) {
      if (!(other.weights[u] > 0)) {
        keptSums[u] = 0;
        keptWeights[u] = 0;
      }
    }
    return new UserValues(keptSums, keptWeights, last);
  }
}
