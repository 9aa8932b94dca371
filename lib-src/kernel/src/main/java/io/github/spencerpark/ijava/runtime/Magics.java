package io.github.spencerpark.ijava.runtime;

import java.util.List;
import lectern.kernel.magic.NotebookCalls;

/** Magics as methods, for code that imports this class. */
public final class Magics {
  private Magics() {}

  /** {@link NotebookCalls#lineMagic(String, List)}. */
  public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
    return NotebookCalls.lineMagic(name, arguments);
  }

  /** {@link NotebookCalls#cellMagic(String, List, String)}. */
  public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
    return NotebookCalls.cellMagic(name, arguments, body);
  }
}
