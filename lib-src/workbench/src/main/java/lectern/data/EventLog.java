package lectern.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Who did what to which course, where, when and for how much: one row for each event, in the order
 * in which rows were added. Immutable.
 *
 * <pre>{@code
 * var log = EventLog.builder()
 *     .add("ann", "java", Events.VIEW, "wechat", 1_700_000_000, 35)
 *     .add("ann", "java", Events.PURCHASE, "app", 1_700_000_300, 99)
 *     .build();
 * log.interactions(Events.PURCHASE)   // what recommenders learn from
 * }</pre>
 *
 * <p>Times are seconds since 1970, UTC. What the value means depends on the event: minutes of a
 * view, the price of a purchase, the stars of a rating. Missing are a course or platform with the
 * number −1 (a search has no course), a time of {@link #NO_TIME}, a value of NaN. Users, courses,
 * events and platforms are numbered as in {@link IdIndex}.
 *
 * <p>Attributes of users and courses are tables whose first column, {@code "user"} or {@code
 * "course"}, holds ids; either may have no rows, and ids that no event has.
 */
public final class EventLog implements Displayable {
  /** The time of a row that has none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private final IdIndex users;
  private final IdIndex courses;
  private final IdIndex events;
  private final IdIndex platforms;
  private final int[] user;
  private final int[] course;
  private final int[] event;
  private final int[] platform;
  private final long[] time;
  private final double[] value;
  private final Table userAttributes;
  private final Table courseAttributes;

  EventLog(
      IdIndex users,
      IdIndex courses,
      IdIndex events,
      IdIndex platforms,
      int[][] numbers,
      long[] time,
      double[] value,
      Table userAttributes,
      Table courseAttributes) {
    this.users = users;
    this.courses = courses;
    this.events = events;
    this.platforms = platforms;
    this.user = numbers[0];
    this.course = numbers[1];
    this.event = numbers[2];
    this.platform = numbers[3];
    this.time = time;
    this.value = value;
    this.userAttributes = userAttributes;
    this.courseAttributes = courseAttributes;
  }

  /** Collects rows. */
  public static EventLogBuilder builder() {
    return new EventLogBuilder();
  }

  /**
   * The events of a CSV, Parquet or JSON lines file, and the rows that could not be read.
   *
   * @throws UserError if the file is not there, empty, not in its encoding, or lacks a column
   */
  public static EventReading read(Path file, EventMapping mapping) {
    return read(EventFile.of(file, mapping));
  }

  /** The events of several files, such as one of each platform, as one log. */
  public static EventReading read(EventFile... files) {
    return EventReading.of(List.of(files));
  }

  /** How many events there are. */
  public int size() {
    return user.length;
  }

  public IdIndex users() {
    return users;
  }

  public IdIndex courses() {
    return courses;
  }

  /** The names of the events that occur. */
  public IdIndex events() {
    return events;
  }

  public IdIndex platforms() {
    return platforms;
  }

  public int user(int row) {
    return user[row];
  }

  /** The course's number, or −1. */
  public int course(int row) {
    return course[row];
  }

  public int event(int row) {
    return event[row];
  }

  /** The platform's number, or −1. */
  public int platform(int row) {
    return platform[row];
  }

  /** Seconds since 1970, or {@link #NO_TIME}. */
  public long time(int row) {
    return time[row];
  }

  public boolean hasTime(int row) {
    return time[row] != NO_TIME;
  }

  /** The value, or NaN. */
  public double value(int row) {
    return value[row];
  }

  public String userId(int row) {
    return users.id(user[row]);
  }

  /** The course's id, or "" where there is none. */
  public String courseId(int row) {
    return course[row] < 0 ? "" : courses.id(course[row]);
  }

  public String eventName(int row) {
    return events.id(event[row]);
  }

  /** The platform's id, or "" where there is none. */
  public String platformId(int row) {
    return platform[row] < 0 ? "" : platforms.id(platform[row]);
  }

  /** True when the row is an event of this name. */
  public boolean is(int row, String name) {
    return events.id(event[row]).equals(name);
  }

  /** How many events have this name. */
  public int count(String name) {
    int wanted = events.number(name);
    return (int) Arrays.stream(event).filter(e -> e == wanted).count();
  }

  /** One row for each user of whom something is known: {@code user}, then attributes; a copy. */
  public Table userAttributes() {
    return userAttributes.copy();
  }

  /** One row for each course of which something is known: {@code course}, then attributes. */
  public Table courseAttributes() {
    return courseAttributes.copy();
  }

  /** The same events with these attributes of users: its first column must be {@code "user"}. */
  public EventLog withUserAttributes(Table table) {
    return with(checked(table, "user"), courseAttributes);
  }

  /** The same events with these attributes of courses: its first column must be "course". */
  public EventLog withCourseAttributes(Table table) {
    return with(userAttributes, checked(table, "course"));
  }

  static Table checked(Table table, String key) {
    if (table.columnCount() == 0 || !table.column(0).name().equals(key)) {
      throw new UserError(
          "The first column of these attributes must be \""
              + key
              + "\", not "
              + (table.columnCount() == 0 ? "missing" : "\"" + table.column(0).name() + "\"")
              + ": rename it.");
    }
    StringColumn ids = StringColumn.create(key);
    for (int i = 0; i < table.rowCount(); i++) {
      ids.append(table.getString(i, 0));
    }
    if (ids.asList().stream().anyMatch(String::isBlank)) {
      throw new UserError("A row of these attributes has no " + key + ": leave it out.");
    }
    if (ids.countUnique() != ids.size()) {
      throw new UserError("Each " + key + " may stand only once in the table of its attributes.");
    }
    Table copy = table.copy();
    copy.replaceColumn(0, ids);
    return copy;
  }

  private EventLog with(Table newUsers, Table newCourses) {
    return new EventLog(
        users, courses, events, platforms, numbers(), time, value, newUsers, newCourses);
  }

  private int[][] numbers() {
    return new int[][] {user, course, event, platform};
  }

  /** The rows of which this is true, in their order; ids keep their numbers. */
  public EventLog where(IntPredicate keep) {
    return rows(IntStream.range(0, size()).filter(keep).toArray());
  }

  /** The events of these names. */
  public EventLog only(String... names) {
    List<String> wanted = List.of(names);
    return where(row -> wanted.contains(eventName(row)));
  }

  /** The events from a time (included) to another (excluded); rows without a time are left out. */
  public EventLog between(long from, long to) {
    return where(row -> hasTime(row) && time[row] >= from && time[row] < to);
  }

  /** These rows in this order; ids keep their numbers. */
  public EventLog rows(int... chosen) {
    int[][] numbers = new int[4][];
    for (int c = 0; c < 4; c++) {
      int[] from = numbers()[c];
      numbers[c] = Arrays.stream(chosen).map(row -> from[row]).toArray();
    }
    return new EventLog(
        users,
        courses,
        events,
        platforms,
        numbers,
        Arrays.stream(chosen).mapToLong(row -> time[row]).toArray(),
        Arrays.stream(chosen).mapToDouble(row -> value[row]).toArray(),
        userAttributes,
        courseAttributes);
  }

  /** By time, rows of one time in their order; rows without a time first. */
  public EventLog sortedByTime() {
    return rows(
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparingLong(row -> time[row]))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /**
   * The same events with these values, one for each row.
   *
   * @param values finite or NaN
   */
  public EventLog withValues(double... values) {
    checkLength(values.length, "values");
    if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
      throw new UserError("The values of events must be finite numbers or NaN.");
    }
    return new EventLog(
        users,
        courses,
        events,
        platforms,
        numbers(),
        time,
        values.clone(),
        userAttributes,
        courseAttributes);
  }

  /** The same events at these times, one for each row: seconds since 1970, or {@link #NO_TIME}. */
  public EventLog withTimes(long... times) {
    checkLength(times.length, "times");
    return new EventLog(
        users,
        courses,
        events,
        platforms,
        numbers(),
        times.clone(),
        value,
        userAttributes,
        courseAttributes);
  }

  /**
   * The same events on these platforms, one for each row.
   *
   * @param ids ids of platforms; "" where it is not known
   */
  public EventLog withPlatforms(String... ids) {
    checkLength(ids.length, "platforms");
    IdIndex named = IdIndex.of(Arrays.stream(ids).filter(id -> !id.isEmpty()).toList());
    int[][] numbers = numbers();
    numbers[3] = Arrays.stream(ids).mapToInt(named::number).toArray();
    return new EventLog(
        users, courses, events, named, numbers, time, value, userAttributes, courseAttributes);
  }

  private void checkLength(int length, String what) {
    if (length != size()) {
      throw new UserError(
          "There must be as many " + what + " as events: " + length + " for " + size() + ".");
    }
  }

  /**
   * The same events under other user ids: two ids that become one are one user afterwards.
   * Attributes of users are carried over to the new ids, the first row of several winning.
   */
  public EventLog renameUsers(UnaryOperator<String> newId) {
    EventLogBuilder out = renamed((platform, id) -> newId.apply(id));
    users.ids().forEach(id -> out.user(newId.apply(id)));
    return out.userAttributes(renamedAttributes(newId)).build();
  }

  /**
   * The same events under user ids that depend on the platform as well, for logs in which one id
   * means another person elsewhere. Attributes of users keep their ids.
   *
   * @param newId of a platform's id ("" where a row has none) and a user's id
   */
  public EventLog renameUsers(BinaryOperator<String> newId) {
    return renamed(newId).build();
  }

  private EventLogBuilder renamed(BinaryOperator<String> newId) {
    EventLogBuilder out = new EventLogBuilder();
    for (int row = 0; row < size(); row++) {
      out.add(
          newId.apply(platformId(row), userId(row)),
          course[row] < 0 ? null : courseId(row),
          eventName(row),
          platform[row] < 0 ? null : platformId(row),
          time[row],
          value[row]);
    }
    courses.ids().forEach(out::course);
    return out.userAttributes(userAttributes).courseAttributes(courseAttributes);
  }

  private Table renamedAttributes(UnaryOperator<String> newId) {
    StringColumn ids = StringColumn.create("user");
    List<Integer> kept = new ArrayList<>();
    HashSet<String> seen = new HashSet<>();
    for (int i = 0; i < userAttributes.rowCount(); i++) {
      ids.append(newId.apply(userAttributes.getString(i, 0)));
      if (seen.add(ids.get(i))) {
        kept.add(i);
      }
    }
    Table renamed = userAttributes.copy();
    renamed.replaceColumn(0, ids);
    return kept.isEmpty()
        ? renamed
        : renamed.rows(kept.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * Users × courses: how often each user did one of these things, or Σ over the named events.
   * Without names, every event with a course counts. Times are those of the last such event; they
   * are kept when every counted row has one.
   */
  public Interactions interactions(String... names) {
    List<String> wanted = List.of(names);
    return interactions(
        row -> course[row] >= 0 && (wanted.isEmpty() || wanted.contains(eventName(row))),
        row -> 1,
        DuplicateRule.SUM);
  }

  /** Users × courses: Σ of the weights of what a user did; names without a weight do not count. */
  public Interactions interactions(Map<String, Double> weights) {
    return interactions(
        row -> course[row] >= 0 && weights.containsKey(eventName(row)),
        row -> weights.get(eventName(row)),
        DuplicateRule.SUM);
  }

  /** Users × courses: the values of one kind of event, such as ratings; the last one counts. */
  public Interactions values(String name) {
    return interactions(
        row -> course[row] >= 0 && is(row, name) && !Double.isNaN(value[row]),
        row -> value[row],
        DuplicateRule.KEEP_LAST);
  }

  private Interactions interactions(
      IntPredicate counts, IntToDoubleFunction worth, DuplicateRule rule) {
    InteractionsBuilder out = Interactions.builder().duplicates(rule);
    users.ids().forEach(out::user);
    courses.ids().forEach(out::item);
    int[] rows = IntStream.range(0, size()).filter(counts).toArray();
    boolean timed = Arrays.stream(rows).allMatch(this::hasTime) && rows.length > 0;
    for (int row : rows) {
      if (timed) {
        out.add(userId(row), courseId(row), worth.applyAsDouble(row), time[row]);
      } else {
        out.add(userId(row), courseId(row), worth.applyAsDouble(row));
      }
    }
    return out.build();
  }

  /** The events as a table: user, course, event, platform, time, value. */
  public Table table() {
    StringColumn userColumn = StringColumn.create("user");
    StringColumn courseColumn = StringColumn.create("course");
    StringColumn eventColumn = StringColumn.create("event");
    StringColumn platformColumn = StringColumn.create("platform");
    LongColumn timeColumn = LongColumn.create("time");
    DoubleColumn valueColumn = DoubleColumn.create("value");
    for (int row = 0; row < size(); row++) {
      userColumn.append(userId(row));
      courseColumn.append(courseId(row));
      eventColumn.append(eventName(row));
      platformColumn.append(platformId(row));
      if (hasTime(row)) {
        timeColumn.append(time[row]);
      } else {
        timeColumn.appendMissing();
      }
      valueColumn.append(value[row]);
    }
    return Table.create(
        "events", userColumn, courseColumn, eventColumn, platformColumn, timeColumn, valueColumn);
  }

  /** For each event its rows, users and courses, in the order of the names. */
  public Table summary() {
    IntColumn rows = IntColumn.create("rows");
    IntColumn byUsers = IntColumn.create("users");
    IntColumn ofCourses = IntColumn.create("courses");
    for (int e = 0; e < events.size(); e++) {
      int wanted = e;
      int[] these = IntStream.range(0, size()).filter(row -> event[row] == wanted).toArray();
      rows.append(these.length);
      byUsers.append((int) Arrays.stream(these).map(r -> user[r]).distinct().count());
      ofCourses.append(
          (int) Arrays.stream(these).map(r -> course[r]).filter(c -> c >= 0).distinct().count());
    }
    return Table.create(
        "events by kind", StringColumn.create("event", events.ids()), rows, byUsers, ofCourses);
  }

  /**
   * SHA-256 of ids, rows and attributes, as 64 hexadecimal digits. Equal content in the same order,
   * equal checksum, on every machine.
   */
  public String checksum() {
    Sha256 sum = new Sha256();
    for (IdIndex ids : List.of(users, courses, events, platforms)) {
      sum.add(ids.size());
      ids.ids().forEach(sum::add);
    }
    for (int row = 0; row < size(); row++) {
      for (int[] numbers : numbers()) {
        sum.add(numbers[row]);
      }
      sum.add(time[row]);
      sum.add(Double.doubleToLongBits(value[row]));
    }
    for (Table table : List.of(userAttributes, courseAttributes)) {
      table.columns().forEach(column -> addColumn(sum, column));
    }
    return sum.hex();
  }

  private static void addColumn(Sha256 sum, tech.tablesaw.columns.Column<?> column) {
    sum.add(column.name());
    for (int i = 0; i < column.size(); i++) {
      sum.add(Objects.toString(column.get(i)));
    }
  }

  /** Same ids, rows and attributes. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EventLog that && checksum().equals(that.checksum());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(user) + Arrays.hashCode(time);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d events of %,d users with %,d courses on %,d platforms",
        size(),
        Arrays.stream(user).distinct().count(),
        Arrays.stream(course).filter(c -> c >= 0).distinct().count(),
        Arrays.stream(platform).filter(p -> p >= 0).distinct().count());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), summary());
  }
}
