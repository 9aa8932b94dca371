package lectern.kernel.cell;

/** A cell did not compile, or ended with an exception. */
public final class CellFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CellError error;

  /**
   * A failure.
   *
   * @param cause what was thrown, or null
   */
  public CellFailure(CellError error, Throwable cause) {
    super(error.name() + ": " + error.text(), cause, false, false);
    this.error = error;
  }

  /** What the user sees of it. */
  public CellError error() {
    return error;
  }
}
