package lectern.needs;

import lectern.display.UserError;

/**
 * How {@link NeedsClassifier} learns.
 *
 * <pre>{@code NeedsOptions.of(NeedsOptions.Kind.FOREST).trees(300) }</pre>
 *
 * @param kind the form of the model
 * @param penalty of logistic regression: ½ λ Σ w² over standardised features, at least 0; 1 if
 *     unsaid
 * @param trees at least 1; if unsaid 200 of a forest, 100 of boosting, where more fit to chance
 * @param nodeSize the fewest users of a leaf, at least 1; 10 if unsaid
 * @param shrinkage of boosting: how much of each tree is taken, above 0 to 1; 0.05 if unsaid
 */
public record NeedsOptions(Kind kind, double penalty, int trees, int nodeSize, double shrinkage) {
  /** The form of the model. */
  public enum Kind {
    /** Logistic regression with an L2 penalty, by L-BFGS. */
    LOGISTIC,
    /** Random forest: trees on drawn users and features, their leaves' shares averaged. */
    FOREST,
    /** Gradient boosting: small trees, each mending what the ones before left. */
    BOOSTING
  }

  public NeedsOptions {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new UserError("penalty must be at least 0, not " + penalty + ".");
    }
    if (trees < 1) {
      throw new UserError("trees must be at least 1, not " + trees + ".");
    }
    if (nodeSize < 1) {
      throw new UserError("nodeSize must be at least 1, not " + nodeSize + ".");
    }
    if (!(shrinkage > 0 && shrinkage <= 1)) {
      throw new UserError("shrinkage must be above 0 and at most 1, not " + shrinkage + ".");
    }
  }

  /** This kind, everything else as said above. */
  public static NeedsOptions of(Kind kind) {
    return new NeedsOptions(kind, 1, kind == Kind.BOOSTING ? 100 : 200, 10, 0.05);
  }

  public NeedsOptions penalty(double lambda) {
    return new NeedsOptions(kind, lambda, trees, nodeSize, shrinkage);
  }

  public NeedsOptions trees(int number) {
    return new NeedsOptions(kind, penalty, number, nodeSize, shrinkage);
  }

  public NeedsOptions nodeSize(int users) {
    return new NeedsOptions(kind, penalty, trees, users, shrinkage);
  }

  public NeedsOptions shrinkage(double share) {
    return new NeedsOptions(kind, penalty, trees, nodeSize, share);
  }
}
