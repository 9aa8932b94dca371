package lectern.feature;

import java.util.List;
import java.util.TreeSet;
import lectern.data.Events;
import lectern.display.UserError;

/**
 * Signs of how loyal each user is: does the user come back, and buy again?
 *
 * <ul>
 *   <li>{@code returns}: the share of the weeks since the user's first event in which the user was
 *       there.
 *   <li>{@code recent}: the same over the last weeks before the cut-off (or all, for a user who
 *       came later): who has left has none.
 *   <li>{@code repeat}: the share of purchases that another one followed: n − 1 of n.
 * </ul>
 *
 * <p>Weeks are counted back from the cut-off; the week in which the user first came does not count,
 * since nobody could be absent in it. Shares are drawn towards everybody's, see {@link
 * ShrunkShare}. Article: crossplatform 3.1.
 *
 * @param recentWeeks how long the last weeks are, at least 1; 4 if unsaid
 * @param prior how many observations everybody's share is worth, above 0; 2 if unsaid
 */
public record LoyaltyIndicators(int recentWeeks, double prior) {
  public LoyaltyIndicators {
    if (recentWeeks < 1) {
      throw new UserError("recentWeeks must be at least 1, not " + recentWeeks + ".");
    }
    if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
      throw new UserError("prior must be above 0, not " + prior + ": 2 is usual.");
    }
  }

  /** Four weeks, a prior worth two observations. */
  public LoyaltyIndicators() {
    this(4, 2);
  }

  /** The indicators of the users of a history. */
  public Indicators of(UserHistory history) {
    int users = history.users().size();
    double[][] weeks = new double[2][users];
    double[][] there = new double[2][users];
    double[] bought = new double[users];
    double[] again = new double[users];
    for (int u = 0; u < users; u++) {
      int first = weeksAgo(history.tenureDays(u));
      TreeSet<Integer> active = new TreeSet<>();
      for (int row : history.rows(u)) {
        active.add(weeksAgo(history.daysAgo(row)));
      }
      active.remove(first);
      weeks[0][u] = first;
      there[0][u] = active.size();
      weeks[1][u] = Math.min(first, recentWeeks);
      there[1][u] = active.headSet(recentWeeks).size();
      bought[u] = history.rows(u, List.of(Events.PURCHASE)).length;
      again[u] = Math.max(0, bought[u] - 1);
    }
    return IndicatorColumns.of("loyalty", history)
        .add("returns", new ShrunkShare(there[0], weeks[0], prior))
        .add("recent", new ShrunkShare(there[1], weeks[1], prior))
        .add("repeat", new ShrunkShare(again, bought, prior))
        .build();
  }

  /** 0 for the seven days before the cut-off, 1 for the seven before those, and so on. */
  private static int weeksAgo(double days) {
    return (int) Math.ceil(days / 7) - 1;
  }
}
