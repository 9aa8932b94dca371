package lectern.feature;

import java.util.List;
import lectern.data.Events;
import lectern.display.UserError;

/**
 * How long each user looked at courses: {@code browsing_minutes} (the sum of the values of the
 * views), {@code views} (their number) and {@code minutes_per_view} (the mean over views with a
 * value; 0 without any).
 *
 * <p>Views of 10 minutes, 20 minutes and unknown length: 30, 3, 15. A negative length is refused:
 * clean the log first. Article: crossplatform 5.2.1 ({@code browsing_time}).
 *
 * @param view the event whose value is a number of minutes
 */
public record BrowsingTime(String view) implements FeatureExtractor {
  public static final String MINUTES = "browsing_minutes";
  public static final String VIEWS = "views";
  public static final String PER_VIEW = "minutes_per_view";

  /** Views. */
  public BrowsingTime() {
    this(Events.VIEW);
  }

  @Override
  public UserFeatures extract(UserHistory history) {
    return Columns.of(
        history,
        List.of(MINUTES, VIEWS, PER_VIEW),
        (user, row) -> {
          int known = 0;
          for (int r : history.rows(user, List.of(view))) {
            double minutes = history.log().value(r);
            if (minutes < 0) {
              throw new UserError(
                  "A "
                      + view
                      + " cannot last "
                      + minutes
                      + " minutes (user \""
                      + history.log().userId(r)
                      + "\"): clean the log first.");
            }
            row[1]++;
            if (!Double.isNaN(minutes)) {
              row[0] += minutes;
              known++;
            }
          }
          row[2] = known == 0 ? 0 : row[0] / known;
        });
  }
}
