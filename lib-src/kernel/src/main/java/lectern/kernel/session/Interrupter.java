package lectern.kernel.session;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lectern.kernel.output.CellOutput;

/**
 * Stops the cell that runs: asks first, then forces, then says that it cannot.
 *
 * <p>An interrupt ends code that sleeps, waits, prints or shows. What still runs after a second is
 * ended by force where Java can do so; where it cannot, the user is told what is left to do.
 */
final class Interrupter {
  static final String CANNOT_STOP =
      "This cell runs on: this version of the kernel cannot stop a loop that neither waits nor"
          + " prints. To end it, restart the kernel (Kernel > Restart Kernel); its variables will"
          + " be lost.\n";

  private static final long GRACE_MILLIS = 1_000;
  private static final long FORCE_MILLIS = 400;

  private final CellThread cells;
  private final ScheduledExecutorService timer;

  Interrupter(CellThread cells, ScheduledExecutorService timer) {
    this.cells = cells;
    this.timer = timer;
  }

  /**
   * Stops the cell that runs, if one does; returns at once.
   *
   * @param output of that cell
   * @param force ends the user's code by force; false where it cannot
   */
  void interrupt(CellOutput output, BooleanSupplier force) {
    output.stopping();
    long run = cells.interrupt();
    if (run >= 0) {
      later(GRACE_MILLIS, run, () -> force(run, output, force));
    }
  }

  private void force(long run, CellOutput output, BooleanSupplier force) {
    if (force.getAsBoolean()) {
      later(FORCE_MILLIS, run, () -> output.say(CANNOT_STOP));
    } else {
      output.say(CANNOT_STOP);
    }
  }

  private void later(long millis, long run, Runnable next) {
    timer.schedule(
        () -> {
          if (cells.stillRuns(run)) {
            next.run();
          }
        },
        millis,
        TimeUnit.MILLISECONDS);
  }
}
