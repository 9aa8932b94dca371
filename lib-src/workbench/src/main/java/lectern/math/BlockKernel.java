package lectern.math;

/**
 * The inner loop of dense linear algebra in double precision: take the product of two thin blocks
 * away from a block of 4 × 16 numbers.
 *
 * <p>c_ij −= Σ_k left_ki · right_kj, each entry in the order of k by a fused multiply-add, rounded
 * once as {@link Math#fma(double, double, double)} defines. Every entry has an order of its own, so
 * the plain loops and those on a vector unit of any width give the same bits.
 *
 * <p>{@link #get()} gives the vector form when the module {@code jdk.incubator.vector} is there,
 * otherwise the plain form.
 */
public interface BlockKernel {
  /** Rows of a block. */
  int ROWS = 4;

  /** Columns of a block. */
  int COLUMNS = 16;

  /**
   * Takes the product away.
   *
   * @param left depth × 4 numbers from leftAt on, by depth
   * @param right depth × 16 numbers from rightAt on, by depth
   * @param c the block begins at cAt, its rows are stride apart
   */
  void subtractProduct(
      double[] left,
      int leftAt,
      double[] right,
      int rightAt,
      int depth,
      double[] c,
      int cAt,
      int stride);

  /** The fastest form that this Java offers. */
  static BlockKernel get() {
    return KernelChoice.BLOCKS;
  }

  /** The form without the vector unit. */
  static BlockKernel plain() {
    return PlainBlockKernel.INSTANCE;
  }
}
