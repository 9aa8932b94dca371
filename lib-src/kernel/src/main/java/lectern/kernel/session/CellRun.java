package lectern.kernel.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lectern.kernel.memory.Reserve;

/** One piece of work of a {@link CellThread}: waits, runs, has a result. */
final class CellRun<T> {
  private final Callable<T> code;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile boolean stopped;

  CellRun(Callable<T> code) {
    this.code = code;
  }

  /** The result; errors of every kind come out as they are. */
  T await() throws Throwable {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  /** Runs on the calling thread; the result is told by what comes back. */
  Runnable perform() {
    try {
      T value = code.call();
      return () -> result.complete(value);
    } catch (Throwable e) {
      Reserve.releaseAfter(e);
      return () -> fail(e);
    }
  }

  /** Who waits is told this, where nothing has been told yet. */
  void fail(Throwable cause) {
    result.completeExceptionally(new CompletionException(cause));
  }

  /** Whether who waits has been told something. */
  boolean isOver() {
    return result.isDone();
  }

  /** Somebody has asked for its end. */
  void stop() {
    stopped = true;
  }

  /** Whether somebody has asked for its end. */
  boolean isStopped() {
    return stopped;
  }
}
