package lectern.kernel.session;

import java.util.concurrent.Callable;

/**
 * The one thread that runs the cells of a shell.
 *
 * <p>Where it stands in something that nothing can end, it is left behind and another takes its
 * place.
 */
final class CellThread {
  private final ThreadGroup group;
  private CellWorker worker;

  /**
   * A thread.
   *
   * @param group of it and of the threads that the user's code starts
   */
  CellThread(ThreadGroup group) {
    this.group = group;
    this.worker = new CellWorker(group);
  }

  /** Whether code of this thread has started that one, or it runs such code itself. */
  boolean isOfItsGroup(Thread thread) {
    return CellGroup.of(thread.getThreadGroup()) == CellGroup.of(group);
  }

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

  /** Runs nothing more; what runs goes on to its end. */
  synchronized void end() {
    worker.quit();
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
    worker = new CellWorker(group);
    run.fail(why);
    return true;
  }
}
