package lectern.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;

/**
 * How long ago, how often and for how much each user bought.
 *
 * <ul>
 *   <li>{@code recency_days}: days from the last purchase to the cut-off. Who never bought gets the
 *       days from anybody's first event to the cut-off: the last purchase is at least that long ago
 *       as far as the log can tell.
 *   <li>{@code frequency}: number of purchases.
 *   <li>{@code monetary}: the sum of their values; a purchase without a value adds 0. Net of
 *       refunds if so chosen: a refund takes off its own value, or without one the price last paid
 *       for that course.
 * </ul>
 *
 * <p>Bought for 30 ten days ago and for 20 three days ago: 3, 2, 50.
 *
 * <p>Source: A. M. Hughes, Strategic Database Marketing, 1994. Article: crossplatform 3.1.
 *
 * @param purchase the event that counts as a purchase
 * @param netOfRefunds whether refunds are taken off {@code monetary}; not if unsaid
 */
public record RecencyFrequencyMonetary(String purchase, boolean netOfRefunds)
    implements FeatureExtractor {
  public static final String RECENCY = "recency_days";
  public static final String FREQUENCY = "frequency";
  public static final String MONETARY = "monetary";

  /** Purchases, refunds not taken off. */
  public RecencyFrequencyMonetary() {
    this(Events.PURCHASE, false);
  }

  @Override
  public UserFeatures extract(UserHistory history) {
    List<String> counted = netOfRefunds ? List.of(purchase, Events.REFUND) : List.of(purchase);
    return Columns.of(
        history,
        List.of(RECENCY, FREQUENCY, MONETARY),
        (user, row) -> {
          row[0] = history.daysObserved();
          Map<Integer, Double> paid = new HashMap<>();
          for (int r : history.rows(user, counted)) {
            add(history, r, row, paid);
          }
        });
  }

  private void add(UserHistory history, int r, double[] row, Map<Integer, Double> paid) {
    EventLog log = history.log();
    double value = log.value(r);
    if (log.is(r, purchase)) {
      row[0] = history.daysAgo(r);
      row[1]++;
      row[2] += Double.isNaN(value) ? 0 : value;
      paid.put(log.course(r), Double.isNaN(value) ? 0 : value);
    } else {
      row[2] -= Double.isNaN(value) ? paid.getOrDefault(log.course(r), 0.0) : Math.abs(value);
    }
  }
}
