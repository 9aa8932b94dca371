package lectern.kernel.session;

/**
 * How a cell is called.
 *
 * @param shell such as {@code subshell 2}; "" for the first
 * @param count its number in that shell
 */
record CellName(String shell, int count) {
  /** Whether it is of the first shell, that of the notebook. */
  boolean isOfNotebook() {
    return shell.isEmpty();
  }

  /** As errors name it: {@code cell 3}, or {@code subshell 2, cell 3}. */
  @Override
  public String toString() {
    return (shell.isEmpty() ? "" : shell + ", ") + "cell " + count;
  }
}
