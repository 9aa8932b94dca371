package lectern.plot.picture;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of a date axis: milliseconds since 1970, without a time zone. */
final class Dates {
  static final double SECOND = 1000;
  static final double MINUTE = 60 * SECOND;
  static final double HOUR = 60 * MINUTE;
  static final double DAY = 24 * HOUR;
  static final double MONTH = 30.4375 * DAY;
  static final double YEAR = 365.25 * DAY;

  private static final Pattern DATE =
      Pattern.compile(
          "\\s*(-?\\d{4})-(\\d\\d?)(?:-(\\d\\d?)"
              + "(?:[Tt ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?)?"
              + "(?:[Zz]|[+-]\\d\\d:?\\d\\d)?)?)?\\s*");

  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private Dates() {}

  /** Milliseconds of a date such as 2024-03-01 or 2024-03-01 12:30:00; NaN if it is none. */
  static double parse(String text) {
    Matcher m = DATE.matcher(text);
    if (!m.matches()) {
      return Double.NaN;
    }
    int month = Integer.parseInt(m.group(2));
    int day = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
    int hour = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    int minute = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    double second = m.group(6) == null ? 0 : Double.parseDouble(m.group(6));
    try {
      LocalDateTime start =
          LocalDateTime.of(Integer.parseInt(m.group(1)), month, day, hour, minute);
      if (second >= 60) {
        return Double.NaN;
      }
      return start.toInstant(ZoneOffset.UTC).toEpochMilli() + second * SECOND;
    } catch (java.time.DateTimeException e) {
      return Double.NaN;
    }
  }

  static LocalDateTime at(double millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli((long) Math.floor(millis)), ZoneOffset.UTC);
  }

  static double plusMonths(double millis, int months) {
    double fraction = millis - Math.floor(millis);
    return at(millis).plusMonths(months).toInstant(ZoneOffset.UTC).toEpochMilli() + fraction;
  }

  static String year(double millis) {
    return String.valueOf(at(millis).getYear());
  }

  static String monthYear(double millis) {
    LocalDateTime t = at(millis);
    return MONTHS[t.getMonthValue() - 1] + " " + t.getYear();
  }

  static String dayMonth(double millis) {
    LocalDateTime t = at(millis);
    return MONTHS[t.getMonthValue() - 1] + " " + t.getDayOfMonth();
  }

  /** Hours and minutes; seconds too, with up to the given number of decimals, when not -1. */
  static String time(double millis, int decimals) {
    LocalDateTime t = at(millis + 0.05);
    String text = String.format(Locale.ROOT, "%02d:%02d", t.getHour(), t.getMinute());
    if (decimals < 0) {
      return text;
    }
    double second = Step.mod(millis / SECOND, 60);
    double most = 60 - StrictMath.pow(10, -decimals);
    String seconds =
        String.format(
            Locale.ROOT,
            "%0" + (decimals == 0 ? 2 : decimals + 3) + "." + decimals + "f",
            Math.min(second, most));
    if (decimals > 0) {
      seconds = seconds.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return text + ":" + seconds;
  }
}
