package lectern.plot.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The outermost points of an axis and the room each needs, from which the range is found: the
 * smallest range in which every point, with its padding in pixels, lies inside the axis.
 */
final class Extremes {
  /** Beyond this, values no longer count: sums would overflow. */
  private static final double SAFE = Double.MAX_VALUE / 10000;

  /** What a trace asks for around its points. */
  record Room(
      boolean padded,
      boolean toZero,
      double above,
      double below,
      double valueAbove,
      double valueBelow) {
    static final Room TIGHT = new Room(false, false, 0, 0, 0, 0);
    static final Room PADDED = new Room(true, false, 0, 0, 0, 0);

    Room pixels(double each) {
      return new Room(padded, toZero, each, each, valueAbove, valueBelow);
    }

    Room zero() {
      return new Room(padded, true, above, below, valueAbove, valueBelow);
    }
  }

  private record Point(double value, double pad, boolean extra) {}

  private final List<Point> low = new ArrayList<>();
  private final List<Point> high = new ArrayList<>();

  boolean isEmpty() {
    return low.isEmpty() || high.isEmpty();
  }

  /** Values in the axis's linear space (logarithms on a logarithmic axis); NaN is left out. */
  void add(double[] linear, Room room, boolean zeroCounts) {
    for (double value : linear) {
      add(value, room.below(), room.above(), room, zeroCounts);
    }
  }

  void add(double value, double padBelow, double padAbove, Room room, boolean zeroCounts) {
    if (!(Math.abs(value) < SAFE)) {
      return;
    }
    double min = value - room.valueBelow();
    double max = value + room.valueAbove();
    boolean zero = room.toZero() && zeroCounts;
    if (zero) {
      min = Math.min(0, min);
      max = Math.max(0, max);
    }
    insert(low, min, padBelow, room.padded(), zero, -1);
    insert(high, max, padAbove, room.padded(), zero, 1);
  }

  private static void insert(
      List<Point> points, double value, double pad, boolean extra, boolean zero, int sign) {
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (sign * point.value >= sign * value && point.pad >= pad && (point.extra || !extra)) {
        return;
      }
      if (sign * value >= sign * point.value && point.pad <= pad && (extra || !point.extra)) {
        points.remove(i--);
      }
    }
    boolean clip = zero && value == 0;
    points.add(new Point(value, clip ? 0 : pad, !clip && extra));
  }

  /** Takes in what another axis that shares its range found. */
  void addAll(Extremes other) {
    for (Point p : other.low) {
      insert(low, p.value, p.pad, p.extra, false, -1);
    }
    for (Point p : other.high) {
      insert(high, p.value, p.pad, p.extra, false, 1);
    }
  }

  /**
   * The rising range for an axis of that many pixels.
   *
   * @param mode normal, tozero or nonnegative
   */
  double[] range(double length, String mode) {
    boolean toZero = mode.equals("tozero");
    boolean notNegative = mode.equals("nonnegative");
    double min = low.stream().mapToDouble(Point::value).min().orElseThrow();
    double max = high.stream().mapToDouble(Point::value).max().orElseThrow();
    if (min == max) {
      return oneValue(min, length, toZero, notNegative);
    }
    Point from = null;
    Point to = null;
    double best = 0;
    for (Point a : low) {
      for (Point b : high) {
        double span = b.value - a.value;
        double free = length - pad(a, length) - pad(b, length);
        boolean roomy = free > length / 10;
        double each = span / (roomy ? free : length);
        if (span > 0 && each > best) {
          from = roomy ? a : new Point(a.value, 0, false);
          to = roomy ? b : new Point(b.value, 0, false);
          best = each;
        }
      }
    }
    Point zero = new Point(0, 0, false);
    if (toZero) {
      from = from.value >= 0 ? zero : from;
      to = to.value <= 0 ? zero : to;
    } else if (notNegative) {
      from = from.value - best * pad(from, length) < 0 ? zero : from;
      to = to.value <= 0 ? new Point(1, 0, false) : to;
    }
    double each = (to.value - from.value) / (length - pad(from, length) - pad(to, length));
    return new double[] {from.value - each * pad(from, length), to.value + each * pad(to, length)};
  }

  private double[] oneValue(double value, double length, boolean toZero, boolean notNegative) {
    if (toZero && value == 0) {
      return new double[] {0, 1};
    }
    if (toZero) {
      List<Point> side = value > 0 ? high : low;
      double most = side.stream().mapToDouble(p -> pad(p, length)).max().orElse(0);
      double end = value / (1 - Math.min(0.5, most / length));
      return value > 0 ? new double[] {0, end} : new double[] {end, 0};
    }
    if (notNegative) {
      return new double[] {Math.max(0, value - 1), Math.max(1, value + 1)};
    }
    return new double[] {value - 1, value + 1};
  }

  private static double pad(Point point, double length) {
    return point.pad + (point.extra ? 0.05 * length : 0);
  }
}
