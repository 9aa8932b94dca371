package lectern.kernel.stop;

/** Thrown by a check in the user's code because somebody has stopped the cell. */
public final class CellStopped extends CellEnd {
  private static final long serialVersionUID = 1L;

  public CellStopped() {
    super("Interrupted", "the cell was stopped");
  }
}
