package lectern.market;

import java.util.List;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;

/** What the three scores have in common. */
final class Scores {
  private Scores() {}

  static void requireParts(List<String> parts, PartWeights weights) {
    if (!weights.names().equals(parts)) {
      throw new UserError("The weights must belong to " + parts + ", not " + weights.names() + ".");
    }
  }

  /** One score for each row; names row and column of a part outside [0, 1]. */
  static double[] of(PartWeights weights, DenseMatrix parts) {
    if (parts.columns() != weights.size()) {
      throw new ShapeMismatch(
          "Each row needs the parts "
              + weights.names()
              + ": "
              + weights.size()
              + " columns, not "
              + parts.columns()
              + ".");
    }
    double[] out = new double[parts.rows()];
    for (int i = 0; i < out.length; i++) {
      try {
        out[i] = weights.score(parts.row(i));
      } catch (UserError e) {
        throw new UserError("Row " + i + ": " + e.getMessage(), e);
      }
    }
    return out;
  }
}
