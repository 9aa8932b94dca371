package lectern.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import lectern.display.UserError;

/** A number within its tolerance; NaN cannot be computed. */
record NumberComparison(double printed, double tolerance) implements Comparison<Number> {
  /** Share of the printed number that is forgiven as rounding of double arithmetic. */
  private static final double ROUNDING = 1e-12;

  NumberComparison {
    if (!Double.isFinite(printed)) {
      throw new UserError("A printed number must be finite, not " + printed + ".");
    }
    if (!(tolerance >= 0)) {
      throw new UserError("A tolerance must be at least 0, not " + tolerance + ".");
    }
  }

  /** Half a unit of the last digit behind the point; 0 without one. */
  static NumberComparison ofPrinted(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip().replace("−", "-"));
      double unit =
          number.scale() > 0 ? BigDecimal.ONE.movePointLeft(number.scale()).doubleValue() : 0;
      return new NumberComparison(number.doubleValue(), unit / 2);
    } catch (NumberFormatException e) {
      throw new UserError("\"" + text + "\" is not a number.", e);
    }
  }

  static boolean within(double printed, double computed, double tolerance) {
    return Math.abs(computed - printed) <= tolerance + ROUNDING * Math.max(1, Math.abs(printed));
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
