package lectern.simulate;

import java.util.Arrays;
import lectern.data.Events;

/** Events in columns of primitive numbers. Events are numbered as in {@link Events#ALL}. */
final class EventList {
  static final int SEARCH = number(Events.SEARCH);
  static final int VIEW = number(Events.VIEW);
  static final int CLICK = number(Events.CLICK);
  static final int FAVOURITE = number(Events.FAVOURITE);
  static final int SHARE = number(Events.SHARE);
  static final int COMMENT = number(Events.COMMENT);
  static final int SUBSCRIBE = number(Events.SUBSCRIBE);
  static final int PURCHASE = number(Events.PURCHASE);
  static final int COMPLETION = number(Events.COMPLETION);
  static final int RATING = number(Events.RATING);
  static final int REFUND = number(Events.REFUND);

  int size;
  int[] user = new int[256];
  int[] course = new int[256];
  byte[] event = new byte[256];
  byte[] place = new byte[256];
  byte[] cause = new byte[256];
  long[] time = new long[256];
  double[] value = new double[256];

  private static int number(String name) {
    return Events.ALL.indexOf(name);
  }

  void add(int user, int course, int event, int place, long time, double value, Cause cause) {
    if (size == this.user.length) {
      grow(size * 2);
    }
    this.user[size] = user;
    this.course[size] = course;
    this.event[size] = (byte) event;
    this.place[size] = (byte) place;
    this.cause[size] = (byte) cause.ordinal();
    this.time[size] = time;
    this.value[size++] = value;
  }

  private void grow(int to) {
    user = Arrays.copyOf(user, to);
    course = Arrays.copyOf(course, to);
    event = Arrays.copyOf(event, to);
    place = Arrays.copyOf(place, to);
    cause = Arrays.copyOf(cause, to);
    time = Arrays.copyOf(time, to);
    value = Arrays.copyOf(value, to);
  }

  /** Adds all events of another list. */
  void addAll(EventList other) {
    if (size + other.size > user.length) {
      grow(Math.max(size + other.size, size * 2));
    }
    System.arraycopy(other.user, 0, user, size, other.size);
    System.arraycopy(other.course, 0, course, size, other.size);
    System.arraycopy(other.event, 0, event, size, other.size);
    System.arraycopy(other.place, 0, place, size, other.size);
    System.arraycopy(other.cause, 0, cause, size, other.size);
    System.arraycopy(other.time, 0, time, size, other.size);
    System.arraycopy(other.value, 0, value, size, other.size);
    size += other.size;
  }

  /** The rows from one on, by time; those of one time in their order. */
  int[] byTime(int from) {
    Integer[] order = new Integer[size - from];
    Arrays.setAll(order, i -> from + i);
    Arrays.sort(order, (a, b) -> Long.compare(time[a], time[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** These rows in this order. */
  EventList rows(int[] chosen) {
    EventList out = new EventList();
    out.grow(Math.max(256, chosen.length));
    for (int row : chosen) {
      out.add(
          user[row],
          course[row],
          event[row],
          place[row],
          time[row],
          value[row],
          Cause.values()[cause[row]]);
    }
    return out;
  }
}
