package lectern.feature;

import java.util.List;
import lectern.math.DenseMatrix;

/** Fills a table of features user by user. */
final class Columns {
  /** Puts one user's features into a row of zeros. */
  @FunctionalInterface
  interface OneUser {
    void fill(int user, double[] row);
  }

  private Columns() {}

  static UserFeatures of(UserHistory history, List<String> names, OneUser one) {
    double[][] rows = new double[history.users().size()][names.size()];
    for (int u = 0; u < rows.length; u++) {
      one.fill(u, rows[u]);
    }
    return UserFeatures.of(history.users(), names, DenseMatrix.of(rows));
  }
}
