package lectern.recommend;

import lectern.math.SparseMatrix;

/** The cells of a sparse matrix with a value above 0, their values in single precision. */
final class WeightedCells {
  final int[] start;
  final int[] column;
  final float[] value;

  private WeightedCells(int[] start, int[] column, float[] value) {
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /** The cells above 0, each value times a factor. */
  static WeightedCells positive(SparseMatrix matrix, double factor) {
    int[] start = new int[matrix.rows() + 1];
    int[] column = new int[matrix.cells()];
    float[] value = new float[matrix.cells()];
    int cells = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (int p = matrix.rowStart(row); p < matrix.rowStart(row + 1); p++) {
        if (matrix.value(p) > 0) {
          column[cells] = matrix.column(p);
          value[cells++] = (float) (factor * matrix.value(p));
        }
      }
      start[row + 1] = cells;
    }
    return new WeightedCells(start, column, value);
  }

  int rows() {
    return start.length - 1;
  }

  /** For each row whether it has a cell. */
  boolean[] filled() {
    boolean[] filled = new boolean[rows()];
    for (int row = 0; row < filled.length; row++) {
      filled[row] = start[row + 1] > start[row];
    }
    return filled;
  }
}
