package lectern.simulate;

/** When sessions are: the week's and the day's rhythm. */
final class Rhythm {
  /** Sessions by hour of those who keep day hours, and of those who come in the evening. */
  private static final double[] DAY = {
    1, .5, .3, .2, .3, .8, 2, 4, 5, 5, 5, 6, 8, 7, 5, 5, 5, 6, 5, 4, 4, 4, 3, 2
  };

  private static final double[] EVENING = {
    3, 1, .3, .1, .1, .2, .5, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 2, 5, 9, 12, 13, 10, 6
  };

  private Rhythm() {}

  /** The second of the week, from four numbers from 0 to 1. */
  static long second(Segment segment, double day, double kind, double hour, double within) {
    double[] days = {1, 1, 1, 1, 1, segment.traits().weekend(), segment.traits().weekend()};
    double[] hours = kind < segment.traits().evening() ? EVENING : DAY;
    int hourOfDay = Draws.pick(hours, hour);
    return Draws.pick(days, day) * World.DAY + hourOfDay * 3600 + (long) (within * 3000);
  }
}
