package lectern.kernel.memory;

/**
 * Memory kept back, so that the kernel can still compile, tell and answer when a cell has filled
 * the rest.
 *
 * <p>Safe for use by several threads.
 */
public final class Reserve {
  private static final int BYTES = 8 << 20;

  /** In pieces much smaller than a region of the garbage collector, it fits in anywhere. */
  private static byte[][] kept;

  private Reserve() {}

  /** Keeps memory back again, where there is enough. */
  public static synchronized void take() {
    if (kept == null) {
      try {
        kept = new byte[64][BYTES / 64];
      } catch (OutOfMemoryError e) {
        // Still none to spare: the next cell tries again.
      }
    }
  }

  /** Gives the memory free if that was what ran out. */
  public static synchronized void releaseAfter(Throwable thrown) {
    if (isOutOfMemory(thrown)) {
      kept = null;
    }
  }

  /** Whether memory, or the number of threads, ran out somewhere among the causes. */
  public static boolean isOutOfMemory(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 100; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
