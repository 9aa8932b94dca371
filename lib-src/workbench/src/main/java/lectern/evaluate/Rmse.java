package lectern.evaluate;

/**
 * Root of the mean squared error: √(Σ (predicted − actual)² / n), over all held-out interactions
 * together. In the unit of the values; large errors weigh most.
 *
 * <p>Predicted [3, 5], actual [4, 2]: √((1 + 9) / 2) = 2.2361.
 */
public record Rmse() implements ValueMetric {
  @Override
  public String name() {
    return "RMSE";
  }

  @Override
  public String variant() {
    return "over all pairs";
  }

  @Override
  public double loss(double predicted, double actual) {
    double error = predicted - actual;
    return error * error;
  }

  @Override
  public double fromMeanLoss(double meanLoss) {
    return Math.sqrt(meanLoss);
  }
}
