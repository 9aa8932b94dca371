package lectern.feature;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.display.UserError;

/**
 * What had happened at a moment: the events before a cut-off time, user by user, each user's in the
 * order of time. What extractors read, so that nothing from later can leak into a feature.
 *
 * <p>An event at the cut-off itself counts as later. Events without a time are left out and
 * counted. Users without an event before the cut-off were not known then, and are not here. The
 * names of platforms and the attributes of courses are taken from the whole log, so that features
 * of two cut-offs have the same columns.
 */
public final class UserHistory {
  /** Seconds of a day. */
  public static final double DAY = 86_400;

  private final EventLog log;
  private final long asOf;
  private final IdIndex users;
  private final int[][] rows;
  private final int untimed;
  private final long begin;

  private UserHistory(
      EventLog log, long asOf, IdIndex users, int[][] rows, int untimed, long begin) {
    this.log = log;
    this.asOf = asOf;
    this.users = users;
    this.rows = rows;
    this.untimed = untimed;
    this.begin = begin;
  }

  /**
   * The events of a log before a cut-off.
   *
   * @param asOf seconds since 1970, UTC
   * @throws UserError if there are none
   */
  public static UserHistory of(EventLog log, long asOf) {
    int[] before =
        IntStream.range(0, log.size())
            .filter(row -> log.hasTime(row) && log.time(row) < asOf)
            .boxed()
            .sorted(Comparator.comparingLong(log::time))
            .mapToInt(Integer::intValue)
            .toArray();
    int untimed = (int) IntStream.range(0, log.size()).filter(row -> !log.hasTime(row)).count();
    if (before.length == 0) {
      throw new UserError(
          "No event lies before asOf = "
              + asOf
              + " ("
              + Instant.ofEpochSecond(Math.max(-30_000_000_000L, Math.min(30_000_000_000L, asOf)))
              + "): the log has "
              + log.size()
              + " events, "
              + untimed
              + " of them without a time. Choose a later cut-off, in seconds since 1970.");
    }
    int[] count = new int[log.users().size()];
    Arrays.stream(before).forEach(row -> count[log.user(row)]++);
    int[] known = IntStream.range(0, count.length).filter(u -> count[u] > 0).toArray();
    int[] place = new int[count.length];
    int[][] rows = new int[known.length][];
    for (int p = 0; p < known.length; p++) {
      place[known[p]] = p;
      rows[p] = new int[count[known[p]]];
    }
    int[] filled = new int[known.length];
    for (int row : before) {
      int p = place[log.user(row)];
      rows[p][filled[p]++] = row;
    }
    List<String> ids = Arrays.stream(known).mapToObj(log.users()::id).toList();
    return new UserHistory(log, asOf, IdIndex.inThisOrder(ids), rows, untimed, log.time(before[0]));
  }

  /** The whole log, for its names and attributes; read events through {@link #rows}. */
  public EventLog log() {
    return log;
  }

  /** The cut-off, in seconds since 1970. */
  public long asOf() {
    return asOf;
  }

  /** The users that were known. */
  public IdIndex users() {
    return users;
  }

  /** One user's rows of the log before the cut-off, the oldest first. */
  public int[] rows(int user) {
    return rows[user].clone();
  }

  /** One user's rows that are one of these events, the oldest first. */
  public int[] rows(int user, List<String> events) {
    return Arrays.stream(rows[user]).filter(row -> events.contains(log.eventName(row))).toArray();
  }

  /** How many events of the log have no time. */
  public int untimed() {
    return untimed;
  }

  /** Days from an event to the cut-off. */
  public double daysAgo(int row) {
    return (asOf - log.time(row)) / DAY;
  }

  /** Days from the first event of anybody to the cut-off. */
  public double daysObserved() {
    return (asOf - begin) / DAY;
  }

  /** Days from a user's first event to the cut-off. */
  public double tenureDays(int user) {
    return daysAgo(rows[user][0]);
  }
}
