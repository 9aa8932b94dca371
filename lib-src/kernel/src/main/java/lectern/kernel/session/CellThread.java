package lectern.kernel.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import lectern.kernel.wire.Log;

/** The one thread that runs the user's code. */
final class CellThread {
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::loop, "lectern-cell");
  private long runs;
  private boolean running;

  CellThread() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs something and waits for it; errors of every kind come out as they are. */
  <T> T run(Callable<T> code) throws Throwable {
    CompletableFuture<T> result = new CompletableFuture<>();
    work.add(() -> runAndAnswer(code, result));
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  /**
   * Interrupts what runs.
   *
   * @return its number for {@link #stillRuns}, or -1 where nothing runs
   */
  synchronized long interrupt() {
    if (!running) {
      return -1;
    }
    thread.interrupt();
    return runs;
  }

  /** Whether the run of that number has not ended yet. */
  synchronized boolean stillRuns(long run) {
    return running && run == runs;
  }

  private <T> void runAndAnswer(Callable<T> code, CompletableFuture<T> result) {
    try {
      begin();
      T value = code.call();
      end();
      result.complete(value);
    } catch (Throwable e) {
      end();
      result.completeExceptionally(new CompletionException(e));
    } finally {
      // Where a stop by force comes this late, the one who waits must still be told.
      result.completeExceptionally(new CompletionException(new CancellationException("stopped")));
    }
  }

  private synchronized void begin() {
    running = true;
    runs++;
  }

  /** An interrupt that comes too late must not hit the next cell. */
  private synchronized void end() {
    running = false;
    Thread.interrupted();
  }

  private void loop() {
    while (true) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        // Nothing runs, so there is nothing to stop.
      } catch (Throwable e) {
        // Such as a stop by force that comes when the cell has just ended.
        Log.fault("the thread of the cells goes on after a fault", e);
      }
    }
  }
}
