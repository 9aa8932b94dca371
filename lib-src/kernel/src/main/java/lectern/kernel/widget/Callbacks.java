package lectern.kernel.widget;

import java.util.concurrent.ExecutorService;
import lectern.display.widget.WidgetHost;
import lectern.kernel.session.Session;
import lectern.kernel.wire.Message;

/**
 * Runs listeners for the cell that added them: one after the other, or the newest alone.
 *
 * <p>On the thread of the cells, behind a cell that runs; or beside it, where that was asked for.
 */
final class Callbacks implements WidgetHost.Runner {
  private final Session session;
  private final ExecutorService turn;
  private final Message home;
  private final boolean newestOnly;
  private final boolean besides;
  private Runnable waiting;
  private Thread running;
  private boolean stale;

  /**
   * A runner.
   *
   * @param turn waits for each listener's turn
   * @param home what the output belongs to; null for nothing
   */
  Callbacks(
      Session session, ExecutorService turn, Message home, boolean newestOnly, boolean besides) {
    this.session = session;
    this.turn = turn;
    this.home = home;
    this.newestOnly = newestOnly;
    this.besides = besides;
  }

  @Override
  public void run(Runnable work) {
    if (newestOnly) {
      synchronized (this) {
        waiting = work;
        stopRunning();
      }
      turn.execute(this::runNewest);
    } else {
      turn.execute(() -> session.run(home, work, besides));
    }
  }

  /** Only what still runs is stopped, never the cell behind it: the lock sees to that. */
  private void stopRunning() {
    if (running != null && !stale) {
      stale = true;
      if (besides) {
        session.stop(running);
      } else {
        session.interrupt();
      }
    }
  }

  private void runNewest() {
    Runnable work;
    synchronized (this) {
      work = waiting;
      waiting = null;
    }
    if (work != null) {
      session.run(home, () -> runUnlessStale(work), besides);
    }
  }

  private void runUnlessStale(Runnable work) {
    synchronized (this) {
      running = Thread.currentThread();
      stale = waiting != null;
    }
    try {
      if (!isStale()) {
        work.run();
      }
    } catch (Throwable e) {
      if (!isStale()) {
        throw e;
      }
    } finally {
      synchronized (this) {
        running = null;
        Thread.interrupted();
      }
    }
  }

  private synchronized boolean isStale() {
    return stale;
  }
}
