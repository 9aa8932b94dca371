package lectern.math;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;

/**
 * A rectangle of numbers, stored row after row. Immutable: every operation gives a new matrix.
 *
 * <pre>{@code
 * var r = DenseMatrix.of(new double[][] {{1, 0, 5}, {0, 5, 0}});
 * r.multiply(r.transpose());   // 2 × 2
 * }</pre>
 *
 * <p>Shapes that do not fit are refused with a {@link ShapeMismatch} that names both. A matrix may
 * have no rows or no columns. Numbers may be NaN or infinite; they follow the rules of {@code
 * double}.
 */
public final class DenseMatrix implements Displayable {
  private final int rows;
  private final int columns;
  private final double[] data;

  private DenseMatrix(int rows, int columns, double[] data) {
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  /**
   * A matrix of these rows, which are copied.
   *
   * @throws ShapeMismatch if the rows differ in length
   */
  public static DenseMatrix of(double[][] rows) {
    Objects.requireNonNull(rows, "rows");
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] data = new double[area(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeMismatch(
            "All rows of a matrix must be of one length: row 0 has "
                + columns
                + " values, row "
                + i
                + " has "
                + rows[i].length
                + ".");
      }
      System.arraycopy(rows[i], 0, data, i * columns, columns);
    }
    return new DenseMatrix(rows.length, columns, data);
  }

  /** A matrix of zeros. */
  public static DenseMatrix zeros(int rows, int columns) {
    return new DenseMatrix(rows, columns, new double[area(rows, columns)]);
  }

  /** The n × n matrix with ones on its diagonal. */
  public static DenseMatrix identity(int n) {
    double[] data = new double[area(n, n)];
    for (int i = 0; i < n; i++) {
      data[i * n + i] = 1;
    }
    return new DenseMatrix(n, n, data);
  }

  /**
   * A matrix around this array, row after row, without a copy: do not change the array afterwards.
   *
   * @throws ShapeMismatch if its length is not rows × columns
   */
  public static DenseMatrix wrap(int rows, int columns, double[] data) {
    if (data.length != area(rows, columns)) {
      throw new ShapeMismatch(
          shape(rows, columns)
              + " needs "
              + area(rows, columns)
              + " values, not "
              + data.length
              + ".");
    }
    return new DenseMatrix(rows, columns, data);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Rows and columns in words: {@code "5 × 3"}. */
  public String shape() {
    return shape(rows, columns);
  }

  public double get(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return data[row * columns + column];
  }

  /** A copy of one row. */
  public double[] row(int row) {
    Objects.checkIndex(row, rows);
    return Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
  }

  /** One row, read in place. */
  public DoubleBuffer rowView(int row) {
    Objects.checkIndex(row, rows);
    return DoubleBuffer.wrap(data, row * columns, columns).slice().asReadOnlyBuffer();
  }

  /** A copy of one column. */
  public double[] column(int column) {
    Objects.checkIndex(column, columns);
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = data[i * columns + column];
    }
    return out;
  }

  /** The values row after row, for inner loops: row i begins at i × columns. Do not change it. */
  public double[] array() {
    return data;
  }

  /** A copy as an array of rows. */
  public double[][] toArray() {
    double[][] out = new double[rows][];
    for (int i = 0; i < rows; i++) {
      out[i] = row(i);
    }
    return out;
  }

  /** The matrix of the chosen rows, in that order; a row may be chosen twice. */
  public DenseMatrix selectRows(int... chosen) {
    double[] out = new double[area(chosen.length, columns)];
    for (int i = 0; i < chosen.length; i++) {
      Objects.checkIndex(chosen[i], rows);
      System.arraycopy(data, chosen[i] * columns, out, i * columns, columns);
    }
    return new DenseMatrix(chosen.length, columns, out);
  }

