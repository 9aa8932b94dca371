package lectern.math;

import java.lang.reflect.InvocationTargetException;

/** Chooses the kernels once: the only place that knows whether the vector module is there. */
final class KernelChoice {
  static final VectorKernels CHOSEN =
      choose(VectorKernels.class, "SimdKernels", PlainKernels.INSTANCE);
  static final TileKernel TILES =
      choose(TileKernel.class, "SimdTileKernel", PlainTileKernel.INSTANCE);

  static final LeastSquaresKernels LEAST_SQUARES =
      choose(
          LeastSquaresKernels.class, "SimdLeastSquaresKernels", PlainLeastSquaresKernels.INSTANCE);

  static final BlockKernel BLOCKS =
      choose(BlockKernel.class, "SimdBlockKernel", PlainBlockKernel.INSTANCE);

  private KernelChoice() {}

  private static <T> T choose(Class<T> type, String simd, T plain) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain;
    }
    try {
      return type.cast(
          Class.forName("lectern.math.simd." + simd).getDeclaredConstructor().newInstance());
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError e) {
      return plain;
    }
  }
}
