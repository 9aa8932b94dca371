package lectern.lstm.fast;

/**
 * The inner loops of the fast layers, on single-precision arrays.
 *
 * <p>The plain and the vector form give the same bits, whatever the vector unit's width: every
 * number of a product is added up in rising order with fused multiply-adds, of which Java says what
 * they give to the last bit; a row's sum has 16 logical lanes; exp is a polynomial of our own. Rows
 * are padded to {@link #PANEL} numbers.
 *
 * <p>B of a product A·B lies in panels: the columns j × 64 to j × 64 + 63 of all its rows stand
 * together, row after row.
 */
public interface Kernels {
  /** Columns of a panel. */
  int PANEL = 64;

  /** Logical lanes of a row's sum. */
  int LANES = 16;

  /**
   * C += A·B.
   *
   * <p>A(i, p) is a[aFrom + i × aRow + p × aColumn]; B(p, j) is b[bFrom + (j / 64) × bPanel + p ×
   * bRow + j mod 64]; C(i, j) is c[cFrom + i × cRow + j].
   *
   * @param n a multiple of {@link #PANEL}
   */
  void multiplyAdd(
      int m,
      int n,
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bFrom,
      int bPanel,
      int bRow,
      float[] c,
      int cFrom,
      int cRow);

  /**
   * One step of an LSTM for one sequence. Gates in z, which are replaced by their activations: tanh
   * of the first width numbers, the logistic function of the next three times as many (forget,
   * output, input).
   *
   * @param cBefore where the cell's numbers of the step before stand in c, or −1 for the first step
   * @param at where this step's numbers go in c, tanhC and h
   */
  void cell(
      float[] z, int gates, int width, float[] c, int cBefore, float[] tanhC, float[] h, int at);

  /**
   * The way back through one step.
   *
   * @param dh the loss by the step's output, at the place {@code at}
   * @param dc the loss by the cell's numbers from the step after, at dcAt; replaced by what the
   *     step before gets
   * @param dz where the loss by the gates' inputs goes, at the place {@code gates}
   */
  void cellBack(
      float[] z,
      int gates,
      int width,
      float[] c,
      int cBefore,
      float[] tanhC,
      float[] dh,
      int at,
      float[] dc,
      int dcAt,
      float[] dz);

  /**
   * Replaces a row by its softmax; its padding holds numbers far below zero.
   *
   * @param length a multiple of {@link #PANEL}
   * @return log P(chosen), 0 where chosen is below 0
   */
  double softmax(float[] row, int from, int length, int chosen);

  /** to[toFrom + i] += row[from + i] for i below length, a multiple of 16. */
  void addRow(float[] row, int from, float[] to, int toFrom, int length);

  /** row[from + i] ×= factor for i below length, a multiple of 16. */
  void scale(float[] row, int from, int length, float factor);

  /** In words: {@code "plain"}, or the vector unit's width. */
  String name();

  /** The fastest form that this Java offers. */
  static Kernels get() {
    return KernelChoice.CHOSEN;
  }

  /** The form without the vector unit. */
  static Kernels plain() {
    return PlainKernels.INSTANCE;
  }

  /** The next multiple of {@link #PANEL}. */
  static int padded(int width) {
    return (width + PANEL - 1) / PANEL * PANEL;
  }

  /** Adds up 16 lanes in their fixed order. Changes the array. */
  static float total(float[] lanes) {
    for (int width = LANES / 2; width > 0; width /= 2) {
      for (int lane = 0; lane < width; lane++) {
        lanes[lane] += lanes[lane + width];
      }
    }
    return lanes[0];
  }
}
