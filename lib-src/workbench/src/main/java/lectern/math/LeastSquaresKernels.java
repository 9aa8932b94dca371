package lectern.math;

/**
 * The inner loops of many small least-squares problems, in single precision: those of alternating
 * least squares, where each row of one factor matrix is solved for while the other stands still.
 *
 * <p>Rows have a width that is a multiple of 16; shorter ones are filled with zeros. There is one
 * order of operations, whatever the machine's width. Where a sum has an entry of its own for each
 * column, products are added to it row after row. A dot product has 16 lanes: element i of a row is
 * added to lane i mod 16; at the end lane l takes lane l + 8, then l + 4, l + 2, l + 1. Each
 * product is added by a fused multiply-add, rounded once as {@link Math#fma(float, float, float)}
 * defines. So plain loops and those on the vector unit give the same bits on every machine.
 *
 * <p>Single precision holds 7 digits. Sums of n products lose up to log₁₀ n of them, and solving
 * loses as many as the logarithm of the matrix's condition number: enough for factors that are
 * regularised, and as precise as the programs that people compare with.
 *
 * <p>{@link #get()} gives the vector form when the module {@code jdk.incubator.vector} is there,
 * otherwise the plain form.
 */
public interface LeastSquaresKernels {
  /** Logical lanes of a dot product; widths are multiples of it. */
  int LANES = 16;

  /** A width with room for so many numbers: the next multiple of 16. */
  static int widthFor(int numbers) {
    return (numbers + LANES - 1) / LANES * LANES;
  }

  /**
   * The dot product of x with each of so many rows.
   *
   * @param x width numbers from xAt on
   * @param out gets one number for each row, from 0 on
   */
  void dots(float[] rows, int count, int width, float[] x, int xAt, float[] out);

  /**
   * out += Σ_e (constant[e] + weight[e] (y_e · x)) y_e, with y_e the row index[e], e from
   * (included) to to (excluded): the product of a sum of outer products and a vector, without ever
   * forming the matrix.
   *
   * @param constant null for zeros
   */
  void addProjections(
      float[] rows,
      int width,
      int[] index,
      float[] constant,
      float[] weight,
      int from,
      int to,
      float[] x,
      float[] out);

  /**
   * gram += Σ_r y_r y_rᵀ over so many rows from the first; only the upper triangle is defined.
   *
   * @param gram width × width, row by row
   */
  void addGram(float[] rows, int count, int width, float[] gram);

  /** out = matrix · x for a symmetric matrix of width × width, both triangles there. */
  void symmetricProduct(float[] matrix, int width, float[] x, float[] out);

  /**
   * Solves A z = b by Cholesky's factorisation A = UᵀU, with A symmetric.
   *
   * @param a width × width, only the upper triangle is read; overwritten
   * @param b becomes z
   * @return false where A is not positive definite in single precision; a and b are then undefined
   */
  boolean solve(float[] a, int width, float[] b);

  /** Σ a[aAt + i] · b[bAt + i] over a width of 16 lanes, as {@link #dots} adds it. */
  static float dot(float[] a, int aAt, float[] b, int bAt, int width) {
    float[] lanes = new float[LANES];
    for (int i = 0; i < width; i += LANES) {
      for (int l = 0; l < LANES; l++) {
        lanes[l] = Math.fma(a[aAt + i + l], b[bAt + i + l], lanes[l]);
      }
    }
    return total(lanes, 0);
  }

  /** The sum of 16 lanes from a place on, in their fixed order. */
  static float total(float[] lanes, int at) {
    float a0 = lanes[at] + lanes[at + 8];
    float a1 = lanes[at + 1] + lanes[at + 9];
    float a2 = lanes[at + 2] + lanes[at + 10];
    float a3 = lanes[at + 3] + lanes[at + 11];
    float a4 = lanes[at + 4] + lanes[at + 12];
    float a5 = lanes[at + 5] + lanes[at + 13];
    float a6 = lanes[at + 6] + lanes[at + 14];
    float a7 = lanes[at + 7] + lanes[at + 15];
    return ((a0 + a4) + (a2 + a6)) + ((a1 + a5) + (a3 + a7));
  }

  /** The fastest form that this Java offers. */
  static LeastSquaresKernels get() {
    return KernelChoice.LEAST_SQUARES;
  }

  /** The form without the vector unit. */
  static LeastSquaresKernels plain() {
    return PlainLeastSquaresKernels.INSTANCE;
  }
}
