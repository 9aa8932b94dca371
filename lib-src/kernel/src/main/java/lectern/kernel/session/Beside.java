package lectern.kernel.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import lectern.kernel.stop.StopSwitch;

/** The user's code that runs beside the cells, each piece on a thread of its own, and its stop. */
final class Beside {
  private final Map<Thread, BooleanSupplier> running = new ConcurrentHashMap<>();

  /** Runs it on this thread until it ends or is stopped. */
  void run(Runnable work) {
    Thread thread = Thread.currentThread();
    BooleanSupplier order = () -> Thread.currentThread() == thread;
    running.put(thread, order);
    try {
      work.run();
    } finally {
      synchronized (this) {
        running.remove(thread);
        StopSwitch.withdraw(order);
        Thread.interrupted();
      }
    }
  }

  /** Stops what runs on that thread, if something does; returns at once. */
  synchronized void stop(Thread thread) {
    BooleanSupplier order = running.get(thread);
    if (order != null) {
      StopSwitch.withdraw(order);
      StopSwitch.stop(order);
      thread.interrupt();
    }
  }

  /** Stops all of it. */
  void stop() {
    running.keySet().forEach(this::stop);
  }
}
