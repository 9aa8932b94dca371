package lectern.kernel.session;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/** The threads of this process, and what they do. */
final class LiveThreads {
  private LiveThreads() {}

  /** All that live now, but for virtual ones. */
  static Set<Thread> all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 16];
    int count = root.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = root.enumerate(threads);
    }
    Set<Thread> all = Collections.newSetFromMap(new IdentityHashMap<>(2 * count));
    all.addAll(Arrays.asList(threads).subList(0, count));
    return all;
  }

  /** Whether a thread with that stack does a task of a pool, and not one on a timetable. */
  static boolean isPoolWork(Thread thread, StackTraceElement[] stack) {
    return thread instanceof ForkJoinWorkerThread
        || Arrays.stream(stack).anyMatch(frame -> isOf(frame, "ThreadPoolExecutor"))
            && Arrays.stream(stack).noneMatch(frame -> isOf(frame, "ScheduledThreadPoolExecutor"));
  }

  private static boolean isOf(StackTraceElement frame, String executor) {
    String outer = "java.util.concurrent." + executor;
    String name = frame.getClassName();
    return name.equals(outer) || name.startsWith(outer + "$");
  }
}
