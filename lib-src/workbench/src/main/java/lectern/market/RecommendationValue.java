package lectern.market;

import java.util.List;
import lectern.math.DenseMatrix;

/**
 * What it is worth to recommend a content to a user: R = δ C + ε U + ζ Q, from 0 to 1.
 *
 * <p>C is the quality of the content, U the user's {@link Engagement}, Q how relevant the content
 * is to the user, each in [0, 1]; the weights are at least 0 and add up to 1. The article writes
 * one index j for both user and content; as meant, R belongs to a pair of them.
 *
 * <p>U is the same for all contents of one user: it moves users against each other and leaves the
 * order of one user's contents as δ C + ζ Q gives it.
 *
 * <p>With the article's weights 0.5, 0.3, 0.2, C = 0.9, Q = 0.8: 0.775 with its printed U = 0.55,
 * 0.832 with U = 0.74; the article prints 0.65.
 *
 * <p>Article: community 4.1 to 4.3.
 *
 * @param weights of quality, engagement and relevance
 */
public record RecommendationValue(PartWeights weights) {
  /** What the weights belong to, in the order of the formula. */
  public static final List<String> PARTS = List.of("quality", "engagement", "relevance");

  public RecommendationValue {
    Scores.requireParts(PARTS, weights);
  }

  /** With weights δ of quality, ε of engagement, ζ of relevance. */
  public static RecommendationValue of(double delta, double epsilon, double zeta) {
    return new RecommendationValue(PartWeights.of(PARTS, delta, epsilon, zeta));
  }

  /** The article's weights. */
  public static RecommendationValue asPrinted() {
    return of(0.5, 0.3, 0.2);
  }

  /** R of one content for one user; all three in [0, 1]. */
  public double score(double quality, double engagement, double relevance) {
    return weights.score(quality, engagement, relevance);
  }

  /** R of many pairs: one row for each, with C, U and Q. */
  public double[] scores(DenseMatrix parts) {
    return Scores.of(weights, parts);
  }

  @Override
  public String toString() {
    return "R = " + weights;
  }
}
