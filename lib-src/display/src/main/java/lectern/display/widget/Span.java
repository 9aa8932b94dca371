package lectern.display.widget;

import lectern.display.UserError;

/**
 * From one number to another, both included: the value of a range slider.
 *
 * @param low not above {@code high}
 */
public record Span<N extends Number>(N low, N high) {
  public Span {
    if (!(low.doubleValue() <= high.doubleValue())) {
      throw new UserError(
          "a range must go up: low = " + low + ", high = " + high + ". Swap the two.");
    }
  }

  @Override
  public String toString() {
    return low + " to " + high;
  }
}
