package lectern.evaluate;

/**
 * A ratio of totals over users, such as clicks per message: Σ what was counted / Σ of what it is
 * out of. A user with 20 messages weighs 20 times one with a single message.
 *
 * <p>{@code Ratio.of("click rate", clicks, messages)} gives values for intervals and comparisons.
 *
 * @param name what the ratio is called
 */
public record Ratio(String name) implements ValueMetric {
  /** Each user's count, and what it is out of. */
  public static UserValues of(String name, double[] counts, int[] outOf) {
    return UserValues.ofLosses(new Ratio(name), counts, outOf);
  }

  @Override
  public String variant() {
    return "ratio of totals";
  }

  /** The counts are given as they are, not compared with anything. */
  @Override
  public double loss(double predicted, double actual) {
    return predicted;
  }

  @Override
  public double fromMeanLoss(double meanLoss) {
    return meanLoss;
  }
}
