package lectern.kernel.stop;

/** Thrown where the user's code asks to end the process: it ends the cell and not the kernel. */
public final class ExitCalled extends CellEnd {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * An exit.
   *
   * @param call as the user wrote it, such as {@code System.exit}
   * @param status the exit code that the user gave
   */
  ExitCalled(String call, int status) {
    super(
        "Exit",
        call
            + "("
            + status
            + ") ends the code that calls it; the kernel and its variables live on (Kernel >"
            + " Restart Kernel begins anew)");
    this.status = status;
  }

  /** The exit code that the user gave. */
  public int status() {
    return status;
  }
}
