package lectern.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Quantiles;

/**
 * Recency, frequency and monetary value as scores from 1 to 5 by quintile.
 *
 * <p>The borders are the 20, 40, 60 and 80 % quantiles of the users it was fitted on (linear
 * interpolation). A score is 1 + the number of borders below the value; for recency, where few days
 * are good, 5 − the number of borders below it. Equal values get equal scores, so the five groups
 * are of one size only when few values tie. Columns: {@code r_score}, {@code f_score}, {@code
 * m_score} and their sum {@code rfm_score}, 3 to 15.
 *
 * <p>Spent 10, 20, 30, 40, 50: borders 18, 26, 34, 42, scores 1 to 5. Fit on training users; others
 * are placed between the same borders.
 */
public final class RfmScores {
  private static final List<String> INPUT =
      List.of(
          RecencyFrequencyMonetary.RECENCY,
          RecencyFrequencyMonetary.FREQUENCY,
          RecencyFrequencyMonetary.MONETARY);
  private static final List<String> OUTPUT = List.of("r_score", "f_score", "m_score", "rfm_score");

  private final double[][] borders;

  private RfmScores(double[][] borders) {
    this.borders = borders;
  }

  /**
   * Finds the borders.
   *
   * @param train has the columns of {@link RecencyFrequencyMonetary}
   */
  public static RfmScores fit(UserFeatures train) {
    if (train.size() == 0) {
      throw new UserError("Quintiles need at least one user.");
    }
    List<double[]> borders = new ArrayList<>();
    for (String name : INPUT) {
      double[] sorted = train.column(name);
      if (Arrays.stream(sorted).anyMatch(Double::isNaN)) {
        throw new UserError("\"" + name + "\" holds NaN: quintiles need known values.");
      }
      Arrays.sort(sorted);
      borders.add(
          new double[] {
            Quantiles.of(sorted, 0.2),
            Quantiles.of(sorted, 0.4),
            Quantiles.of(sorted, 0.6),
            Quantiles.of(sorted, 0.8)
          });
    }
    return new RfmScores(borders.toArray(double[][]::new));
  }

  /** The four borders of recency, frequency and monetary value. */
  public DenseMatrix borders() {
    return DenseMatrix.of(borders);
  }

  /** The scores of these users. */
  public UserFeatures transform(UserFeatures features) {
    UserFeatures rfm = features.select(INPUT);
    double[][] rows = new double[rfm.size()][];
    for (int i = 0; i < rows.length; i++) {
      double[] x = rfm.matrix().row(i);
      double r = 5 - below(borders[0], x[0]);
      double f = 1 + below(borders[1], x[1]);
      double m = 1 + below(borders[2], x[2]);
      rows[i] = new double[] {r, f, m, r + f + m};
    }
    return UserFeatures.of(rfm.users().ids(), OUTPUT, rows);
  }

  private static int below(double[] borders, double value) {
    return (int) Arrays.stream(borders).filter(border -> border < value).count();
  }
}
