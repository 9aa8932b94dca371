package lectern.review;

import lectern.display.UserError;

/** A cell ended with an error that was not meant. */
public final class CellFailed extends UserError {
  private static final long serialVersionUID = 1L;

  CellFailed(String notebook, int cell, String traceback) {
    super(notebook + ", cell " + cell + ": the cell ended with an error.\n" + traceback);
  }
}
