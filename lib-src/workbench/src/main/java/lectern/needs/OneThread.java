package lectern.needs;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import smile.math.MathEx;

/**
 * Runs Smile's work so that it gives the same bits each time, whatever the machine: its parallel
 * streams on a pool of one thread, which fixes how sums are cut, and that thread's random numbers
 * from a seed.
 */
final class OneThread {
  private OneThread() {}

  /**
   * The result of the work.
   *
   * @throws CancellationException if the caller is interrupted; the work may go on to its end in
   *     the background, and its result is dropped
   */
  static synchronized <T> T run(long seed, Callable<T> work) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.submit(
              () -> {
                MathEx.setSeed(seed);
                return work.call();
              })
          .get();
    } catch (InterruptedException e) {
      throw new CancellationException("stopped by an interrupt");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
