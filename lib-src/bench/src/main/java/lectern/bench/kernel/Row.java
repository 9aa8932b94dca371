package lectern.bench.kernel;

import java.io.IOException;

/**
 * A row of the table: a question and how a kernel is asked it.
 *
 * @param title what is asked, with the unit
 */
record Row(String title, Trial trial) {
  /** Tries it on a kernel; the answer in a few words or figures. */
  @FunctionalInterface
  interface Trial {
    String on(InstalledKernel kernel) throws IOException, InterruptedException;
  }
}
