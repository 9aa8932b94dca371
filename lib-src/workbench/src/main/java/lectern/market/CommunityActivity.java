package lectern.market;

import java.util.List;
import lectern.display.UserError;

/**
 * How active a community is: I_k = η U_k + θ R_k + ξ T_k.
 *
 * <p>U_k is the mean engagement of its members, R_k the mean value of what is recommended in it,
 * T_k how long it has been there. U and R lie in [0, 1], but T is a time:
 *
 * <ul>
 *   <li>{@link #asPrinted} puts the days into the sum, as the article does. Nine tenths of 30 days
 *       and more then drown the rest: 0.4 · 0.55 + 0.3 · 0.65 + 0.3 · 30 = 9.415, where the article
 *       prints 0.57.
 *   <li>{@link #asMeant} brings the days to [0, 1] by a horizon that has to be said: T = min(1,
 *       days / horizon). With a horizon of 30 days the example is 0.715, with 365 days 0.4397.
 * </ul>
 *
 * <p>The weights are at least 0 and add up to 1. Article: community 4.1 to 4.3.
 *
 * @param weights of engagement, recommendation and time
 */
public record CommunityActivity(PartWeights weights) {
  /** What the weights belong to, in the order of the formula. */
  public static final List<String> PARTS = List.of("engagement", "recommendation", "time");

  public CommunityActivity {
    Scores.requireParts(PARTS, weights);
  }

  /** With weights η of engagement, θ of recommendation, ξ of time. */
  public static CommunityActivity of(double eta, double theta, double xi) {
    return new CommunityActivity(PartWeights.of(PARTS, eta, theta, xi));
  }

  /** The article's weights. */
  public static CommunityActivity withArticlesWeights() {
    return of(0.4, 0.3, 0.3);
  }

  /** η U + θ R + ξ days: no score from 0 to 1, and another number in hours. */
  public double asPrinted(double engagement, double recommendation, double days) {
    return weights.values().get(0) * Unit.checked("engagement", engagement)
        + weights.values().get(1) * Unit.checked("recommendation", recommendation)
        + weights.values().get(2) * time(days);
  }

  /**
   * η U + θ R + ξ min(1, days / horizon), from 0 to 1.
   *
   * @param days at least 0
   * @param horizonDays after how many days a community counts as grown up, above 0
   */
  public double asMeant(double engagement, double recommendation, double days, double horizonDays) {
    if (!(horizonDays > 0 && horizonDays < Double.POSITIVE_INFINITY)) {
      throw new UserError("horizonDays must be above 0, not " + horizonDays + ".");
    }
    return weights.score(engagement, recommendation, Math.min(1, time(days) / horizonDays));
  }

  private static double time(double days) {
    if (!(days >= 0 && days < Double.POSITIVE_INFINITY)) {
      throw new UserError("days must be at least 0, not " + days + ".");
    }
    return days;
  }

  @Override
  public String toString() {
    return "I = " + weights;
  }
}
