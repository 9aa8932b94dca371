package lectern.kernel.session;

import java.util.concurrent.Callable;

/**
 * The one thread that runs the user's code.
 *
 * <p>Where it stands in something that nothing can end, it is left behind and another takes its
 * place.
 */
final class CellThread {
  private CellWorker worker = new CellWorker();

  /** Runs something and waits for it; errors of every kind come out as they are. */
  <T> T run(Callable<T> code) throws Throwable {
    CellRun<T> run = new CellRun<>(code);
    worker().add(run);
    return run.await();
  }

  /** The thread that runs the next cell, and this one where one runs. */
  synchronized CellWorker worker() {
    return worker;
  }

  /**
   * Leaves a thread behind, and tells who waits for its work.
   *
   * @param why is told
   * @return false where the work had ended
   */
  synchronized boolean leave(CellWorker standing, CellRun<?> run, Throwable why) {
    if (!standing.leave(run)) {
      return false;
    }
    worker = new CellWorker();
    run.fail(why);
    return true;
  }
}
