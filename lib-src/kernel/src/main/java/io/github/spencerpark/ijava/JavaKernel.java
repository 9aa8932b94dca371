package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import lectern.display.MimeBundle;
import lectern.kernel.magic.NotebookCalls;
import lectern.kernel.output.Notebook;

/** What notebooks written for IJava ask of a kernel. */
public final class JavaKernel {
  private final Renderer renderer = new Renderer();
  private final Magics magics = new Magics();

  JavaKernel() {}

  /** Where looks of values are registered. */
  public Renderer getRenderer() {
    return renderer;
  }

  /** Where magics are called. */
  public Magics getMagics() {
    return magics;
  }

  /** Runs code as a cell would and gives its value. */
  public Object evalRaw(String code) throws Exception {
    return NotebookCalls.eval(code);
  }

  /** Runs code as a cell would and gives the looks of its value. */
  public MimeBundle eval(String code) throws Exception {
    return Notebook.bundle(evalRaw(code));
  }

  /** Code sees this jar or folder, or all that a pattern finds, from now on. */
  public void addToClasspath(String path) throws Exception {
    NotebookCalls.lineMagic("classpath", List.of(path));
  }
}
