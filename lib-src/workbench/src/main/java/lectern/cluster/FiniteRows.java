package lectern.cluster;

import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.VectorKernels;

/** Refuses rows with NaN or infinite values, which have no distances. */
final class FiniteRows {
  private FiniteRows() {}

  /**
   * A sum that is finite holds finite numbers only; otherwise they are looked at one by one.
   *
   * @throws UserError that names the row, the column and the value
   */
  static void require(DenseMatrix rows, String method) {
    double[] cells = rows.array();
    double total =
        Parallel.sum(
            cells.length, 1 << 15, (from, to) -> VectorKernels.get().sum(cells, from, to - from));
    for (int p = 0; !Double.isFinite(total) && p < cells.length; p++) {
      if (!Double.isFinite(cells[p])) {
        throw new UserError(
            method
                + " needs finite numbers: row "
                + p / rows.columns()
                + ", column "
                + p % rows.columns()
                + " is "
                + cells[p]
                + ".");
      }
    }
  }
}
