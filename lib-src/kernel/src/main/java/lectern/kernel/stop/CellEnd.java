package lectern.kernel.stop;

/**
 * Ends the user's code from within, or the wait for it; not a mistake in it.
 *
 * <p>To be shown as its name and its message alone, without a stack trace, wherever it stands among
 * the causes of what a cell has thrown. A {@code catch (Throwable)} of the user's may catch it: the
 * check of its next turn throws the next one.
 */
public abstract class CellEnd extends Error {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * An end.
   *
   * @param name what stands before the message, such as {@code Interrupted}
   */
  protected CellEnd(String name, String message) {
    super(message);
    this.name = name;
  }

  /** What stands before the message, such as {@code Interrupted}. */
  public final String name() {
    return name;
  }
}
