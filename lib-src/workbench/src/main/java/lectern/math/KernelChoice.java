package lectern.math;

import java.lang.reflect.InvocationTargetException;

/** Chooses the kernels once: the only place that knows whether the vector module is there. */
final class KernelChoice {
  static final VectorKernels CHOSEN = choose();

  private KernelChoice() {}

  private static VectorKernels choose() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return PlainKernels.INSTANCE;
    }
    try {
      return (VectorKernels)
          Class.forName("lectern.math.simd.SimdKernels").getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError e) {
      return PlainKernels.INSTANCE;
    }
  }
}
