package lectern.feature;

import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;

/**
 * What can be seen of something that cannot: for each user several signs of it, all from 0 (bad) to
 * 1 (good), each with its standard error. Two kinds come with Lectern, {@link
 * SatisfactionIndicators} and {@link LoyaltyIndicators}; others can be put in the same form.
 *
 * @param of what they are signs of, such as "satisfaction"
 * @param values users × indicators, 0 to 1
 * @param errors the standard error of each value, at least 0
 */
public record Indicators(String of, UserFeatures values, DenseMatrix errors)
    implements Displayable {
  public Indicators {
    if (errors.rows() != values.size() || errors.columns() != values.names().size()) {
      throw new ShapeMismatch(
          "Each of the "
              + values.matrix().shape()
              + " indicators needs a standard error, not "
              + errors.shape()
              + ".");
    }
    for (int p = 0; p < errors.array().length; p++) {
      double value = values.matrix().array()[p];
      if (!(value >= 0 && value <= 1) || !(errors.array()[p] >= 0)) {
        throw new UserError(
            "Indicators are from 0 to 1 with errors of at least 0, not "
                + value
                + " ± "
                + errors.array()[p]
                + ".");
      }
    }
  }

  /** The names of the indicators. */
  public List<String> names() {
    return values.names();
  }

  /**
   * Cronbach's α: how far the indicators say the same, 1 at best; near 0 for indicators that have
   * nothing in common. α = (m ÷ (m − 1)) (1 − Σ variances of the indicators ÷ variance of their
   * sum). NaN for a single indicator or no spread.
   *
   * <p>Source: L. J. Cronbach, Coefficient alpha and the internal structure of tests, 1951.
   */
  public double cronbachAlpha() {
    int m = names().size();
    double[] sum = new double[values.size()];
    double parts = 0;
    for (int j = 0; j < m; j++) {
      double[] column = values.matrix().column(j);
      for (int u = 0; u < sum.length; u++) {
        sum[u] += column[u];
      }
      parts += Moments.variance(column);
    }
    double whole = Moments.variance(sum);
    return m < 2 || !(whole > 0) ? Double.NaN : m / (m - 1.0) * (1 - parts / whole);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d indicators of %s of %,d users: %s (Cronbach's alpha %.2f)",
        names().size(),
        of,
        values.size(),
        String.join(", ", names()),
        cronbachAlpha());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), values.summary());
  }
}
