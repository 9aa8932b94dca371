package lectern.kernel.source;

/** The text cannot be read as Java at all: a string, a comment or a bracket has no end. */
public final class BrokenText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final boolean openEnded;

  /**
   * A fault.
   *
   * @param openEnded whether more text could mend it
   */
  BrokenText(int position, String message, boolean openEnded) {
    super(message, null, false, false);
    this.position = position;
    this.openEnded = openEnded;
  }

  /** Where it is in the cell. */
  public int position() {
    return position;
  }

  /** Whether the text only breaks off, so that more of it could be right. */
  public boolean isOpenEnded() {
    return openEnded;
  }
}
