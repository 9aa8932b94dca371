package lectern.math;

/** The block kernel in plain Java: the reference for the order of operations. */
final class PlainBlockKernel implements BlockKernel {
  static final PlainBlockKernel INSTANCE = new PlainBlockKernel();

  private PlainBlockKernel() {}

  @Override
  public void subtractProduct(
      double[] left,
      int leftAt,
      double[] right,
      int rightAt,
      int depth,
      double[] c,
      int cAt,
      int stride) {
    for (int k = 0; k < depth; k++) {
      for (int i = 0; i < ROWS; i++) {
        double factor = -left[leftAt + k * ROWS + i];
        int row = cAt + i * stride;
        for (int j = 0; j < COLUMNS; j++) {
          c[row + j] = Math.fma(factor, right[rightAt + k * COLUMNS + j], c[row + j]);
        }
      }
    }
  }
}
