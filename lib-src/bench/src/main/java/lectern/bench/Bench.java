package lectern.bench;

import java.io.IOException;

/** A measurement that {@code ./lectern bench NAME} runs and prints. */
public interface Bench {
  /** What to type, one word. */
  String name();

  /** One line for the list of benches. */
  String about();

  /** True for a bench that runs only when it is named: it needs more than the others. */
  default boolean onlyByName() {
    return false;
  }

  /**
   * Measures and prints to the settings' output.
   *
   * @return true if every bar held
   * @throws IOException if files or the peer's process fail
   */
  boolean run(Settings settings) throws IOException;
}
