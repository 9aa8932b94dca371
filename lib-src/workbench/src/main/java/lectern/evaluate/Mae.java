package lectern.evaluate;

/**
 * Mean absolute error: Σ |predicted − actual| / n, over all held-out interactions together. In the
 * unit of the values.
 *
 * <p>Predicted [3, 5], actual [4, 2]: (1 + 3) / 2 = 2.
 */
public record Mae() implements ValueMetric {
  @Override
  public String name() {
    return "MAE";
  }

  @Override
  public String variant() {
    return "over all pairs";
  }

  @Override
  public double loss(double predicted, double actual) {
    return Math.abs(predicted - actual);
  }

  @Override
  public double fromMeanLoss(double meanLoss) {
    return meanLoss;
  }
}
