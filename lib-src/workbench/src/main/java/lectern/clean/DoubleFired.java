package lectern.clean;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * Drops events that were sent again within a few seconds: a double click, a retry, a page that
 * loaded twice. Same user, course, event, platform and value, at most so many seconds after the
 * last one that stays; of rows at the same time the first stays.
 *
 * <p>In a burst at 0, 2, 4 and 6 seconds with 3 seconds allowed, 0 and 4 stay: however long it
 * lasts, it never swallows more than those seconds. Rows without a time are left alone. A second
 * pass finds nothing.
 *
 * @param seconds at least 0
 * @param anyValue whether a row with another value counts as fired again as well
 * @param anyPlatform whether the same event on another platform counts as well
 * @param events which events to look at; all where empty
 */
public record DoubleFired(long seconds, boolean anyValue, boolean anyPlatform, List<String> events)
    implements CleaningStep {
  private record Key(int user, int course, int event, int platform, long value) {}

  public DoubleFired {
    if (seconds < 0) {
      throw new UserError("seconds must be at least 0, not " + seconds + ".");
    }
    events = List.copyOf(events);
  }

  /** Events of all kinds, with the same value and platform. */
  public static DoubleFired within(long seconds) {
    return new DoubleFired(seconds, false, false, List.of());
  }

  public DoubleFired withAnyValue() {
    return new DoubleFired(seconds, true, anyPlatform, events);
  }

  public DoubleFired onAnyPlatform() {
    return new DoubleFired(seconds, anyValue, true, events);
  }

  /** Only these events. */
  public DoubleFired of(String... names) {
    return new DoubleFired(seconds, anyValue, anyPlatform, List.of(names));
  }

  @Override
  public String label() {
    return "fired again within " + seconds + " s";
  }

  @Override
  public void look(CleaningRows rows) {
    EventLog log = rows.log();
    Map<Key, Long> last = new HashMap<>();
    IntStream.range(0, log.size())
        .filter(row -> log.hasTime(row) && EventNames.among(events, log, row))
        .boxed()
        .sorted(Comparator.comparingLong(log::time))
        .forEach(
            row -> {
              Key key = key(log, row);
              Long before = last.get(key);
              if (before != null && log.time(row) - before <= seconds) {
                rows.drop(row, "again within " + seconds + " s");
              } else {
                last.put(key, log.time(row));
              }
            });
  }

  private Key key(EventLog log, int row) {
    return new Key(
        log.user(row),
        log.course(row),
        log.event(row),
        anyPlatform ? -1 : log.platform(row),
        anyValue ? 0 : Double.doubleToLongBits(log.value(row)));
  }
}
