package lectern.feature;

import java.time.ZoneOffset;
import java.util.List;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * How much each user does, and whether that grows.
 *
 * <ul>
 *   <li>{@code events}: number of events; {@code active_days}: number of days with one.
 *   <li>{@code sessions}: runs of events without a pause longer than the session gap.
 *   <li>{@code days_since_last_event}, {@code tenure_days}: from the last and the first event to
 *       the cut-off.
 *   <li>{@code trend}: ln((events of the last trendDays + 1) ÷ (events of the trendDays before +
 *       1)); 0 is steady, above 0 growing.
 * </ul>
 *
 * @param sessionGapMinutes the longest pause within a session, above 0; 30 if unsaid
 * @param trendDays how long the two compared times are, at least 1; 28 if unsaid
 * @param zone where days begin; UTC if unsaid
 */
public record Activity(double sessionGapMinutes, int trendDays, ZoneOffset zone)
    implements FeatureExtractor {
  private static final List<String> NAMES =
      List.of("events", "active_days", "sessions", "days_since_last_event", "tenure_days", "trend");

  public Activity {
    if (!(sessionGapMinutes > 0)) {
      throw new UserError(
          "sessionGapMinutes must be above 0, not " + sessionGapMinutes + ": 30 is usual.");
    }
    if (trendDays < 1) {
      throw new UserError("trendDays must be at least 1, not " + trendDays + ".");
    }
  }

  /** 30 minutes, 28 days, UTC. */
  public Activity() {
    this(30, 28, ZoneOffset.UTC);
  }

  @Override
  public UserFeatures extract(UserHistory history) {
    EventLog log = history.log();
    return Columns.of(
        history,
        NAMES,
        (user, row) -> {
          int recent = 0;
          int earlier = 0;
          long lastTime = Long.MIN_VALUE;
          long lastDay = Long.MIN_VALUE;
          for (int r : history.rows(user)) {
            long time = log.time(r);
            long day = Math.floorDiv(time + zone.getTotalSeconds(), (long) UserHistory.DAY);
            row[1] += day != lastDay ? 1 : 0;
            row[2] += row[0] == 0 || time - lastTime > sessionGapMinutes * 60 ? 1 : 0;
            row[0]++;
            lastTime = time;
            lastDay = day;
            double ago = history.daysAgo(r);
            recent += ago <= trendDays ? 1 : 0;
            earlier += ago > trendDays && ago <= 2 * trendDays ? 1 : 0;
            row[3] = ago;
          }
          row[4] = history.tenureDays(user);
          row[5] = StrictMath.log((recent + 1.0) / (earlier + 1.0));
        });
  }
}
