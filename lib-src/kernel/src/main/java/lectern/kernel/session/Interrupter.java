package lectern.kernel.session;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lectern.kernel.output.CellOutput;
import lectern.kernel.stop.StopSwitch;

/**
 * Stops the cell that runs, in half a second.
 *
 * <p>An interrupt ends code that sleeps or waits, and the checks in the user's classes end what
 * runs. What still stands then, such as a wait for a monitor or a loop of the JDK's own, nothing
 * can end: its thread is left behind, the cell ends with an account of it, and the next one runs on
 * a new thread. The one left behind ends when it comes back to the user's code.
 */
final class Interrupter {
  private static final long PATIENCE_MILLIS = 400;
  private static final long LOOK_AGAIN_MILLIS = 1_000;

  private final CellThread cells;
  private final ScheduledExecutorService timer;
  private volatile CellStop current;

  Interrupter(CellThread cells, ScheduledExecutorService timer) {
    this.cells = cells;
    this.timer = timer;
  }

  /** A cell begins on the calling thread. */
  void begin(CellOutput output) {
    StopSwitch.spare(Thread.currentThread());
    current = new CellStop(output, cells::isOfItsGroup);
  }

  /**
   * Stops the cell that runs, if one does; returns at once.
   *
   * @param output of that cell
   */
  void interrupt(CellOutput output) {
    CellWorker worker = cells.worker();
    CellStop stop = current;
    output.stopping();
    CellRun<?> run = worker.interrupt();
    if (run != null) {
      StopSwitch.stop(stop);
      later(PATIENCE_MILLIS, () -> patienceIsOver(worker, run, stop));
      timer.execute(stop::wake);
    }
  }

  /** Stops the threads that the cell has started which began last; itself it has ended. */
  void endThreads() {
    CellStop stop = current;
    StopSwitch.stop(stop);
    stop.wake();
    later(LOOK_AGAIN_MILLIS, () -> StopSwitch.withdraw(stop));
  }

  private void patienceIsOver(CellWorker worker, CellRun<?> run, CellStop stop) {
    if (!run.isOver()) {
      cells.leave(worker, run, new CellLeft(worker.thread()));
    }
    withdrawAtTheEnd(worker.thread(), run, stop);
  }

  /** A thread that was left behind must find the order when it comes back, however late. */
  private void withdrawAtTheEnd(Thread thread, CellRun<?> run, CellStop stop) {
    if (thread == cells.worker().thread() || !thread.isAlive()) {
      StopSwitch.withdraw(stop);
    } else {
      later(LOOK_AGAIN_MILLIS, () -> withdrawAtTheEnd(thread, run, stop));
    }
  }

  private void later(long millis, Runnable next) {
    timer.schedule(next, millis, TimeUnit.MILLISECONDS);
  }
}
