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
    if (isPlainDate(when)) {
      return plainDate(when, zone);
    }
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

  /** The form that most tables use, {@code 2024-05-01 08:05:00} or its first ten characters. */
  private static boolean isPlainDate(String when) {
    if (when.length() != 10 && when.length() != 19) {
      return false;
    }
    for (int i = 0; i < when.length(); i++) {
      char c = when.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == ' ' || c == 'T';
            case 13, 16 -> c == ':';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static OptionalLong plainDate(String when, ZoneId zone) {
    boolean timed = when.length() == 19;
    try {
      LocalDateTime local =
          LocalDateTime.of(
              two(when, 0) * 100 + two(when, 2),
              two(when, 5),
              two(when, 8),
              timed ? two(when, 11) : 0,
              timed ? two(when, 14) : 0,
              timed ? two(when, 17) : 0);
      return OptionalLong.of(
          zone instanceof ZoneOffset offset
              ? local.toEpochSecond(offset)
              : local.atZone(zone).toEpochSecond());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static int two(String digits, int at) {
    return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
  }

  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }
}
