package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.BaseStream;
import lectern.display.Decimal;
import lectern.display.UserError;
import tech.tablesaw.columns.Column;

/** The values of one direction of a series, from whatever list the notebook has. */
record Values(JsonArray json, Kind kind) {
  /** What an axis must be to hold them. */
  enum Kind {
    NUMBERS("linear", "numbers"),
    DATES("date", "dates"),
    CATEGORIES("category", "categories");

    final String axisType;
    final String words;

    Kind(String axisType, String words) {
      this.axisType = axisType;
      this.words = words;
    }
  }

  /**
   * Arrays, lists, streams and Tablesaw columns of numbers, texts, dates, truth values or enum
   * constants. Missing values (null, NaN, infinite, a column's missing) become null.
   *
   * @param what the name of these values in an error message
   */
  static Values of(Object values, String what) {
    List<Object> all = elements(values, what);
    JsonArray json = new JsonArray(all.size());
    boolean words = false;
    boolean dates = false;
    boolean numbers = false;
    for (Object value : all) {
      JsonElement element = element(value, what);
      json.add(element);
      if (element instanceof JsonPrimitive primitive) {
        boolean date = isDate(value);
        dates |= date;
        numbers |= primitive.isNumber();
        words |= primitive.isString() && !date;
      }
    }
    if ((words ? 1 : 0) + (dates ? 1 : 0) + (numbers ? 1 : 0) > 1) {
      throw new UserError(
          "The "
              + what
              + " mix numbers, texts or dates. Give values of one kind: turn them all into texts "
              + "(String.valueOf) or all into numbers.");
    }
    return new Values(json, words ? Kind.CATEGORIES : dates ? Kind.DATES : Kind.NUMBERS);
  }

  /** 0, 1, 2, … */
  static Values count(int length) {
    JsonArray json = new JsonArray(length);
    for (int i = 0; i < length; i++) {
      json.add(i);
    }
    return new Values(json, Kind.NUMBERS);
  }

  static Values numbers(Object values, String what) {
    Values found = of(values, what);
    if (found.kind != Kind.NUMBERS) {
      throw new UserError("The " + what + " must be numbers, not " + found.kind.words + ".");
    }
    return found;
  }

  int size() {
    return json.size();
  }

  private static List<Object> elements(Object values, String what) {
    List<Object> all = new ArrayList<>();
    if (values instanceof Column<?> column) {
      for (int i = 0; i < column.size(); i++) {
        all.add(column.isMissing(i) ? null : column.get(i));
      }
    } else if (values instanceof Iterable<?> list) {
      list.forEach(all::add);
    } else if (values instanceof BaseStream<?, ?> stream) {
      stream.iterator().forEachRemaining(all::add);
    } else if (values != null && values.getClass().isArray()) {
      int length = Array.getLength(values);
      for (int i = 0; i < length; i++) {
        all.add(Array.get(values, i));
      }
    } else {
      throw new UserError(
          "The "
              + what
              + " must be an array, a list, a stream or a table's column, not "
              + (values == null ? "null" : "a " + values.getClass().getSimpleName())
              + ".");
    }
    return all;
  }

  private static boolean isDate(Object value) {
    return value instanceof java.time.temporal.Temporal && !(value instanceof java.time.LocalTime);
  }

  private static JsonElement element(Object value, String what) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Number number) {
      double size = number.doubleValue();
      return Double.isNaN(size) || Double.isInfinite(size)
          ? JsonNull.INSTANCE
          : new JsonPrimitive(
              number instanceof Float f ? Decimal.shortestOfFloat(f).doubleValue() : number);
    }
    if (value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum
        || value instanceof java.time.LocalTime) {
      return new JsonPrimitive(value.toString());
    }
    String date = date(value);
    if (date == null) {
      throw new UserError(
          "The "
              + what
              + " hold a "
              + value.getClass().getSimpleName()
              + ": give numbers, texts or dates.");
    }
    return new JsonPrimitive(date);
  }

  private static String date(Object value) {
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    LocalDateTime time = null;
    if (value instanceof LocalDateTime local) {
      time = local;
    } else if (value instanceof ZonedDateTime zoned) {
      time = zoned.toLocalDateTime();
    } else if (value instanceof OffsetDateTime offset) {
      time = offset.toLocalDateTime();
    } else if (value instanceof Instant instant) {
      time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    } else if (value instanceof java.time.YearMonth month) {
      return month + "-01";
    } else if (value instanceof java.time.Year year) {
      return year + "-01-01";
    }
    return time == null ? null : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}
