package lectern.kernel.output;

/** Asks the user for a line of text. */
@FunctionalInterface
public interface Asker {
  /**
   * Waits for the answer.
   *
   * @param password whether what is typed must not be seen
   */
  String ask(String prompt, boolean password) throws InterruptedException;
}
