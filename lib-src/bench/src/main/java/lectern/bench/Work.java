package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One piece of work that ours and the peer do, on the same files. */
public interface Work {
  /** One word that names it within its bench, also on the command lines of both processes. */
  String name();

  /**
   * The protocol in one line: sizes, precision, where both start, how many iterations, what is
   * timed.
   */
  String protocol();

  /** Writes the inputs of both sides into an empty folder. */
  void write(Path folder) throws IOException;

  /** Reads the inputs, in the process of our side; untimed. */
  Attempt ours(Path folder) throws IOException;

  /** Our side after it has read its inputs. */
  interface Attempt {
    /** Does the work once, from the beginning: this is timed. */
    void run();

    /** The loss after the last iteration of the last run, lower being better; untimed. */
    double loss();
  }
}
