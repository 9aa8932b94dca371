package lectern.market;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.display.UserError;

/**
 * What users did in a stretch of time, one number for each: what scores are fitted to and effects
 * are measured on.
 *
 * <p>Times are seconds since 1970, from (included) to to (excluded); events without a time do not
 * count. A user without events has 0.
 */
public final class Outcomes {
  private Outcomes() {}

  /** 1 for each user who did one of these, else 0; no names: anything. */
  public static double[] did(EventLog log, IdIndex users, long from, long to, String... events) {
    double[] out = count(log, users, from, to, events);
    for (int u = 0; u < out.length; u++) {
      out[u] = Math.min(1, out[u]);
    }
    return out;
  }

  /** How many of these each user did; no names: anything. */
  public static double[] count(EventLog log, IdIndex users, long from, long to, String... events) {
    return sum(log, users, from, to, false, events);
  }

  /** Σ of the values of these events of each user; missing values count 0. */
  public static double[] value(EventLog log, IdIndex users, long from, long to, String... events) {
    return sum(log, users, from, to, true, events);
  }

  /** On how many days (of 24 hours from the beginning) each user did anything. */
  public static double[] activeDays(EventLog log, IdIndex users, long from, long to) {
    requireOrder(from, to);
    Map<Integer, Set<Long>> days = new TreeMap<>();
    for (int row = 0; row < log.size(); row++) {
      int user = users.number(log.userId(row));
      if (user >= 0 && log.hasTime(row) && log.time(row) >= from && log.time(row) < to) {
        days.computeIfAbsent(user, u -> new HashSet<>()).add((log.time(row) - from) / 86_400);
      }
    }
    double[] out = new double[users.size()];
    days.forEach((user, some) -> out[user] = some.size());
    return out;
  }

  private static void requireOrder(long from, long to) {
    if (from >= to) {
      throw new UserError("from must lie before to: from = " + from + ", to = " + to + ".");
    }
  }

  private static double[] sum(
      EventLog log, IdIndex users, long from, long to, boolean values, String... events) {
    requireOrder(from, to);
    List<String> wanted = List.of(events);
    int[] place = new int[log.users().size()];
    for (int u = 0; u < place.length; u++) {
      place[u] = users.number(log.users().id(u));
    }
    double[] out = new double[users.size()];
    for (int row = 0; row < log.size(); row++) {
      int user = place[log.user(row)];
      if (user >= 0
          && log.hasTime(row)
          && log.time(row) >= from
          && log.time(row) < to
          && (wanted.isEmpty() || wanted.contains(log.eventName(row)))) {
        out[user] += !values ? 1 : Double.isNaN(log.value(row)) ? 0 : log.value(row);
      }
    }
    return out;
  }
}
