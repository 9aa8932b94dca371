package io.github.spencerpark.jupyter.kernel.magic.common;

/** Stands for {@code %sh} and {@code %%sh}, which this kernel has. */
public final class Shell {
  private Shell() {}
}
