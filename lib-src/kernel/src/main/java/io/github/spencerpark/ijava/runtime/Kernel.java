package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The running kernel, for code that imports this class. */
public final class Kernel {
  private Kernel() {}

  /** This kernel. */
  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /** Runs code as a cell would and gives its value. */
  public static Object eval(String code) throws Exception {
    return getKernelInstance().evalRaw(code);
  }
}
