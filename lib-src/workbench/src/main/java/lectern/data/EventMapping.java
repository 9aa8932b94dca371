package lectern.data;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.display.UserError;

/**
 * Which columns of a file hold what an {@link EventLog} keeps of each event, and how they are
 * written. Immutable: each method gives a further mapping.
 *
 * <pre>{@code
 * EventMapping.of("user_id", "course_id")
 *     .event("action").called("buy", Events.PURCHASE)
 *     .platformNamed("wechat")
 *     .time("at").zone("Asia/Shanghai")
 *     .value("amount")
 *     .userAttributes("age", "city")
 * }</pre>
 *
 * <p>Say what happened by {@link #event} (a column) or {@link #eventNamed} (every row of the file).
 * All else may be missing: then courses, platforms, times or values are. A time is a whole number
 * of seconds since 1970, or a date, with or without a time of day and an offset, such as {@code
 * 2024-05-01}, {@code 2024/5/1 8:05} or {@code 2024-05-01T08:05:00+08:00}; without an offset it is
 * UTC unless {@link #zone} says otherwise.
 *
 * <p>Empty fields and the words that {@link #missing} names are missing.
 */
public final class EventMapping {
  /** What tables write where they know nothing, beside nothing at all. */
  public static final Set<String> MISSING =
      Set.of(
          "NaN", "nan", "NA", "<NA>", "N/A", "n/a", "#N/A", "null", "NULL", "None", "NaT", "\\N");

  private final String user;
  private final Optional<String> course;
  private Optional<String> event = Optional.empty();
  private Optional<String> eventName = Optional.empty();
  private Map<String, String> eventNames = Map.of();
  private Optional<String> platform = Optional.empty();
  private Optional<String> platformName = Optional.empty();
  private Optional<String> time = Optional.empty();
  private boolean milliseconds;
  private ZoneId zone = ZoneOffset.UTC;
  private Optional<String> value = Optional.empty();
  private List<String> userAttributes = List.of();
  private List<String> courseAttributes = List.of();
  private Charset charset = StandardCharsets.UTF_8;
  private Set<String> missing = MISSING;
  private int longestMissing = longest(MISSING);

  private EventMapping(String user, Optional<String> course) {
    this.user = named(user, "user");
    this.course = course;
  }

  private EventMapping(EventMapping from) {
    this(from.user, from.course);
    event = from.event;
    eventName = from.eventName;
    eventNames = from.eventNames;
    platform = from.platform;
    platformName = from.platformName;
    time = from.time;
    milliseconds = from.milliseconds;
    zone = from.zone;
    value = from.value;
    userAttributes = from.userAttributes;
    courseAttributes = from.courseAttributes;
    charset = from.charset;
    missing = from.missing;
    longestMissing = from.longestMissing;
  }

  private static String named(String name, String what) {
    if (name.isBlank()) {
      throw new UserError("Name the " + what + ": it cannot be empty.");
    }
    return name;
  }

  /** The columns of user and course. */
  public static EventMapping of(String user, String course) {
    return new EventMapping(user, Optional.of(named(course, "course")));
  }

  /** The column of users; no event has a course. */
  public static EventMapping of(String user) {
    return new EventMapping(user, Optional.empty());
  }

  /** The column that says what happened. */
  public EventMapping event(String column) {
    EventMapping out = new EventMapping(this);
    out.event = Optional.of(named(column, "column of events"));
    out.eventName = Optional.empty();
    return out;
  }

  /** Every row is this event. */
  public EventMapping eventNamed(String name) {
    EventMapping out = new EventMapping(this);
    out.eventName = Optional.of(named(name, "event"));
    out.event = Optional.empty();
    return out;
  }

  /** What the file calls {@code from} is called {@code to} in the log. */
  public EventMapping called(String from, String to) {
    EventMapping out = new EventMapping(this);
    Map<String, String> names = new LinkedHashMap<>(eventNames);
    names.put(from, named(to, "event"));
    out.eventNames = Map.copyOf(names);
    return out;
  }

  /** The column of platforms. */
  public EventMapping platform(String column) {
    EventMapping out = new EventMapping(this);
    out.platform = Optional.of(named(column, "column of platforms"));
    out.platformName = Optional.empty();
    return out;
  }

  /** Every row comes from this platform. */
  public EventMapping platformNamed(String name) {
    EventMapping out = new EventMapping(this);
    out.platformName = Optional.of(named(name, "platform"));
    out.platform = Optional.empty();
    return out;
  }

  /** The column of times. */
  public EventMapping time(String column) {
    EventMapping out = new EventMapping(this);
    out.time = Optional.of(named(column, "column of times"));
    return out;
  }

  /** Whole numbers of the time column are milliseconds since 1970; seconds are kept. */
  public EventMapping milliseconds() {
    EventMapping out = new EventMapping(this);
    out.milliseconds = true;
    return out;
  }

  /** Dates without an offset are times of this zone, such as {@code "Asia/Shanghai"}. */
  public EventMapping zone(String name) {
    EventMapping out = new EventMapping(this);
    try {
      out.zone = ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new UserError(
          "There is no time zone \"" + name + "\"; \"Asia/Shanghai\" or \"+08:00\" is one.", e);
    }
    return out;
  }

  /** The column of values: minutes, prices, stars. */
  public EventMapping value(String column) {
    EventMapping out = new EventMapping(this);
    out.value = Optional.of(named(column, "column of values"));
    return out;
  }

  /** Columns that say something about the user; a user's first one that is not missing counts. */
  public EventMapping userAttributes(String... columns) {
    EventMapping out = new EventMapping(this);
    out.userAttributes = List.of(columns);
    return out;
  }

  /** Columns that say something about the course; its first one that is not missing counts. */
  public EventMapping courseAttributes(String... columns) {
    EventMapping out = new EventMapping(this);
    out.courseAttributes = List.of(columns);
    return out;
  }

  /** The encoding of a text file, such as {@code "GB18030"}; UTF-8 if unsaid. */
  public EventMapping charset(String name) {
    EventMapping out = new EventMapping(this);
    try {
      out.charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UserError(
          "This Java knows no encoding \"" + name + "\"; it knows UTF-8, GB18030, UTF-16.", e);
    }
    return out;
  }

  /** The words that mean "missing", in place of {@link #MISSING}; an empty field always does. */
  public EventMapping missing(String... words) {
    EventMapping out = new EventMapping(this);
    out.missing = Set.of(words);
    out.longestMissing = longest(out.missing);
    return out;
  }

  private static int longest(Set<String> words) {
    return words.stream().mapToInt(String::length).max().orElse(0);
  }

  String user() {
    return user;
  }

  Optional<String> course() {
    return course;
  }

  Optional<String> event() {
    return event;
  }

  Optional<String> eventName() {
    return eventName;
  }

  String inLog(String event) {
    return eventNames.getOrDefault(event, event);
  }

  Optional<String> platform() {
    return platform;
  }

  Optional<String> platformName() {
    return platformName;
  }

  Optional<String> time() {
    return time;
  }

  boolean inMilliseconds() {
    return milliseconds;
  }

  ZoneId zone() {
    return zone;
  }

  Optional<String> value() {
    return value;
  }

  List<String> userAttributes() {
    return userAttributes;
  }

  List<String> courseAttributes() {
    return courseAttributes;
  }

  Charset charset() {
    return charset;
  }

  /** The field without spaces around it, or "" where it is missing. */
  String field(String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.length() <= longestMissing && missing.contains(stripped) ? "" : stripped;
  }
}
