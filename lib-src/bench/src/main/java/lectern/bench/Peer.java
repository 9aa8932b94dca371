package lectern.bench;

import java.io.IOException;

/** One side of a comparison: ready to do its work as often as it is asked. */
public interface Peer extends AutoCloseable {
  /**
   * One run.
   *
   * @param seconds by the clock on the wall
   * @param cpuSeconds of all threads of the process, waiting in a loop included
   * @param loss after the last iteration
   */
  record Run(double seconds, double cpuSeconds, double loss) {}

  /** Name and versions, one line. */
  String about();

  /** Does the work once. */
  Run run() throws IOException;

  @Override
  void close() throws IOException;
}
