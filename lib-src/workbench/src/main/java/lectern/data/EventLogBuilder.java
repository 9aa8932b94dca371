package lectern.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Collects the rows of an {@link EventLog}, in the order in which they stay. */
public final class EventLogBuilder {
  private static final int USER = 0;
  private static final int COURSE = 1;
  private static final int EVENT = 2;
  private static final int PLATFORM = 3;
  private static final List<String> WORDS = List.of("user", "course", "event", "platform");

  private final List<Map<String, Integer>> known = new ArrayList<>();
  private final int[][] numbers = new int[4][1024];
  private long[] times = new long[1024];
  private double[] values = new double[1024];
  private int rows;
  private Table userAttributes = Table.create("users", StringColumn.create("user"));
  private Table courseAttributes = Table.create("courses", StringColumn.create("course"));

  EventLogBuilder() {
    for (int c = 0; c < 4; c++) {
      known.add(new LinkedHashMap<>());
    }
  }

  /** Adds an event without a value. */
  public EventLogBuilder add(String user, String course, String event, String platform, long time) {
    return add(user, course, event, platform, time, Double.NaN);
  }

  /**
   * Adds an event.
   *
   * @param course null where the event has none
   * @param platform null where it is not known
   * @param time seconds since 1970, or {@link EventLog#NO_TIME}
   * @param value NaN where the event has none; never infinite
   */
  public EventLogBuilder add(
      String user, String course, String event, String platform, long time, double value) {
    if (Double.isInfinite(value)) {
      throw new UserError(
          "The value of an event must be a finite number or NaN, not "
              + value
              + " (user \""
              + user
              + "\", event \""
              + event
              + "\").");
    }
    if (rows == times.length) {
      for (int c = 0; c < 4; c++) {
        numbers[c] = Arrays.copyOf(numbers[c], rows * 2);
      }
      times = Arrays.copyOf(times, rows * 2);
      values = Arrays.copyOf(values, rows * 2);
    }
    numbers[USER][rows] = number(USER, user);
    numbers[COURSE][rows] = course == null ? -1 : number(COURSE, course);
    numbers[EVENT][rows] = number(EVENT, event);
    numbers[PLATFORM][rows] = platform == null ? -1 : number(PLATFORM, platform);
    times[rows] = time;
    values[rows++] = value;
    return this;
  }

  /** Makes a user known who did nothing. */
  public EventLogBuilder user(String user) {
    number(USER, user);
    return this;
  }

  /** Makes a course known that nobody touched. */
  public EventLogBuilder course(String course) {
    number(COURSE, course);
    return this;
  }

  /** What is known of users: the first column is {@code "user"}, each user once. */
  public EventLogBuilder userAttributes(Table table) {
    userAttributes = EventLog.checked(table, "user");
    return this;
  }

  /** What is known of courses: the first column is {@code "course"}, each course once. */
  public EventLogBuilder courseAttributes(Table table) {
    courseAttributes = EventLog.checked(table, "course");
    return this;
  }

  private int number(int kind, String id) {
    if (id == null || id.isEmpty()) {
      throw new UserError("An event needs a " + WORDS.get(kind) + ", which is empty here.");
    }
    Map<String, Integer> numbersOf = known.get(kind);
    Integer number = numbersOf.get(id);
    if (number == null) {
      number = numbersOf.size();
      numbersOf.put(id, number);
    }
    return number;
  }

  /** The log of all rows added so far. */
  public EventLog build() {
    IdIndex[] index = new IdIndex[4];
    int[][] renumbered = new int[4][];
    for (int c = 0; c < 4; c++) {
      index[c] = IdIndex.of(known.get(c).keySet());
      int[] to = known.get(c).keySet().stream().mapToInt(index[c]::number).toArray();
      int[] column = numbers[c];
      renumbered[c] =
          Arrays.stream(column, 0, rows).map(number -> number < 0 ? -1 : to[number]).toArray();
    }
    return new EventLog(
        index[USER],
        index[COURSE],
        index[EVENT],
        index[PLATFORM],
        renumbered,
        Arrays.copyOf(times, rows),
        Arrays.copyOf(values, rows),
        userAttributes,
        courseAttributes);
  }
}
