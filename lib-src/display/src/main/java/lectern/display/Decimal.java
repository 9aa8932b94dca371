package lectern.display;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as decimal text, the same on every Java version ({@link Double#toString} changed in Java
 * 19).
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
    BigDecimal number = shortest(value);
    int exponent = number.precision() - number.scale() - 1;
    return exponent >= -6 && exponent < 21 ? number.toPlainString() : scientific(number);
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
