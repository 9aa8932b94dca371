package lectern.lstm.fast;

import java.lang.reflect.InvocationTargetException;

/** Chooses the kernels once: the only place that knows whether the vector module is there. */
final class KernelChoice {
  static final Kernels CHOSEN = choose();

  private KernelChoice() {}

  private static Kernels choose() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return PlainKernels.INSTANCE;
    }
    try {
      return (Kernels)
          Class.forName("lectern.lstm.fast.simd.SimdKernels")
              .getDeclaredConstructor()
              .newInstance();
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
