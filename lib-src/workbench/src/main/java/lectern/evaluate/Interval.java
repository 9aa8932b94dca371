package lectern.evaluate;

import java.util.Locale;
import lectern.display.UserError;

/**
 * Where a number plausibly lies.
 *
 * @param low the lower end, NaN when there is no interval (fewer than two users)
 * @param high the upper end
 * @param level the share of such intervals that hold the true value, such as 0.95
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(level > 0 && level < 1)) {
      throw new UserError("level must be between 0 and 1, not " + level + ": 0.95 is usual.");
    }
    if (low > high) {
      throw new UserError("low must not be above high: low = " + low + ", high = " + high + ".");
    }
  }

  /** True when the value lies in it, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The ends with four decimals, such as {@code 0.2710 to 0.2932}; "no interval" without ends. */
  @Override
  public String toString() {
    return Double.isNaN(low) || Double.isNaN(high)
        ? "no interval"
        : String.format(Locale.ROOT, "%.4f to %.4f", low, high);
  }
}
