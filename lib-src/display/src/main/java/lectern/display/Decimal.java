package lectern.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as decimal text, the same on every Java version ({@link Double#toString} and {@link
 * Float#toString} changed in Java 19).
 */
public final class Decimal {
  /** Any two decimals of so many digits are two doubles, if these are normal. */
  private static final int SAFE_DIGITS = 15;

  private Decimal() {}

  /**
   * The decimal with the fewest digits that is read back as the same double: 0.1, 3, 1.5E-9 as a
   * number without trailing zeros. Among those of 17 digits the closest.
   *
   * @param value any finite number
   */
  public static BigDecimal shortest(double value) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
    if (normal && printed.precision() <= SAFE_DIGITS) {
      return printed;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = normal ? SAFE_DIGITS : 1; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (digits >= 17 || rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
  }

  /**
   * The shortest text that is read back as the same double, in the form of JSON and JavaScript:
   * {@code 3}, {@code 0.1}, {@code 1.5e-9}, {@code 1e21}. Negative zero is {@code 0}.
   *
   * @param value any finite number
   */
  public static String text(double value) {
    return text(shortest(value));
  }

  private static String text(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return exponent >= -6 && exponent < 21 ? number.toPlainString() : scientific(number);
  }

  /**
   * The decimal with the fewest digits that is read back as the same float: 0.1 for {@code 0.1f},
   * which as a double is 0.10000000149. Among those with as few digits the closest. (Its own name,
   * for an int given to an overload would silently become a float.)
   *
   * @param value any finite number
   */
  public static BigDecimal shortestOfFloat(float value) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      // Above a power of two floats lie twice as far apart as below it: then the next decimal away
      // from zero can be read back where the closest one cannot.
      for (RoundingMode way : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal rounded = exact.round(new MathContext(digits, way));
        if (Float.parseFloat(rounded.toString()) == value) {
          return rounded.stripTrailingZeros();
        }
      }
    }
  }

  /**
   * The shortest text that is read back as the same float, in the form of {@link #text}.
   *
   * @param value any finite number
   */
  public static String textOfFloat(float value) {
    return text(shortestOfFloat(value));
  }

  /** The number with an exponent, without trailing zeros: {@code 1.5e-9}, {@code -3e0}. */
  public static String scientific(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    int exponent = shortest.precision() - shortest.scale() - 1;
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }
}
