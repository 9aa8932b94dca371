package lectern.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time as people write it in tables. */
final class Times {
  private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,18})|([+-]?\\d{1,15})\\.0+");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"
              + "(?:(?:T| +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
              + " *(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private Times() {}

  /** A whole number as it stands; a date or date and time as seconds since 1970; else empty. */
  static OptionalLong parse(String text) {
    return parse(text, ZoneOffset.UTC);
  }

  /** True for a whole number, which stands for itself. */
  static boolean isWhole(String text) {
    return WHOLE.matcher(text.strip()).matches();
  }

  /**
   * The same, for dates without an offset in a time zone. {@code 2024-05-01}, {@code 2024/5/1
   * 8:05}, {@code 2024-05-01T08:05:00+08:00}; a fraction of a second is dropped.
   */
  static OptionalLong parse(String text, ZoneId zone) {
    String when = text.strip();
    Matcher whole = WHOLE.matcher(when);
    if (whole.matches()) {
      return OptionalLong.of(Long.parseLong(whole.group(whole.group(1) == null ? 2 : 1)));
    }
    Matcher date = DATE.matcher(when);
    if (!date.matches()) {
      return OptionalLong.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date, 1),
              number(date, 3),
              number(date, 4),
              number(date, 5),
              number(date, 6),
              number(date, 7));
      ZoneId where = date.group(8) == null ? zone : ZoneOffset.of(date.group(8));
      return OptionalLong.of(local.atZone(where).toEpochSecond());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }
}
