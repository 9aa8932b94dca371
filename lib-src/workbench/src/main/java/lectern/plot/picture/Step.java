package lectern.plot.picture;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far apart ticks or bins are: a plain distance ({@code n}), months ({@code M}), equal steps of
 * the value on a logarithmic axis ({@code L}), or every digit ({@code D} 1) or 1, 2, 5 ({@code D}
 * 2) of each decade.
 */
record Step(char kind, double size) {
  static Step of(double distance) {
    return new Step('n', distance);
  }

  /** Reads a {@code dtick}: a number, or a letter and a number. */
  static Step parse(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first == 'M' || first == 'L' || first == 'D'
        ? new Step(first, Double.parseDouble(text.substring(1)))
        : of(Double.parseDouble(text));
  }

  boolean plain() {
    return kind == 'n';
  }

  /** The next position after x, or the one before it. */
  double next(double x, boolean back) {
    double sign = back ? -1 : 1;
    return switch (kind) {
      case 'n' -> increment(x, sign * size);
      case 'M' -> Dates.plusMonths(x, (int) (sign * size));
      case 'L' -> log10(StrictMath.pow(10, x) + sign * size);
      default -> {
        double moved = x + sign * 0.01;
        double fraction = Rounding.up(mod(moved, 1), digits(), back);
        yield Math.floor(moved) + log10(roundTenth(StrictMath.pow(10, fraction)));
      }
    };
  }

  /** The first position at or inside the start of a range; falling ranges go down. */
  double first(double[] range, double tick0) {
    boolean back = range[1] < range[0];
    double start = range[0] - (range[1] - range[0]) * 0.0001;
    return switch (kind) {
      case 'n' -> round((start - tick0) / size, back) * size + tick0;
      case 'M' -> firstMonth(start, tick0, back);
      case 'L' -> log10(round((StrictMath.pow(10, start) - tick0) / size, back) * size + tick0);
      default -> {
        double fraction = Rounding.up(mod(start, 1), digits(), back);
        yield Math.floor(start) + log10(roundTenth(StrictMath.pow(10, fraction)));
      }
    };
  }

  private double firstMonth(double start, double tick0, boolean back) {
    double from = tick0;
    for (int i = 0; i < 10; i++) {
      double to = next(from, back);
      if ((to - start) * (from - start) <= 0) {
        return back ? Math.min(from, to) : Math.max(from, to);
      }
      double times = (start - (from + to) / 2) / (to - from);
      long whole = Math.max(1, Math.abs(Math.round(times)));
      from = new Step('M', whole * size).next(from, (times < 0) != back);
    }
    return from;
  }

  private double[] digits() {
    return size == 2 ? Rounding.LOG_2 : Rounding.LOG_1;
  }

  private static double round(double value, boolean down) {
    return down ? Math.floor(value) : Math.ceil(value);
  }

  /** x plus a distance; a sum that is off a short number by rounding becomes that number. */
  private static double increment(double x, double distance) {
    double scale = 1 / Math.abs(distance);
    double sum = scale > 1 ? (scale * x + scale * distance) / scale : x + distance;
    double rounded = new BigDecimal(sum).round(new MathContext(12)).doubleValue();
    return Math.abs(rounded - sum) <= 8 * Math.ulp(sum) ? rounded : sum;
  }

  private static double roundTenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  static double mod(double value, double by) {
    double rest = value % by;
    return rest < 0 ? rest + by : rest;
  }

  static double log10(double value) {
    return StrictMath.log(value) / StrictMath.log(10);
  }
}
