package lectern.clean;

import java.util.HashSet;
import java.util.Set;
import lectern.data.EventLog;

/**
 * Drops rows that equal an earlier row in user, course, event, platform, time and value; the first
 * stays. Two missing fields are equal.
 *
 * <p>Without a time, a repeated event and a row written twice look the same: {@link #timedOnly}
 * leaves such rows alone.
 *
 * @param timedOnly whether only rows with a time are looked at
 */
public record ExactDuplicates(boolean timedOnly) implements CleaningStep {
  private record Key(int user, int course, int event, int platform, long time, long value) {}

  /** Looks at all rows. */
  public ExactDuplicates() {
    this(false);
  }

  @Override
  public String label() {
    return "exact duplicates";
  }

  @Override
  public void look(CleaningRows rows) {
    EventLog log = rows.log();
    Set<Key> seen = new HashSet<>();
    for (int row = 0; row < log.size(); row++) {
      boolean counts = log.hasTime(row) || !timedOnly;
      if (counts && !seen.add(key(log, row))) {
        rows.drop(row, "the same as an earlier row");
      }
    }
  }

  private static Key key(EventLog log, int row) {
    return new Key(
        log.user(row),
        log.course(row),
        log.event(row),
        log.platform(row),
        log.time(row),
        Double.doubleToLongBits(log.value(row)));
  }
}
