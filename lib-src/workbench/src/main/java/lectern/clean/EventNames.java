package lectern.clean;

import java.util.List;
import lectern.data.EventLog;

/** Which events a step looks at. */
final class EventNames {
  private EventNames() {}

  /** True when the row is one of these events, or none are named. */
  static boolean among(List<String> names, EventLog log, int row) {
    return names.isEmpty() || names.contains(log.eventName(row));
  }
}
