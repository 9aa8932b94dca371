package lectern.cluster;

import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.VectorKernels;

/** Refuses rows that have no distances: without columns, with NaN, infinite or immense values. */
final class FiniteRows {
  /** The square of a larger number, summed over columns, may be infinite. */
  private static final double LARGEST = 1e150;

  private FiniteRows() {}

  /**
   * A sum of squares that is finite holds finite numbers only; otherwise they are looked at one by
   * one.
   *
   * @throws UserError that names the row, the column and the value
   */
  static void require(DenseMatrix rows, String method) {
    if (rows.columns() == 0 && rows.rows() > 0) {
      throw new UserError(method + " needs at least one column: these rows have none.");
    }
    double[] cells = rows.array();
    double total =
        Parallel.sum(
            cells.length,
            1 << 15,
            (from, to) -> VectorKernels.get().dot(cells, from, cells, from, to - from));
    for (int p = 0; !Double.isFinite(total) && p < cells.length; p++) {
      if (!(Math.abs(cells[p]) <= LARGEST)) {
        throw new UserError(
            method
                + " needs finite numbers: row "
                + p / rows.columns()
                + ", column "
                + p % rows.columns()
                + " is "
                + cells[p]
                + (Double.isFinite(cells[p]) ? ", whose square is not" : "")
                + ". Fill, cap or leave out such values first.");
      }
    }
  }
}
