package lectern.display.widget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lectern.display.UserError;

/** A control's value as the front end writes it. */
record Codec<T>(String attribute, Function<T, Object> write, Function<Object, T> read) {
  static final Codec<Integer> INT =
      new Codec<>("value", value -> value, wire -> (int) Math.rint(number(wire)));
  static final Codec<Double> DOUBLE = new Codec<>("value", value -> value, Codec::number);
  static final Codec<String> TEXT = new Codec<>("value", value -> value, String.class::cast);
  static final Codec<Boolean> TRUTH = new Codec<>("value", value -> value, Boolean.class::cast);
  static final Codec<byte[]> BYTES = new Codec<>("value", value -> value, byte[].class::cast);
  static final Codec<LocalDate> DATE = new Codec<>("value", Codec::date, Codec::date);

  static <N extends Number> Codec<Span<N>> span(Codec<N> end) {
    return new Codec<>(
        "value",
        span -> List.of(span.low(), span.high()),
        wire -> {
          List<?> ends = (List<?>) wire;
          return new Span<>(end.read().apply(ends.get(0)), end.read().apply(ends.get(1)));
        });
  }

  static <T> Codec<T> oneOf(List<T> options) {
    return new Codec<>(
        "index",
        option -> place(options, option),
        wire -> wire == null ? null : options.get((int) number(wire)));
  }

  static <T> Codec<List<T>> someOf(List<T> options) {
    return new Codec<>(
        "index",
        chosen -> chosen.stream().map(each -> place(options, each)).toList(),
        wire -> {
          List<T> chosen = new ArrayList<>();
          ((List<?>) wire).forEach(each -> chosen.add(options.get((int) number(each))));
          return List.copyOf(chosen);
        });
  }

  private static <T> Integer place(List<T> options, T option) {
    if (option == null) {
      return null;
    }
    for (int i = 0; i < options.size(); i++) {
      if (Objects.equals(options.get(i), option)) {
        return i;
      }
    }
    throw new UserError("no such option: " + option + ". Choose one of " + options + ".");
  }

  private static double number(Object wire) {
    return ((Number) wire).doubleValue();
  }

  /** The front end counts months from 0. */
  private static Object date(LocalDate date) {
    return date == null
        ? null
        : Map.of(
            "year",
            date.getYear(),
            "month",
            date.getMonthValue() - 1,
            "date",
            date.getDayOfMonth());
  }

  private static LocalDate date(Object wire) {
    if (!(wire instanceof Map<?, ?> day)) {
      return null;
    }
    return LocalDate.of(
        (int) number(day.get("year")),
        (int) number(day.get("month")) + 1,
        (int) number(day.get("date")));
  }
}
