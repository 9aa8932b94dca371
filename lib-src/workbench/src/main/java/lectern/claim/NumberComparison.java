package lectern.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import lectern.display.UserError;

/** A number within its tolerance; NaN cannot be computed. */
record NumberComparison(double printed, double tolerance) implements Comparison<Number> {
  /** Share of the printed number that is forgiven as rounding of double arithmetic. */
  private static final double ROUNDING = 1e-12;

  /** The same where 0 is printed: so many last places of the tolerance. */
  private static final int ROUNDING_ULPS = 4;

  NumberComparison {
    if (!Double.isFinite(printed)) {
      throw new UserError("A printed number must be finite, not " + printed + ".");
    }
    if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
      throw new UserError("A tolerance must be finite and at least 0, not " + tolerance + ".");
    }
  }

  /** Half a unit of the last printed digit; 0 for a whole number without an exponent. */
  static NumberComparison ofPrinted(String text) {
    try {
      String plain = text.strip().replace("−", "-");
      BigDecimal number = new BigDecimal(plain);
      boolean rounded = number.scale() > 0 || plain.indexOf('e') >= 0 || plain.indexOf('E') >= 0;
      double half = BigDecimal.valueOf(5, number.scale() + 1).doubleValue();
      return new NumberComparison(number.doubleValue(), rounded ? half : 0);
    } catch (NumberFormatException e) {
      throw new UserError("\"" + text + "\" is not a number.", e);
    }
  }

  static boolean within(double printed, double computed, double tolerance) {
    double slack = ROUNDING * Math.abs(printed) + ROUNDING_ULPS * Math.ulp(tolerance);
    return Math.abs(computed - printed) <= tolerance + slack;
  }

  @Override
  public Outcome compare(Number computed) {
    double ours = computed.doubleValue();
    if (Double.isNaN(ours)) {
      return new Outcome(Verdict.CANNOT_BE_COMPUTED, "the computation gives NaN");
    }
    return Outcome.of(
        within(printed, ours, tolerance),
        "off by " + shortText(ours - printed) + ", tolerance " + text(tolerance));
  }

  @Override
  public String text(Number value) {
    return text(value.doubleValue());
  }

  /** Up to ten significant digits, without a needless ".0". */
  static String text(double value) {
    return digits(value, 10);
  }

  private static String shortText(double value) {
    return digits(value, 4);
  }

  private static String digits(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    double size = Math.abs(value);
    return size == 0
        ? "0"
        : size < 1e-5 || size >= 1e12 ? rounded.toString() : rounded.toPlainString();
  }
}
