package io.github.spencerpark.ijava;

/** Gives the running kernel to notebooks that were written for IJava. */
public final class IJava {
  private static final JavaKernel KERNEL = new JavaKernel();

  private IJava() {}

  /** This kernel. */
  public static JavaKernel getKernelInstance() {
    return KERNEL;
  }
}
