package io.github.spencerpark.jupyter.kernel.magic.registry;

import io.github.spencerpark.jupyter.kernel.magic.common.Shell;
import java.util.List;
import lectern.display.UserError;
import lectern.kernel.magic.NotebookCalls;

/** The magics of this kernel by IJava's names. */
public final class Magics {
  /** Does nothing for {@link Shell}, whose magics are there; others are refused. */
  public void registerMagics(Class<?> type) {
    if (type != Shell.class) {
      throw new UserError(
          "Magics of IJava cannot be registered here: implement lectern.display.Magic in "
              + type.getName()
              + " and name it in META-INF/services.");
    }
  }

  /** Runs a line magic. */
  public <T> T applyLineMagic(String name, List<String> arguments) throws Exception {
    return NotebookCalls.lineMagic(name, arguments);
  }

  /** Runs a cell magic. */
  public <T> T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
    return NotebookCalls.cellMagic(name, arguments, body);
  }
}