  public DenseMatrix transpose() {
    double[] out = new double[data.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        out[j * rows + i] = data[i * columns + j];
      }
    }
    return new DenseMatrix(columns, rows, out);
  }

  /**
   * The matrix product: (n × m) times (m × p) is (n × p).
   *
   * @throws ShapeMismatch if this matrix's columns are not as many as the other's rows
   */
  public DenseMatrix multiply(DenseMatrix other) {
    if (columns != other.rows) {
      throw new ShapeMismatch(
          "Cannot multiply "
              + shape()
              + " by "
              + other.shape()
              + ": the first has "
              + columns
              + " columns, the second "
              + other.rows
              + " rows, and these must be equal."
              + (columns == other.columns ? " Did you mean multiply(other.transpose())?" : ""));
    }
    double[] out = new double[area(rows, other.columns)];
    for (int i = 0; i < rows; i++) {
      for (int m = 0; m < columns; m++) {
        double factor = data[i * columns + m];
        for (int j = 0; j < other.columns; j++) {
          out[i * other.columns + j] += factor * other.data[m * other.columns + j];
        }
      }
    }
    return new DenseMatrix(rows, other.columns, out);
  }

  /**
   * The product with a column of numbers: one dot product a row.
   *
   * @throws ShapeMismatch if the vector is not as long as this matrix is wide
   */
  public double[] multiply(double[] vector) {
    if (columns != vector.length) {
      throw new ShapeMismatch(
          "Cannot multiply "
              + shape()
              + " by a vector of length "
              + vector.length
              + ": the matrix has "
              + columns
              + " columns, and these must be equal.");
    }
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = VectorKernels.get().dot(data, i * columns, vector, 0, columns);
    }
    return out;
  }

  public DenseMatrix plus(DenseMatrix other) {
    requireSameShape("add", other);
    double[] out = data.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += other.data[i];
    }
    return new DenseMatrix(rows, columns, out);
  }

  public DenseMatrix minus(DenseMatrix other) {
    requireSameShape("subtract", other);
    double[] out = data.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= other.data[i];
    }
    return new DenseMatrix(rows, columns, out);
  }

  public DenseMatrix times(double factor) {
    return map(value -> value * factor);
  }

  /** The matrix of a function's values, cell by cell. */
  public DenseMatrix map(DoubleUnaryOperator function) {
    double[] out = new double[data.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = function.applyAsDouble(data[i]);
    }
    return new DenseMatrix(rows, columns, out);
  }

  /** The sum of all values, in the order of {@link VectorKernels#sum}. */
  public double sum() {
    return VectorKernels.get().sum(data, 0, data.length);
  }

  /** The mean of each column; NaN for a matrix without rows. */
  public double[] columnMeans() {
    double[] mean = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        mean[j] += data[i * columns + j];
      }
    }
    for (int j = 0; j < columns; j++) {
      mean[j] /= rows;
    }
    return mean;
  }

  /** The square root of the sum of squares of all values. */
  public double frobeniusNorm() {
    return Math.sqrt(VectorKernels.get().dot(data, 0, data, 0, data.length));
  }

  /**
   * The largest difference between two cells in the same place; NaN if one of them is NaN.
   *
   * @throws ShapeMismatch if the shapes differ
   */
  public double largestDifference(DenseMatrix other) {
    requireSameShape("compare", other);
    double largest = 0;
    for (int i = 0; i < data.length; i++) {
      if (data[i] != other.data[i]) {
        largest = Math.max(largest, Math.abs(data[i] - other.data[i]));
      }
    }
    return largest;
  }

  private void requireSameShape(String verb, DenseMatrix other) {
    if (rows != other.rows || columns != other.columns) {
      throw new ShapeMismatch(
          "Cannot "
              + verb
              + " "
              + shape()
              + " and "
              + other.shape()
              + ": both matrices must have the same shape.");
    }
  }

  private static int area(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new UserError("A matrix cannot be " + shape(rows, columns) + ".");
    }
    long area = (long) rows * columns;
    if (area > Integer.MAX_VALUE - 8) {
      throw new UserError(
          "A dense matrix holds at most 2,147,483,639 values: "
              + shape(rows, columns)
              + " has "
              + area
              + ". Use a SparseMatrix.");
    }
    return (int) area;
  }

  private static String shape(int rows, int columns) {
    return rows + " × " + columns;
  }

  /** Same shape and the same bits in every cell. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DenseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(data);
  }

  /** The first rows and columns with the shape: see {@link #bundle()}. */
  @Override
  public String toString() {
    return MatrixText.plain(this);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(MatrixText.plain(this)).with(MimeBundle.HTML, MatrixText.html(this));
  }
}
