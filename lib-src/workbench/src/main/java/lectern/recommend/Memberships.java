package lectern.recommend;

import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;

/** Which categories an item is in, as shares of 1, and how they spread over what users have. */
final class Memberships {
  private Memberships() {}

  /** Each row divided by its sum; weights below 0 are refused. */
  static SparseMatrix of(SparseMatrix weights) {
    int[] start = new int[weights.rows() + 1];
    int[] column = new int[weights.cells()];
    double[] value = new double[weights.cells()];
    for (int i = 0; i < weights.rows(); i++) {
      start[i + 1] = weights.rowStart(i + 1);
      double sum = 0;
      for (int q = weights.rowStart(i); q < weights.rowStart(i + 1); q++) {
        if (weights.value(q) < 0) {
          throw new UserError(
              "A category's weight must be at least 0, not " + weights.value(q) + ".");
        }
        sum += weights.value(q);
      }
      for (int q = weights.rowStart(i); q < weights.rowStart(i + 1); q++) {
        column[q] = weights.column(q);
        value[q] = sum == 0 ? 0 : weights.value(q) / sum;
      }
    }
    return SparseMatrix.wrap(weights.rows(), weights.columns(), start, column, value);
  }

  /** The shares of categories in what each user of the model has; at last those of a stranger. */
  static double[][] interests(Recommender model, Interactions had, SparseMatrix shares) {
    double[][] out = new double[model.users().size() + 1][shares.columns()];
    int[] item = new int[had.itemCount()];
    Arrays.setAll(item, i -> model.items().number(had.items().id(i)));
    for (int u = 0; u < out.length; u++) {
      int known = u < model.users().size() ? had.users().number(model.users().id(u)) : -1;
      for (int p = known < 0 ? 0 : had.start(known); known >= 0 && p < had.start(known + 1); p++) {
        int i = item[had.item(p)];
        for (int q = i < 0 ? 0 : shares.rowStart(i); i >= 0 && q < shares.rowStart(i + 1); q++) {
          out[u][shares.column(q)] += shares.value(q);
        }
      }
      double sum = Arrays.stream(out[u]).sum();
      for (int c = 0; c < out[u].length; c++) {
        out[u][c] = sum == 0 ? 1.0 / out[u].length : out[u][c] / sum;
      }
    }
    return out;
  }

  /** The cosine of two rows; 0 where one is empty. */
  static double cosine(SparseMatrix rows, int a, int b) {
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    int q = rows.rowStart(b);
    for (int p = rows.rowStart(a); p < rows.rowStart(a + 1); p++) {
      squaresA += rows.value(p) * rows.value(p);
      while (q < rows.rowStart(b + 1) && rows.column(q) < rows.column(p)) {
        q++;
      }
      if (q < rows.rowStart(b + 1) && rows.column(q) == rows.column(p)) {
        products += rows.value(p) * rows.value(q);
      }
    }
    for (int p = rows.rowStart(b); p < rows.rowStart(b + 1); p++) {
      squaresB += rows.value(p) * rows.value(p);
    }
    double norm = Math.sqrt(squaresA) * Math.sqrt(squaresB);
    return norm == 0 ? 0 : products / norm;
  }
}
