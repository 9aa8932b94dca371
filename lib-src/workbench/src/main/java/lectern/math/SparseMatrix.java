package lectern.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * A matrix of which only the cells that are there are stored, row after row, columns rising.
 *
 * <p>Row i has the cells {@code rowStart(i)} (included) to {@code rowStart(i + 1)} (excluded); cell
 * p is in {@code column(p)} and holds {@code value(p)}. A stored zero is a cell that is there.
 * Immutable.
 */
public final class SparseMatrix {
  private final int rows;
  private final int columns;
  private final int[] start;
  private final int[] column;
  private final double[] value;

  private SparseMatrix(int rows, int columns, int[] start, int[] column, double[] value) {
    this.rows = rows;
    this.columns = columns;
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /**
   * A matrix around these arrays, without a copy: do not change them afterwards.
   *
   * @param start rows + 1 numbers: where each row's cells begin, and at last their number
   * @param column the column of each cell, rising within a row
   * @param value the value of each cell
   * @throws ShapeMismatch if the arrays do not describe such a matrix
   */
  public static SparseMatrix wrap(
      int rows, int columns, int[] start, int[] column, double[] value) {
    if (start.length != rows + 1
        || start[0] != 0
        || start[rows] != column.length
        || column.length != value.length) {
      throw new ShapeMismatch(
          "Compressed rows of a "
              + rows
              + " × "
              + columns
              + " matrix do not fit: "
              + start.length
              + " starts, "
              + column.length
              + " columns, "
              + value.length
              + " values.");
    }
    for (int i = 0; i < rows; i++) {
      if (start[i] > start[i + 1]) {
        throw new ShapeMismatch("Row " + i + " begins after the next row.");
      }
    }
    for (int i = 0; i < rows; i++) {
      checkColumns(i, columns, start, column);
    }
    return new SparseMatrix(rows, columns, start, column, value);
  }

  private static void checkColumns(int row, int columns, int[] start, int[] column) {
    int last = -1;
    for (int p = start[row]; p < start[row + 1]; p++) {
      if (column[p] <= last || column[p] >= columns) {
        throw new ShapeMismatch(
            "Columns of row "
                + row
                + " must rise and be below "
                + columns
                + ": column "
                + column[p]
                + " comes after "
                + last
                + ".");
      }
      last = column[p];
    }
  }

  /** The cells of a dense matrix that are not zero. */
  public static SparseMatrix ofNonZero(DenseMatrix dense) {
    int[] start = new int[dense.rows() + 1];
    int[] column = new int[dense.array().length];
    double[] value = new double[dense.array().length];
    int cells = 0;
    for (int i = 0; i < dense.rows(); i++) {
      for (int j = 0; j < dense.columns(); j++) {
        if (dense.get(i, j) != 0) {
          column[cells] = j;
          value[cells++] = dense.get(i, j);
        }
      }
      start[i + 1] = cells;
    }
    return new SparseMatrix(
        dense.rows(),
        dense.columns(),
        start,
        Arrays.copyOf(column, cells),
        Arrays.copyOf(value, cells));
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** How many cells are stored. */
  public int cells() {
    return column.length;
  }

  /** Where a row's cells begin; {@code rowStart(rows())} is the number of cells. */
  public int rowStart(int row) {
    return start[row];
  }

  /** How many cells a row has. */
  public int rowSize(int row) {
    return start[row + 1] - start[row];
  }

  public int column(int cell) {
    return column[cell];
  }

  public double value(int cell) {
    return value[cell];
  }

  /** Where the cell of this row and column is stored, or −1 where there is none. */
  public int find(int row, int col) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(col, columns);
    int found = Arrays.binarySearch(column, start[row], start[row + 1], col);
    return found < 0 ? -1 : found;
  }

  /** The value of a cell; 0 where there is none. */
  public double get(int row, int col) {
    int cell = find(row, col);
    return cell < 0 ? 0 : value[cell];
  }

  /** The cells by column: (n × m) becomes (m × n). */
  public SparseMatrix transpose() {
    int[] from = transposedCells();
    int[] turnedStart = new int[columns + 1];
    for (int c : column) {
      turnedStart[c + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      turnedStart[j + 1] += turnedStart[j];
    }
    int[] rowOf = rowOfCells();
    int[] turnedColumn = new int[from.length];
    double[] turnedValue = new double[from.length];
    for (int p = 0; p < from.length; p++) {
      turnedColumn[p] = rowOf[from[p]];
      turnedValue[p] = value[from[p]];
    }
    return new SparseMatrix(columns, rows, turnedStart, turnedColumn, turnedValue);
  }

  /** For each cell of the transposed matrix, the cell of this one that it comes from. */
  public int[] transposedCells() {
    int[] next = new int[columns + 1];
    for (int c : column) {
      next[c + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      next[j + 1] += next[j];
    }
    int[] from = new int[column.length];
    for (int p = 0; p < column.length; p++) {
      from[next[column[p]]++] = p;
    }
    return from;
  }

  private int[] rowOfCells() {
    int[] rowOf = new int[column.length];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(rowOf, start[i], start[i + 1], i);
    }
    return rowOf;
  }

  /** All cells, those that are not there as zeros. */
  public DenseMatrix toDense() {
    double[] dense = DenseMatrix.zeros(rows, columns).array();
    for (int i = 0; i < rows; i++) {
      for (int p = start[i]; p < start[i + 1]; p++) {
        dense[i * columns + column[p]] = value[p];
      }
    }
    return DenseMatrix.wrap(rows, columns, dense);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(start, that.start)
        && Arrays.equals(column, that.column)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(start) + Arrays.hashCode(column)) + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return rows + " × " + columns + " sparse matrix, " + column.length + " cells";
  }
}
