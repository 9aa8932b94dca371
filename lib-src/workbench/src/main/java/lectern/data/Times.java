package lectern.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** Reads a time as people write it in tables. */
final class Times {
  private Times() {}

  /** A whole number as it stands; a date or date and time as seconds since 1970; else empty. */
  static OptionalLong parse(String text) {
    String when = text.strip();
    if (when.matches("[+-]?\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(when));
    }
    if (when.matches("[+-]?\\d{1,15}\\.0+")) {
      return OptionalLong.of(Long.parseLong(when.substring(0, when.indexOf('.'))));
    }
    String iso = when.replace('/', '-').replaceFirst("^(\\S{10}) +", "$1T");
    try {
      if (iso.length() == 10) {
        return OptionalLong.of(LocalDate.parse(iso).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
      }
      boolean offset = iso.matches(".*T.*(Z|[+-]\\d{2}(:\\d{2})?)");
      return OptionalLong.of(
          offset
              ? OffsetDateTime.parse(iso).toEpochSecond()
              : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }
}
