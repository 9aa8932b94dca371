package lectern.kernel.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.kernel.memory.Reserve;
import lectern.kernel.stop.CellStopped;
import lectern.kernel.wire.Log;

/** A thread that does one run after the other, until it is left behind. */
final class CellWorker {
  private final BlockingQueue<CellRun<?>> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private CellRun<?> running;
  private volatile boolean left;

  CellWorker(ThreadGroup group) {
    thread = new Thread(group, this::loop, "lectern-cell");
    thread.setDaemon(true);
    thread.start();
  }

  void add(CellRun<?> run) {
    work.add(run);
  }

  Thread thread() {
    return thread;
  }

  /**
   * Interrupts what runs.
   *
   * @return the run, or null where nothing runs
   */
  synchronized CellRun<?> interrupt() {
    if (running != null) {
      running.stop();
      thread.interrupt();
    }
    return running;
  }

  /** There is no run after the one that runs. */
  synchronized void quit() {
    left = true;
    if (running == null) {
      thread.interrupt();
    }
  }

  /** After this run there is no other; false where the run has ended. */
  synchronized boolean leave(CellRun<?> run) {
    left |= run == running;
    return run == running;
  }

  /**
   * A run that somebody has stopped goes no further than here, also where its own code knew nothing
   * of it. Called by this thread.
   */
  void endIfStopped() {
    if (left || running.isStopped()) {
      throw new CellStopped();
    }
  }

  private void loop() {
    while (!left) {
      try {
        perform(work.take());
      } catch (InterruptedException e) {
        // Nothing runs, so there is nothing to stop.
      } catch (Throwable e) {
        Log.fault("the thread of the cells goes on after a fault", e);
      }
    }
  }

  private void perform(CellRun<?> run) {
    begin(run);
    Runnable tell = run.perform();
    end();
    tell.run();
    Reserve.take(); // now, where nobody waits for it
  }

  private synchronized void begin(CellRun<?> run) {
    running = run;
  }

  /** An interrupt that comes too late must not hit the next cell. */
  private synchronized void end() {
    running = null;
    Thread.interrupted();
  }
}
