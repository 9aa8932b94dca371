package lectern.clean;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * Drops, fills or flags rows that lack a value, a course, a platform or a time.
 *
 * <pre>{@code
 * MissingValues.drop(MissingValues.Field.TIME)
 * MissingValues.fillMedian().of(Events.PURCHASE, Events.VIEW)
 * }</pre>
 *
 * <p>Only events that can have the field are looked at: those that are named, or else those of
 * which some row has it. So a search without a course is no fault. A named event of which no row
 * has a value has no median either: its rows are flagged.
 *
 * <p>A filled value is a guess: it keeps the middle and makes the spread smaller than it is. Little
 * is lost by that when few are missing, and for no reason that has to do with the value.
 *
 * @param field what must be there
 * @param way what becomes of rows without it
 * @param constant the value for {@link Way#CONSTANT}, finite
 * @param events which events to look at; see above where empty
 */
public record MissingValues(Field field, Way way, double constant, List<String> events)
    implements CleaningStep {
  /** What a row can lack. */
  public enum Field {
    COURSE,
    PLATFORM,
    TIME,
    VALUE
  }

  /** What becomes of rows that lack it. */
  public enum Way {
    DROP,
    FLAG,
    /** The median of the same event: the mean of the two in the middle of an even number. */
    MEDIAN,
    /** The same value for all. */
    CONSTANT
  }

  public MissingValues {
    if (!Double.isFinite(constant)) {
      throw new UserError("The value to fill in must be finite, not " + constant + ".");
    }
    if (field != Field.VALUE && (way == Way.MEDIAN || way == Way.CONSTANT)) {
      throw new UserError("Only values can be filled in; drop or flag rows without " + word(field));
    }
    events = List.copyOf(events);
  }

  public static MissingValues drop(Field field) {
    return new MissingValues(field, Way.DROP, 0, List.of());
  }

  public static MissingValues flag(Field field) {
    return new MissingValues(field, Way.FLAG, 0, List.of());
  }

  /** Values that are missing become the median of those of the same event. */
  public static MissingValues fillMedian() {
    return new MissingValues(Field.VALUE, Way.MEDIAN, 0, List.of());
  }

  /** Values that are missing become this one. */
  public static MissingValues fill(double constant) {
    return new MissingValues(Field.VALUE, Way.CONSTANT, constant, List.of());
  }

  /** Only these events. */
  public MissingValues of(String... names) {
    return new MissingValues(field, way, constant, List.of(names));
  }

  @Override
  public String label() {
    return "missing " + word(field);
  }

  private static String word(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void look(CleaningRows rows) {
    EventLog log = rows.log();
    for (int event = 0; event < log.events().size(); event++) {
      int wanted = event;
      int[] these = IntStream.range(0, log.size()).filter(r -> log.event(r) == wanted).toArray();
      boolean looked =
          events.isEmpty()
              ? IntStream.of(these).anyMatch(row -> has(log, row))
              : events.contains(log.events().id(event));
      if (looked) {
        look(rows, log.events().id(event), these);
      }
    }
  }

  private void look(CleaningRows rows, String event, int[] these) {
    EventLog log = rows.log();
    double[] known =
        IntStream.of(these).mapToDouble(log::value).filter(v -> !Double.isNaN(v)).toArray();
    double median = known.length == 0 ? Double.NaN : new Spread(known).median();
    String lacks = event + " without " + word(field);
    for (int row : these) {
      if (!has(log, row)) {
        switch (way) {
          case DROP -> rows.drop(row, lacks);
          case FLAG -> rows.flag(row, lacks);
          case CONSTANT -> rows.mend(row, constant, lacks);
          case MEDIAN -> {
            if (Double.isNaN(median)) {
              rows.flag(row, lacks + ", as all are: no median");
            } else {
              rows.mend(row, median, lacks);
            }
          }
        }
      }
    }
  }

  private boolean has(EventLog log, int row) {
    return switch (field) {
      case COURSE -> log.course(row) >= 0;
      case PLATFORM -> log.platform(row) >= 0;
      case TIME -> log.hasTime(row);
      case VALUE -> !Double.isNaN(log.value(row));
    };
  }
}
