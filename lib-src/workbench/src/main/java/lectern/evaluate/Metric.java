package lectern.evaluate;

/**
 * A number that says how good suggestions or predictions are. Its label names its variant, because
 * metrics of one name differ between programs.
 */
public sealed interface Metric permits ListMetric, ValueMetric {
  /** The short name, such as {@code Recall@10}. */
  String name();

  /** What sets it apart from others of that name, such as {@code |hits| / |relevant|}. */
  String variant();

  /** True when more is better, false for errors. */
  boolean higherIsBetter();

  /** Name and variant: {@code Recall@10 (|hits| / |relevant|)}. */
  default String label() {
    return name() + " (" + variant() + ")";
  }
}
