package lectern.kernel.memory;

/**
 * Memory kept back, so that the kernel can still compile, tell and answer when a cell has filled
 * the rest.
 *
 * <p>Safe for use by several threads.
 */
public final class Reserve {
  private static final int BYTES = 16 << 20;

  /** In pieces much smaller than a region of the garbage collector, it fits in anywhere. */
  private static byte[][] kept;

  private static boolean gaveFree;

  private Reserve() {}

  /** Keeps memory back, where there is twice as much: what was given free is not taken again. */
  public static synchronized void take() {
    if (kept == null && hasRoom()) {
      try {
        kept = new byte[256][BYTES / 256];
        gaveFree = false;
      } catch (OutOfMemoryError e) {
        // Still none to spare: the next cell tries again.
      }
    }
  }

  /** Gives the memory free if that was what ran out. */
  public static synchronized void releaseAfter(Throwable thrown) {
    if (outOfMemory(thrown) != null) {
      kept = null;
      gaveFree = true;
    }
  }

  private static boolean hasRoom() {
    if (gaveFree) {
      System.gc(); // else what the user has freed would still count as used
    }
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory() > 2 * BYTES;
  }

  /** The error among the causes that says that memory or threads ran out, or null. */
  public static OutOfMemoryError outOfMemory(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 100; depth++) {
      if (cause instanceof OutOfMemoryError error) {
        return error;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
