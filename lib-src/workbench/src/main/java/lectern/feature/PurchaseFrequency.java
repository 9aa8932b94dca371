package lectern.feature;

import java.util.List;
import lectern.data.Events;

/**
 * How often each user buys, measured against how long the user has been there.
 *
 * <ul>
 *   <li>{@code purchases_per_30_days}: purchases ÷ days since the user's first event × 30; fewer
 *       than 7 days count as 7, so that a purchase on the first day is not 30 a month.
 *   <li>{@code purchase_gap_days}: mean days between one purchase and the next. With fewer than two
 *       purchases it is not known and the days since the first event stand in: the gap is likely at
 *       least about that long.
 * </ul>
 *
 * <p>First seen 60 days ago, bought 50 and 20 days ago: 1 and 30. Article: crossplatform 5.2.1
 * ({@code purchase_frequency}).
 *
 * @param purchase the event that counts as a purchase
 */
public record PurchaseFrequency(String purchase) implements FeatureExtractor {
  public static final String PER_MONTH = "purchases_per_30_days";
  public static final String GAP = "purchase_gap_days";
  private static final double SHORTEST_TENURE = 7;

  /** Purchases. */
  public PurchaseFrequency() {
    this(Events.PURCHASE);
  }

  @Override
  public UserFeatures extract(UserHistory history) {
    return Columns.of(
        history,
        List.of(PER_MONTH, GAP),
        (user, row) -> {
          int[] bought = history.rows(user, List.of(purchase));
          double tenure = history.tenureDays(user);
          int n = bought.length;
          row[0] = 30 * n / Math.max(tenure, SHORTEST_TENURE);
          row[1] =
              n < 2
                  ? tenure
                  : (history.daysAgo(bought[0]) - history.daysAgo(bought[n - 1])) / (n - 1);
        });
  }
}
