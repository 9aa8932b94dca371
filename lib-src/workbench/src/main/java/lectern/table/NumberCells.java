package lectern.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import lectern.display.Decimal;

/**
 * The numbers of a column with as many digits as a reader needs, the same number of decimals for
 * all.
 *
 * <p>The largest number has six digits, the smallest three, amounts keep two decimals, and no more
 * decimals are shown than some number has. Columns that would need more than nine decimals or
 * sixteen digits are written number by number with exponents where these are shorter. A rounded
 * number keeps its whole value in {@link Cell#full}.
 */
final class NumberCells {
  private static final int DIGITS_OF_LARGEST = 6;
  private static final int DIGITS_OF_SMALLEST = 3;
  private static final int DECIMALS_KEPT = 2;
  private static final int DECIMALS = 9;
  private static final int WHOLE_DIGITS = 15;

  private NumberCells() {}

  /** The cells of some numbers; NaN is a missing one. */
  static List<Cell> of(double[] values) {
    BigDecimal[] numbers = new BigDecimal[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = Double.isFinite(values[i]) ? Decimal.shortest(values[i]) : null;
    }
    int decimals = decimals(numbers);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      cells.add(cell(values[i], numbers[i], decimals));
    }
    return cells;
  }

  private static Cell cell(double value, BigDecimal number, int decimals) {
    if (number == null) {
      return Double.isNaN(value) ? Cell.MISSING : Cell.of(value > 0 ? "∞" : "-∞");
    }
    String full = Decimal.text(value);
    if (decimals < 0) {
      BigDecimal few = rounded(number);
      return new Cell(shorter(few), few.compareTo(number) == 0 ? null : full, false);
    }
    BigDecimal shown = number.setScale(decimals, RoundingMode.HALF_EVEN);
    boolean whole = shown.compareTo(number) == 0;
    return new Cell(shown.toPlainString(), whole ? null : full, false);
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.round(new MathContext(DIGITS_OF_LARGEST, RoundingMode.HALF_EVEN));
  }

  private static String shorter(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    String scientific = Decimal.scientific(number);
    return plain.length() <= scientific.length() ? plain : scientific;
  }

  /** How many decimals all numbers are given; -1 where no one number of decimals suits them. */
  private static int decimals(BigDecimal[] numbers) {
    int most = 0;
    int largest = Integer.MIN_VALUE;
    int smallest = Integer.MAX_VALUE;
    for (BigDecimal number : numbers) {
      if (number != null && number.signum() != 0) {
        int power = number.precision() - number.scale() - 1;
        most = Math.max(most, number.scale());
        largest = Math.max(largest, power);
        smallest = Math.min(smallest, power);
      }
    }
    if (largest == Integer.MIN_VALUE) {
      return 0;
    }
    int wanted = Math.max(DIGITS_OF_LARGEST - 1 - largest, DIGITS_OF_SMALLEST - 1 - smallest);
    int decimals = Math.min(most, Math.max(DECIMALS_KEPT, wanted));
    return decimals > DECIMALS || largest >= WHOLE_DIGITS ? -1 : decimals;
  }
}
