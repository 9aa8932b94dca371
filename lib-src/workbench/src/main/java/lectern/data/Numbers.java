package lectern.data;

/** Reads a number as it stands in tables. */
final class Numbers {
  private Numbers() {}

  /** The number, or NaN where the text is none: {@code "1e3"} is one, {@code "0x1p3"} is not. */
  static double parse(String text) {
    String number = text.strip();
    if (number.isEmpty() || "dDfFxX".indexOf(number.charAt(number.length() - 1)) >= 0) {
      return Double.NaN;
    }
    try {
      return number.indexOf('x') >= 0 || number.indexOf('X') >= 0
          ? Double.NaN
          : Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
