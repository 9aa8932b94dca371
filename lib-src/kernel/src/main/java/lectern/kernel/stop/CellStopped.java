package lectern.kernel.stop;

/** Thrown by a check in the user's code because somebody has stopped the cell. */
public final class CellStopped extends CellEnd {
  private static final long serialVersionUID = 1L;

  /** The name of every end by a stop. */
  public static final String NAME = "Interrupted";

  public CellStopped() {
    super(NAME, "the cell was stopped");
  }
}
