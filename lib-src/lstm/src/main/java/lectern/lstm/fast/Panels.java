package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;

/** Puts matrices into the panels that {@link Kernels#multiplyAdd} reads. */
final class Panels {
  private Panels() {}

  /**
   * The transpose: row r of the source becomes column r of panels of k rows; columns from n to the
   * next multiple of 64 are 0.
   *
   * @param from where the source's row 0 begins; its rows are k long
   * @param firstPanel the first panel to write, in columns: a multiple of 64
   * @param lastPanel behind the last one
   */
  static void columns(
      float[] source,
      int from,
      int n,
      int k,
      float[] to,
      int toFrom,
      int firstPanel,
      int lastPanel) {
    for (int j = firstPanel; j < lastPanel; j += PANEL) {
      int base = toFrom + j * k;
      for (int q = 0; q < PANEL; q++) {
        int row = from + (j + q) * k;
        boolean inside = j + q < n;
        for (int p = 0; p < k; p++) {
          to[base + p * PANEL + q] = inside ? source[row + p] : 0f;
        }
      }
    }
  }

  /** Row r of width numbers into row r of panels that have so many rows each. */
  static void row(float[] source, int from, int width, float[] to, int rowsOfAll, int r) {
    for (int j = 0; j < width; j += PANEL) {
      System.arraycopy(source, from + j, to, j * rowsOfAll + r * PANEL, Math.min(PANEL, width - j));
    }
  }

  /** Rows of one width to rows of another, wider or narrower; what is beyond stays as it was. */
  static void respace(float[] source, int width, float[] to, int toWidth, int rows) {
    int common = Math.min(width, toWidth);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(source, r * width, to, r * toWidth, common);
    }
  }
}
