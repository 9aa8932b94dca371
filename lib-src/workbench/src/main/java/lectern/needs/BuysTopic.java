package lectern.needs;

import java.time.Instant;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.IdIndex;
import lectern.display.UserError;
import lectern.feature.CourseTopics;
import lectern.feature.UserHistory;

/**
 * Yes when the user buys a course of this topic within so many days after the cut-off, the cut-off
 * included and the end not.
 *
 * @param attribute of the courses, which holds the topic
 * @param topic its value
 * @param event what counts as buying; purchases if unsaid
 * @param days at least 1; 28 if unsaid
 */
public record BuysTopic(String attribute, String topic, String event, int days)
    implements NeedsLabel {
  public BuysTopic {
    if (days < 1) {
      throw new UserError("days must be at least 1, not " + days + ".");
    }
  }

  /** Purchases within 28 days. */
  public BuysTopic(String attribute, String topic) {
    this(attribute, topic, Events.PURCHASE, 28);
  }

  @Override
  public String name() {
    return event + " of a course with " + attribute + " " + topic + " within " + days + " days";
  }

  /**
   * {@inheritDoc}
   *
   * @throws UserError if the log ends more than a day before the days are over: what was not
   *     recorded must not become a no
   */
  @Override
  public boolean[] of(EventLog log, IdIndex users, long asOf) {
    CourseTopics topics = CourseTopics.of(log, attribute);
    int wanted = topics.number(topic);
    long end = asOf + (long) (days * UserHistory.DAY);
    boolean[] yes = new boolean[users.size()];
    long last = Long.MIN_VALUE;
    for (int row = 0; row < log.size(); row++) {
      if (log.hasTime(row)) {
        last = Math.max(last, log.time(row));
        int user = users.number(log.userId(row));
        if (user >= 0
            && log.time(row) >= asOf
            && log.time(row) < end
            && log.is(row, event)
            && topics.of(log.course(row)) == wanted) {
          yes[user] = true;
        }
      }
    }
    if (last < end - UserHistory.DAY) {
      throw new UserError(
          "The log ends before the "
              + days
              + " days after the cut-off "
              + Instant.ofEpochSecond(asOf)
              + " are over: choose an earlier cut-off or fewer days.");
    }
    return yes;
  }
}
