package lectern.kernel;

import java.util.concurrent.CountDownLatch;

/**
 * The end of the kernel's process: soon, in order where that is possible, whatever threads and
 * shutdown hooks the user's code has made.
 */
final class Ending {
  /** How long goodbye messages and the user's shutdown hooks may take together. */
  private static final long LAST_MILLIS = 300;

  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile int status;

  /** Asks for the end; the first one to ask chooses the exit code. Returns at once. */
  synchronized void ask(int exitCode) {
    if (asked.getCount() > 0) {
      status = exitCode;
      asked.countDown();
    }
  }

  /** Waits until somebody asks, then ends the process. */
  void await(Kernel kernel) throws InterruptedException {
    asked.await();
    haltAtTheLatest();
    kernel.close();
    System.exit(status);
  }

  private void haltAtTheLatest() {
    Thread last = new Thread(this::haltSoon, "lectern-halt");
    last.setDaemon(true);
    try {
      last.start();
    } catch (OutOfMemoryError noMoreThreads) {
      haltSoon();
    }
  }

  private void haltSoon() {
    try {
      Thread.sleep(LAST_MILLIS);
    } catch (InterruptedException e) {
      // Sooner, then.
    }
    Runtime.getRuntime().halt(status);
  }
}
