package lectern.kernel.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Threads that wait for one another for ever. */
final class Deadlocks {
  private Deadlocks() {}

  /** A sentence with the names of these threads and of what they wait for; empty without any. */
  static Optional<String> describe() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] waiting = threads.findDeadlockedThreads();
    if (waiting == null) {
      return Optional.empty();
    }
    String each =
        Arrays.stream(threads.getThreadInfo(waiting))
            .filter(Objects::nonNull)
            .filter(info -> info.getLockInfo() != null)
            .map(Deadlocks::one)
            .collect(Collectors.joining("; "));
    return each.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Deadlock: "
                + each
                + ". Java cannot end these threads; the session goes on without them, and a restart"
                + " of the kernel is rid of them.");
  }

  private static String one(ThreadInfo info) {
    return "thread \""
        + info.getThreadName()
        + "\" waits for "
        + Standing.name(info.getLockInfo())
        + ", which thread \""
        + info.getLockOwnerName()
        + "\" holds";
  }
}
