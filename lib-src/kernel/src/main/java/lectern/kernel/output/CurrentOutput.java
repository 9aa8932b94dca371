package lectern.kernel.output;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * are started once for all and belong to the cell that runs, or else to the one that ran last;
 * where several shells run cells, to the cell that began last.
 */
public final class CurrentOutput {
  private static final InheritableThreadLocal<CellOutput> OWNER = new InheritableThreadLocal<>();

  /** The cells that run, in the order in which they began: more than one where there are shells. */
  private static final List<CellOutput> RUNNING = new CopyOnWriteArrayList<>();

  /** The cell that began last among those that run, or else the one that ended last. */
  private static volatile CellOutput latest;

  private CurrentOutput() {}

  /** The output of the cell that this thread belongs to; empty for the kernel's own threads. */
  public static Optional<CellOutput> get() {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool()
        && latest != null) {
      return Optional.of(latest);
    }
    return Optional.ofNullable(OWNER.get());
  }

  /** Whether this thread's cell, or for the kernel's own threads the latest, was asked to stop. */
  public static boolean isStopping() {
    CellOutput cell = get().orElse(latest);
    return cell != null && cell.isStopping();
  }

  /** Whether that is the output of the cell that runs, or else of the last one. */
  public static boolean isLast(CellOutput output) {
    return latest == output;
  }

  /** This thread belongs to that output, or to none, while others may run a cell. */
  public static void join(CellOutput output) {
    OWNER.set(output);
  }

  /** This thread, and the threads that it starts from now on, belong to that output. */
  public static synchronized void enter(CellOutput output) {
    OWNER.set(output);
    RUNNING.add(output);
    latest = output;
  }

  /** The cell of that output has ended. */
  public static synchronized void leave(CellOutput output) {
    if (RUNNING.remove(output) && !RUNNING.isEmpty()) {
      latest = RUNNING.get(RUNNING.size() - 1);
    }
  }
}
