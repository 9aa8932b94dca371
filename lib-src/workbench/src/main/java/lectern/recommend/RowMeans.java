package lectern.recommend;

import lectern.math.SparseMatrix;

/** The mean of each row's cells. */
final class RowMeans {
  private RowMeans() {}

  static double[] of(SparseMatrix rows, double ofEmpty) {
    double[] out = new double[rows.rows()];
    for (int x = 0; x < out.length; x++) {
      double sum = 0;
      for (int p = rows.rowStart(x); p < rows.rowStart(x + 1); p++) {
        sum += rows.value(p);
      }
      out[x] = rows.rowSize(x) == 0 ? ofEmpty : sum / rows.rowSize(x);
    }
    return out;
  }
}
