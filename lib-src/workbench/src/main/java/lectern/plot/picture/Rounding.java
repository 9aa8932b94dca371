package lectern.plot.picture;

/** The pleasant numbers that distances between ticks and widths of bins are rounded to. */
final class Rounding {
  static final double[] DECIMAL = {2, 5, 10};
  static final double[] OF_24 = {1, 2, 3, 6, 12};
  static final double[] OF_60 = {1, 2, 5, 10, 15, 30};
  static final double[] DAYS = {1, 2, 3, 7, 14};
  static final double[] LOG_1 = {
    -0.046, 0, 0.301, 0.477, 0.602, 0.699, 0.778, 0.845, 0.903, 0.954, 1
  };
  static final double[] LOG_2 = {-0.301, 0, 0.301, 0.699, 1};

  private Rounding() {}

  /**
   * The first of the rising numbers that is larger than the value, the last one if none is; down:
   * the last that is not larger, the first one if none is.
   */
  static double up(double value, double[] rising, boolean down) {
    int larger = 0;
    while (larger < rising.length && rising[larger] <= value) {
      larger++;
    }
    return rising[down ? Math.max(0, larger - 1) : Math.min(rising.length - 1, larger)];
  }

  /** The power of ten at or below a positive value. */
  static double powerOfTen(double value) {
    return StrictMath.pow(10, Math.floor(Step.log10(value)));
  }
}
