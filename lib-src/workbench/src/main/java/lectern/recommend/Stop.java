package lectern.recommend;

import java.util.concurrent.CancellationException;

/** Ends long loops on one thread, as {@link lectern.math.Parallel} ends its own. */
final class Stop {
  private Stop() {}

  static void ifInterrupted() {
    if (Thread.interrupted()) {
      throw new CancellationException("stopped by an interrupt");
    }
  }
}
