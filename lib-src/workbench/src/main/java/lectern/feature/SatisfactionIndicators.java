package lectern.feature;

import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;

/**
 * Signs of how satisfied each user is with what was bought.
 *
 * <ul>
 *   <li>{@code rating}: the mean rating, 0 for the lowest possible and 1 for the highest, drawn
 *       towards everybody's mean as {@link ShrunkShare} does: (Σ r + m r̄) ÷ (n + m), with error
 *       √(v ÷ (n + m)), v being the variance of all ratings.
 *   <li>{@code kept}: the share of purchases that were not given back.
 *   <li>{@code completed}: the share of purchases that were completed.
 * </ul>
 *
 * <p>A user without purchases or ratings has everybody's values with large errors. More refunds or
 * completions than purchases, as when the log begins late, count as many as the purchases. Article:
 * crossplatform 3.1.
 *
 * @param lowest the lowest possible rating; 1 if unsaid
 * @param highest the highest possible rating; 5 if unsaid
 * @param prior m, how many observations everybody's mean is worth, above 0; 2 if unsaid
 */
public record SatisfactionIndicators(double lowest, double highest, double prior) {
  public SatisfactionIndicators {
    if (!(lowest < highest)) {
      throw new UserError(
          "The lowest rating must be below the highest: " + lowest + ", " + highest + ".");
    }
    if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
      throw new UserError("prior must be above 0, not " + prior + ": 2 is usual.");
    }
  }

  /** Ratings from 1 to 5, a prior worth two observations. */
  public SatisfactionIndicators() {
    this(1, 5, 2);
  }

  /** The indicators of the users of a history. */
  public Indicators of(UserHistory history) {
    int users = history.users().size();
    double[] bought = new double[users];
    double[] kept = new double[users];
    double[] completed = new double[users];
    for (int u = 0; u < users; u++) {
      bought[u] = history.rows(u, List.of(Events.PURCHASE)).length;
      kept[u] = Math.max(0, bought[u] - history.rows(u, List.of(Events.REFUND)).length);
      completed[u] = Math.min(bought[u], history.rows(u, List.of(Events.COMPLETION)).length);
    }
    return IndicatorColumns.of("satisfaction", history)
        .add("rating", ratings(history))
        .add("kept", new ShrunkShare(kept, bought, prior))
        .add("completed", new ShrunkShare(completed, bought, prior))
        .build();
  }

  /** Values and errors. */
  private double[][] ratings(UserHistory history) {
    EventLog log = history.log();
    int users = history.users().size();
    double[] sum = new double[users];
    double[] count = new double[users];
    double total = 0;
    double squares = 0;
    double all = 0;
    for (int u = 0; u < users; u++) {
      for (int row : history.rows(u, List.of(Events.RATING))) {
        double rating = log.value(row);
        if (!Double.isNaN(rating)) {
          double scaled = scaled(log, row, rating);
          sum[u] += scaled;
          count[u]++;
          total += scaled;
          squares += scaled * scaled;
          all++;
        }
      }
    }
    double mean = all == 0 ? 0.5 : total / all;
    double variance = all < 2 ? 0.25 : Math.max(0, squares / all - mean * mean);
    double[][] out = new double[2][users];
    for (int u = 0; u < users; u++) {
      out[0][u] = (sum[u] + prior * mean) / (count[u] + prior);
      out[1][u] = Math.sqrt(variance / (count[u] + prior));
    }
    return out;
  }

  private double scaled(EventLog log, int row, double rating) {
    if (rating < lowest || rating > highest) {
      throw new UserError(
          "A rating of "
              + rating
              + " (user \""
              + log.userId(row)
              + "\") is not between "
              + lowest
              + " and "
              + highest
              + ": clean the log, or name the scale.");
    }
    return (rating - lowest) / (highest - lowest);
  }
}
