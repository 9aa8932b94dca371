package lectern.evaluate;

import lectern.display.UserError;

/**
 * A metric of predicted values: a loss, averaged over all held-out interactions together, and a
 * last step.
 *
 * <p>So a user with 20 held-out ratings weighs 20 times one with a single rating, as in published
 * tables. The mean of the users' own values is another number.
 */
public non-sealed interface ValueMetric extends Metric {
  /** The loss of one prediction, 0 when it is right. */
  double loss(double predicted, double actual);

  /** The metric, from the mean loss. */
  double fromMeanLoss(double meanLoss);

  /**
   * The metric over these predictions; NaN when there are none.
   *
   * @throws UserError if the arrays differ in length
   */
  default double of(double[] predicted, double[] actual) {
    if (predicted.length != actual.length) {
      throw new UserError(
          "Each value needs one prediction: there are "
              + predicted.length
              + " predictions and "
              + actual.length
              + " values.");
    }
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += loss(predicted[i], actual[i]);
    }
    return fromMeanLoss(sum / actual.length);
  }

  @Override
  default boolean higherIsBetter() {
    return false;
  }
}
