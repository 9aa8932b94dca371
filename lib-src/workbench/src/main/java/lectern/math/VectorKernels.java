package lectern.math;

/**
 * The inner loops of everything: dot product, squared distance, sum, with one order of addition.
 *
 * <p>There are 16 logical lanes, whatever the machine's width. Element i of a range is added to
 * lane i mod 16; at the end lane l takes lane l + 8, then l + 4, l + 2, l + 1. Products are rounded
 * before they are added (no fused multiply-add). So the plain loops and those on the vector unit
 * give the same bits on every machine.
 *
 * <p>{@link #get()} gives the vector form when the module {@code jdk.incubator.vector} is there
 * (java's flag {@code --add-modules jdk.incubator.vector}), otherwise the plain form.
 */
public interface VectorKernels {
  /** Logical lanes of every sum. */
  int LANES = 16;

  /** Σ a[aFrom + i] · b[bFrom + i] for i below length; 0 for length 0. */
  double dot(double[] a, int aFrom, double[] b, int bFrom, int length);

  /** Σ (a[aFrom + i] − b[bFrom + i])² for i below length; 0 for length 0. */
  double squaredDistance(double[] a, int aFrom, double[] b, int bFrom, int length);

  /** Σ a[from + i] for i below length; 0 for length 0. */
  double sum(double[] a, int from, int length);

  /** y[yFrom + i] += factor · x[xFrom + i] for i below length. */
  void addScaled(double factor, double[] x, int xFrom, double[] y, int yFrom, int length);

  /** In words: {@code "plain"}, or the vector unit's width. */
  String name();

  /** The fastest form that this Java offers. */
  static VectorKernels get() {
    return KernelChoice.CHOSEN;
  }

  /** The form without the vector unit. */
  static VectorKernels plain() {
    return PlainKernels.INSTANCE;
  }

  /** Adds up the 16 lanes in their fixed order. Changes the array. */
  static double total(double[] lanes) {
    for (int width = LANES / 2; width > 0; width /= 2) {
      for (int lane = 0; lane < width; lane++) {
        lanes[lane] += lanes[lane + width];
      }
    }
    return lanes[0];
  }
}
