package lectern.display;

import java.util.concurrent.CancellationException;

/** Shows nothing; stops when interrupted. */
final class SilentProgress implements Progress {
  static final SilentProgress INSTANCE = new SilentProgress();

  private SilentProgress() {}

  @Override
  public Task begin(String what, long steps) {
    return new Task() {
      @Override
      public void at(long done, String note) {
        stopIfInterrupted(what, done, steps);
      }

      @Override
      public void close() {}
    };
  }

  static void stopIfInterrupted(String what, long done, long steps) {
    if (Thread.interrupted()) {
      throw new CancellationException(what + " stopped after " + done + " of " + steps + " steps");
    }
  }
}
