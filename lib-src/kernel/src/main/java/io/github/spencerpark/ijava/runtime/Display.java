package io.github.spencerpark.ijava.runtime;

import lectern.display.MimeBundle;
import lectern.kernel.output.Notebook;

/** The methods that cells call without an import, for code that imports them. */
public final class Display {
  private Display() {}

  /** {@link Notebook#render(Object)}. */
  public static MimeBundle render(Object value) {
    return Notebook.render(value);
  }

  /** {@link Notebook#render(Object, String...)}. */
  public static MimeBundle render(Object value, String... as) {
    return Notebook.render(value, as);
  }

  /** {@link Notebook#display(Object)}. */
  public static String display(Object value) {
    return Notebook.display(value);
  }

  /** {@link Notebook#display(Object, String...)}. */
  public static String display(Object value, String... as) {
    return Notebook.display(value, as);
  }

  /** {@link Notebook#updateDisplay(String, Object)}. */
  public static void updateDisplay(String id, Object value) {
    Notebook.updateDisplay(id, value);
  }

  /** {@link Notebook#updateDisplay(String, Object, String...)}. */
  public static void updateDisplay(String id, Object value, String... as) {
    Notebook.updateDisplay(id, value, as);
  }
}
