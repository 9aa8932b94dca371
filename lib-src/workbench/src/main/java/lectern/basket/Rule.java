package lectern.basket;

import java.util.List;

/**
 * Who has the left side tends to have the right side too. With n baskets, a with the left, c with
 * the right, b with both:
 *
 * <ul>
 *   <li>support = b ÷ n, confidence = b ÷ a;
 *   <li>lift = confidence ÷ (c ÷ n): above 1, the left side makes the right one more likely;
 *   <li>leverage = b ÷ n − (a ÷ n)(c ÷ n): the share of baskets beyond what chance gives;
 *   <li>conviction = (1 − c ÷ n) ÷ (1 − confidence): infinite for a rule without exception.
 * </ul>
 *
 * <p>Sources: R. Agrawal, T. Imieliński, A. Swami, 1993 (support, confidence); S. Brin et al., 1997
 * (lift, conviction); G. Piatetsky-Shapiro, 1991 (leverage). Article: crossplatform 3.1.
 *
 * @param left the antecedent
 * @param right the consequent
 * @param both baskets that hold both sides
 * @param withLeft baskets that hold the left side
 * @param withRight baskets that hold the right side
 * @param baskets all baskets
 * @param pValue of {@link FisherExact}
 * @param adjusted the p-value corrected for the number of tests
 */
public record Rule(
    List<String> left,
    List<String> right,
    int both,
    int withLeft,
    int withRight,
    int baskets,
    double pValue,
    double adjusted) {

  public double support() {
    return both / (double) baskets;
  }

  public double confidence() {
    return both / (double) withLeft;
  }

  public double lift() {
    return (double) both * baskets / ((double) withLeft * withRight);
  }

  public double leverage() {
    return support() - (double) withLeft / baskets * withRight / baskets;
  }

  public double conviction() {
    return both == withLeft
        ? Double.POSITIVE_INFINITY
        : (1 - (double) withRight / baskets) / (1 - confidence());
  }

  /** {@code {bread, milk} → {butter}}. */
  @Override
  public String toString() {
    return "{" + String.join(", ", left) + "} → {" + String.join(", ", right) + "}";
  }
}
