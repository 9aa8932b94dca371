package lectern.math;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lectern.display.UserError;

/**
 * Loops on several threads whose result does not depend on how many.
 *
 * <p>The range 0 to n − 1 is cut into blocks of a size that the caller fixes; threads take blocks
 * as they become free; sums are kept by block and added in the order of the blocks. A block must
 * write only what is its own.
 *
 * <p>The loop runs on the calling thread and up to {@link #threads()} − 1 helpers. Interrupting the
 * caller ends it after the blocks under way, with a {@link CancellationException}. What a block
 * throws is thrown here, of several the one of the lowest block that ran. A loop inside a loop runs
 * on one thread.
 */
public final class Parallel {
  /** Work on the numbers from (included) to to (excluded). */
  @FunctionalInterface
  public interface Block {
    void run(int from, int to);
  }

  /** A partial sum over the numbers from (included) to to (excluded). */
  @FunctionalInterface
  public interface BlockSum {
    double of(int from, int to);
  }

  /** Adds the share of the numbers from (included) to to (excluded) to an array of zeros. */
  @FunctionalInterface
  public interface BlockSums {
    void add(int from, int to, double[] sums);
  }

  private static final ThreadLocal<Integer> CHOSEN = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final ExecutorService HELPERS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lectern-parallel-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  private Parallel() {}

  /** How many threads a loop of this thread uses: the machine's processors unless chosen. */
  public static int threads() {
    Integer chosen = CHOSEN.get();
    return chosen == null ? Runtime.getRuntime().availableProcessors() : chosen;
  }

  /** What the work gives when its loops run on so many threads. */
  public static <T> T withThreads(int threads, Supplier<T> work) {
    if (threads < 1) {
      throw new UserError("threads must be at least 1, not " + threads + ".");
    }
    Integer before = CHOSEN.get();
    CHOSEN.set(threads);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CHOSEN.remove();
      } else {
        CHOSEN.set(before);
      }
    }
  }

  /** Runs all blocks of 0 to n − 1. */
  public static void forBlocks(int n, int blockSize, Block body) {
    if (n < 0 || blockSize < 1) {
      throw new IllegalArgumentException(
          "n must be at least 0 and blockSize at least 1, not " + n + " and " + blockSize);
    }
    int blocks = (int) (((long) n + blockSize - 1) / blockSize);
    int helpers = INSIDE.get() ? 0 : Math.min(threads(), blocks) - 1;
    new Loop(n, blockSize, blocks, body).run(Math.max(helpers, 0));
  }

  /** The sum of all blocks, added in their order. */
  public static double sum(int n, int blockSize, BlockSum part) {
    double[] parts = new double[(int) (((long) n + blockSize - 1) / blockSize)];
    forBlocks(n, blockSize, (from, to) -> parts[from / blockSize] = part.of(from, to));
    double sum = 0;
    for (double p : parts) {
      sum += p;
    }
    return sum;
  }

  /** Sums of so many quantities at once, added in the order of the blocks. */
  public static double[] sums(int n, int blockSize, int quantities, BlockSums part) {
    double[][] parts = new double[(int) (((long) n + blockSize - 1) / blockSize)][];
    forBlocks(
        n,
        blockSize,
        (from, to) -> {
          double[] mine = new double[quantities];
          part.add(from, to, mine);
          parts[from / blockSize] = mine;
        });
    double[] total = new double[quantities];
    for (double[] p : parts) {
      for (int i = 0; i < quantities; i++) {
        total[i] += p[i];
      }
    }
    return total;
  }

  /** One loop under way. */
  private static final class Loop {
    private final int n;
    private final int blockSize;
    private final int blocks;
    private final Block body;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private int helping;
    private boolean closed;
    private int failedBlock = Integer.MAX_VALUE;
    private Throwable failure;

    Loop(int n, int blockSize, int blocks, Block body) {
      this.n = n;
      this.blockSize = blockSize;
      this.blocks = blocks;
      this.body = body;
    }

    void run(int helpers) {
      for (int i = 0; i < helpers; i++) {
        HELPERS.execute(
            () -> {
              if (enter()) {
                try {
                  takeBlocks(false);
                } finally {
                  leave();
                }
              }
            });
      }
      boolean interrupted = takeBlocks(true);
      interrupted |= close();
      throwFailure();
      if (interrupted) {
        throw new CancellationException("stopped by an interrupt");
      }
    }

    /** A helper that begins late, when the loop is over, is turned away: nobody waited for it. */
    private synchronized boolean enter() {
      if (closed) {
        return false;
      }
      helping++;
      return true;
    }

    private synchronized void leave() {
      helping--;
      notifyAll();
    }

    /** Waits for the helpers that are at work, whatever happens; true if interrupted meanwhile. */
    private synchronized boolean close() {
      closed = true;
      boolean interrupted = false;
      while (helping > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          stopped = true;
          interrupted = true;
        }
      }
      return interrupted;
    }

    /** Takes blocks until none is left; true if the caller was interrupted. */
    private boolean takeBlocks(boolean caller) {
      boolean outer = INSIDE.get();
      INSIDE.set(true);
      try {
        while (!stopped) {
          if (caller && Thread.interrupted()) {
            stopped = true;
            return true;
          }
          int block = next.getAndIncrement();
          if (block >= blocks) {
            return false;
          }
          runBlock(block);
        }
        return false;
      } finally {
        INSIDE.set(outer);
      }
    }

    private void runBlock(int block) {
      int from = block * blockSize;
      try {
        body.run(from, (int) Math.min(n, (long) from + blockSize));
      } catch (RuntimeException | Error e) {
        fail(block, e);
      }
    }

    private synchronized void fail(int block, Throwable thrown) {
      stopped = true;
      if (block < failedBlock) {
        failedBlock = block;
        failure = thrown;
      }
    }

    private synchronized void throwFailure() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
