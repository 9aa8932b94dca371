package lectern.kernel.session;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all shells of a kernel have in common.
 *
 * @param replies sends what they say
 * @param java becomes ready while the first requests are answered
 * @param timer for what is to happen later
 * @param timeLimitMillis how long a cell may run; 0 for ever
 */
record Shared(
    Replies replies, Future<JavaRoom> java, ScheduledExecutorService timer, long timeLimitMillis) {
  /** With a timer of its own. */
  Shared(Replies replies, Future<JavaRoom> java, long timeLimitMillis) {
    this(
        replies,
        java,
        Executors.newSingleThreadScheduledExecutor(Shared::timerThread),
        timeLimitMillis);
  }

  private static Thread timerThread(Runnable task) {
    Thread timer = new Thread(task, "lectern-timer");
    timer.setDaemon(true);
    return timer;
  }
}
