package lectern.market;

import java.util.List;
import lectern.math.DenseMatrix;

/**
 * How engaged a user is: U_i = α C_i + β I_i + γ R_i, from 0 to 1.
 *
 * <p>C_i is the value of the content that the user got, I_i the user's interest, R_i how often the
 * user interacts, each brought to [0, 1]; the weights are at least 0 and add up to 1. {@link
 * EngagementParts} measures the three from events, {@link ScoreFit} finds weights from outcomes,
 * {@link ScoreSensitivity} tells what the ranking owes to the weights.
 *
 * <p>With the article's weights 0.6, 0.3, 0.1 and its user (0.8, 0.7, 0.5): 0.48 + 0.21 + 0.05 =
 * 0.74; the article prints 0.55.
 *
 * <p>Article: community 4.1 to 4.3, 5.2.
 *
 * @param weights of content value, interest and interaction
 */
public record Engagement(PartWeights weights) {
  /** What the weights belong to, in the order of the formula. */
  public static final List<String> PARTS = List.of("content value", "interest", "interaction");

  public Engagement {
    Scores.requireParts(PARTS, weights);
  }

  /** With weights α of content value, β of interest, γ of interaction. */
  public static Engagement of(double alpha, double beta, double gamma) {
    return new Engagement(PartWeights.of(PARTS, alpha, beta, gamma));
  }

  /** The article's weights. */
  public static Engagement asPrinted() {
    return of(0.6, 0.3, 0.1);
  }

  /** U of one user; all three in [0, 1]. */
  public double score(double contentValue, double interest, double interaction) {
    return weights.score(contentValue, interest, interaction);
  }

  /** U of many users: one row for each, with C, I and R. */
  public double[] scores(DenseMatrix parts) {
    return Scores.of(weights, parts);
  }

  @Override
  public String toString() {
    return "U = " + weights;
  }
}
