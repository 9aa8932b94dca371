package lectern.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Adds the rows of one file to a log, and sets aside those that say no event. */
final class EventRows implements RowSink {
  /** Seconds of a year about 5100: a larger number of seconds is one of milliseconds. */
  private static final long LATEST = 100_000_000_000L;

  private static final Pattern COMPACT_DATE =
      Pattern.compile("(19|20)\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])");

  private final EventFile file;
  private final EventMapping mapping;
  private final EventLogBuilder out;
  private final AttributeRows users;
  private final AttributeRows courses;
  private final List<BadRow> bad;
  private final List<Integer> wanted = new ArrayList<>();
  private int course = -1;
  private int event = -1;
  private int platform = -1;
  private int time = -1;
  private int value = -1;
  private int userAttributes;
  private int courseAttributes;
  private int read;
  private int setAside;

  EventRows(
      EventFile file,
      EventLogBuilder out,
      AttributeRows users,
      AttributeRows courses,
      List<BadRow> bad) {
    this.file = file;
    this.mapping = file.mapping();
    this.out = out;
    this.users = users;
    this.courses = courses;
    this.bad = bad;
  }

  int read() {
    return read;
  }

  int setAside() {
    return setAside;
  }

  @Override
  public int[] columns(List<String> names) {
    place(names, Optional.of(mapping.user()));
    course = place(names, mapping.course());
    event = place(names, mapping.event());
    platform = place(names, mapping.platform());
    time = place(names, mapping.time());
    value = place(names, mapping.value());
    userAttributes = wanted.size();
    mapping.userAttributes().forEach(name -> place(names, Optional.of(name)));
    courseAttributes = wanted.size();
    mapping.courseAttributes().forEach(name -> place(names, Optional.of(name)));
    mapping.userAttributes().forEach(users::column);
    mapping.courseAttributes().forEach(courses::column);
    return wanted.stream().mapToInt(Integer::intValue).toArray();
  }

  private int place(List<String> names, Optional<String> column) {
    if (column.isEmpty()) {
      return -1;
    }
    wanted.add(RowSink.find(file.name(), names, column.get()));
    return wanted.size() - 1;
  }

  @Override
  public void row(long line, String[] fields) {
    String reason = add(fields);
    if (reason.isEmpty()) {
      read++;
    } else {
      bad(line, reason);
    }
  }

  @Override
  public void bad(long line, String reason) {
    read++;
    setAside++;
    bad.add(new BadRow(file.name(), line, reason));
  }

  /** Adds the row, or says why it cannot. */
  private String add(String[] fields) {
    String userId = mapping.field(fields[0]);
    if (userId.isEmpty()) {
      return "user is " + said(fields[0]);
    }
    String what = mapping.eventName().orElseGet(() -> mapping.field(fields[event]));
    if (what.isEmpty()) {
      return "event is " + said(fields[event]);
    }
    String when = field(fields, time);
    String wrong = when.isEmpty() ? "" : wrongTime(when);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    String worth = field(fields, value);
    double number = Double.NaN;
    if (!worth.isEmpty()) {
      number = Numbers.parse(worth);
      if (!Double.isFinite(number)) {
        return "value " + Quoted.of(worth) + " is not a finite number";
      }
    }
    String courseId = field(fields, course);
    String platformId = mapping.platformName().orElseGet(() -> field(fields, platform));
    out.add(
        userId,
        courseId.isEmpty() ? null : courseId,
        mapping.inLog(what),
        platformId.isEmpty() ? null : platformId,
        when.isEmpty() ? EventLog.NO_TIME : seconds(when).getAsLong(),
        number);
    note(fields, userId, courseId);
    return "";
  }

  private String wrongTime(String when) {
    OptionalLong seconds = seconds(when);
    if (seconds.isEmpty()) {
      return "time " + Quoted.of(when) + " is neither a whole number nor a date";
    }
    if (when.length() == 8 && COMPACT_DATE.matcher(when).matches()) {
      return "time " + when + " may be seconds or a date: write dates like 2024-05-01";
    }
    return Math.abs(seconds.getAsLong()) > LATEST
        ? "time " + when + " is no number of seconds; if it is milliseconds: .milliseconds()"
        : "";
  }

  private OptionalLong seconds(String when) {
    OptionalLong number = Times.parse(when, mapping.zone());
    return mapping.inMilliseconds() && number.isPresent() && Times.isWhole(when)
        ? OptionalLong.of(Math.floorDiv(number.getAsLong(), 1000L))
        : number;
  }

  private void note(String[] fields, String userId, String courseId) {
    int place = userAttributes;
    for (String name : mapping.userAttributes()) {
      users.put(userId, name, field(fields, place++));
    }
    place = courseAttributes;
    for (String name : mapping.courseAttributes()) {
      if (!courseId.isEmpty()) {
        courses.put(courseId, name, field(fields, place));
      }
      place++;
    }
  }

  private String field(String[] fields, int place) {
    return place < 0 ? "" : mapping.field(fields[place]);
  }

  private static String said(String text) {
    return text == null || text.isBlank()
        ? "empty"
        : "\"" + text.strip() + "\", which means missing";
  }
}
