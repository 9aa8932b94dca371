package lectern.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Writes the numbers of one column alike: whole numbers as they are, others with as many decimals
 * as show six digits of the largest, at most six. Very small and very large ones are written with a
 * power of ten.
 */
record Numbers(int decimals) {
  private static final int DIGITS = 6;

  static Numbers of(List<Object> values) {
    int needed = 0;
    double largest = 0;
    for (Object value : values) {
      if (value instanceof Number number && !whole(number)) {
        double size = Math.abs(number.doubleValue());
        if (Double.isFinite(size)) {
          largest = Math.max(largest, size);
          BigDecimal exact = exact(number);
          needed = Math.max(needed, exact.stripTrailingZeros().scale());
        }
      }
    }
    int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
    return new Numbers(Math.max(1, Math.min(needed, Math.max(2, DIGITS - whole))));
  }

  private static boolean whole(Number number) {
    return !(number instanceof Double || number instanceof Float)
        && !(number instanceof BigDecimal);
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal big ? big : new BigDecimal(number.toString());
  }

  String text(Number number) {
    if (whole(number)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 0.5 * Math.pow(10, -decimals) || size >= 1e12)) {
      BigDecimal rounded = exact(number).round(new MathContext(4)).stripTrailingZeros();
      int power = rounded.precision() - rounded.scale() - 1;
      return rounded.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString() + "e" + power;
    }
    return exact(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
