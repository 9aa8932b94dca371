package lectern.clean;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;

/**
 * Drops rows that cannot be true: a negative price, six stars, a time in the future, a rating of a
 * course that was never bought.
 *
 * <pre>{@code
 * ImpossibleValues.usual(now)                       // negative values, stars outside 1 to 5, the future
 *     .before(opening)                              // nothing can be older than the platform
 *     .without(Events.RATING, Events.PURCHASE)      // who rates has bought before
 * }</pre>
 *
 * <p>Missing values and times break no rule; {@link MissingValues} looks at them. A row that breaks
 * several rules is counted with the first. Immutable: each method gives a further step.
 *
 * @param flagging whether rows are only flagged, not dropped
 */
public record ImpossibleValues(List<Rule> rules, boolean flagging) implements CleaningStep {
  /** A rule of your own. */
  @FunctionalInterface
  public interface Rule {
    /** For each row of this log what is wrong with it, or "" where nothing is. */
    IntFunction<String> on(EventLog log);
  }

  public ImpossibleValues {
    rules = List.copyOf(rules);
  }

  /** No rule yet. */
  public static ImpossibleValues none() {
    return new ImpossibleValues(List.of(), false);
  }

  /**
   * No negative values, no ratings outside 1 to 5, nothing after now.
   *
   * @param now seconds since 1970
   */
  public static ImpossibleValues usual(long now) {
    return none().negative().outside(Events.RATING, 1, 5).after(now);
  }

  public ImpossibleValues rule(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new ImpossibleValues(more, flagging);
  }

  /** The same rules, but rows that break them stay and are flagged. */
  public ImpossibleValues flagged() {
    return new ImpossibleValues(rules, true);
  }

  /** No value below 0, of these events or of all. */
  public ImpossibleValues negative(String... events) {
    List<String> names = List.of(events);
    return rule(
        log ->
            row ->
                log.value(row) < 0 && EventNames.among(names, log, row)
                    ? log.eventName(row) + " below 0"
                    : "");
  }

  /** No value of this event below or above a range, ends included. */
  public ImpossibleValues outside(String event, double from, double to) {
    if (!(from <= to)) {
      throw new UserError("The range of a " + event + " must have from ≤ to: " + from + ", " + to);
    }
    String wrong = event + " outside " + plain(from) + " to " + plain(to);
    return rule(
        log ->
            row ->
                log.is(row, event) && (log.value(row) < from || log.value(row) > to) ? wrong : "");
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** Nothing later than this; seconds since 1970. */
  public ImpossibleValues after(long time) {
    String wrong = "later than " + Instant.ofEpochSecond(time);
    return rule(log -> row -> log.hasTime(row) && log.time(row) > time ? wrong : "");
  }

  /** Nothing earlier than this; seconds since 1970. */
  public ImpossibleValues before(long time) {
    String wrong = "earlier than " + Instant.ofEpochSecond(time);
    return rule(log -> row -> log.hasTime(row) && log.time(row) < time ? wrong : "");
  }

  /**
   * Nobody does one thing with a course without having done another with it, not later: a rating
   * without a purchase. Where one of the two has no time, their order is not looked at.
   */
  public ImpossibleValues without(String event, String needed) {
    String wrong = event + " without an earlier " + needed;
    return rule(
        log -> {
          Map<Long, Long> first = new HashMap<>();
          for (int row = 0; row < log.size(); row++) {
            if (log.is(row, needed)) {
              first.merge(pair(log, row), log.time(row), Math::min);
            }
          }
          return row -> {
            Long since = log.is(row, event) ? first.get(pair(log, row)) : Long.valueOf(0);
            boolean late = since != null && log.hasTime(row) && log.time(row) < since;
            return log.is(row, event) && (since == null || late) ? wrong : "";
          };
        });
  }

  private static long pair(EventLog log, int row) {
    return (long) log.user(row) << 32 | log.course(row) & 0xffffffffL;
  }

  @Override
  public String label() {
    return "impossible values";
  }

  @Override
  public void look(CleaningRows rows) {
    for (Rule rule : rules) {
      IntFunction<String> wrong = rule.on(rows.log());
      for (int row = 0; row < rows.log().size(); row++) {
        String reason = wrong.apply(row);
        if (!reason.isEmpty() && flagging) {
          rows.flag(row, reason);
        } else if (!reason.isEmpty()) {
          rows.drop(row, reason);
        }
      }
    }
  }
}
