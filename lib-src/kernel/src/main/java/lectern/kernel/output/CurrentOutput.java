package lectern.kernel.output;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which cell a thread belongs to: the one that started it.
 *
 * <p>A thread keeps its cell for life, also when that cell has ended: its text appears below the
 * code that started it, and not below what happens to run. The same holds for the threads of an
 * executor, which belong to the cell that was running when the executor started them, mostly at the
 * first tasks; a task given to such a pool by a later cell prints where the pool's threads do. To
 * have it print below the later cell, make the pool in that cell.
 *
 * <p>The common pool's threads, which work for parallel streams and for {@code CompletableFuture},
 * are started once for all and belong to the cell that runs, or else to the one that ran last.
 */
public final class CurrentOutput {
  private static final InheritableThreadLocal<CellOutput> OWNER = new InheritableThreadLocal<>();
  private static volatile CellOutput running;

  private CurrentOutput() {}

  /** The output of the cell that this thread belongs to; empty for the kernel's own threads. */
  public static Optional<CellOutput> get() {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool()
        && running != null) {
      return Optional.of(running);
    }
    return Optional.ofNullable(OWNER.get());
  }

  /** Whether the cell that runs, or else the last one, was asked to stop. */
  public static boolean isStopping() {
    CellOutput cell = running;
    return cell != null && cell.isStopping();
  }

  /** Whether that is the output of the cell that runs, or else of the last one. */
  public static boolean isLast(CellOutput output) {
    return running == output;
  }

  /** This thread belongs to that output, or to none, while others may run a cell. */
  public static void join(CellOutput output) {
    OWNER.set(output);
  }

  /** This thread, and the threads that it starts from now on, belong to that output. */
  public static void enter(CellOutput output) {
    OWNER.set(output);
    running = output;
  }
}
