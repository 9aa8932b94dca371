package lectern.kernel.session;

import java.lang.Thread.State;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** Says what a thread does that does not end. */
final class Standing {
  private Standing() {}

  /**
   * Such as {@code "still runs sun.nio.ch.Net.accept, called by java.net.ServerSocket.accept at
   * cell 3, line 2"}.
   */
  static String of(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    if (stack.length == 0) {
      return "is about to end";
    }
    String what =
        thread.getState() == State.BLOCKED ? waits(thread) : "still runs " + name(stack[0]);
    return what + caller(stack) + UserFrames.place(stack).map(at -> " at " + at).orElse("");
  }

  /** What the user's code has called, where that is not the innermost method itself. */
  private static String caller(StackTraceElement[] stack) {
    int user = UserFrames.first(stack);
    return user < 2 ? "" : ", called by " + name(stack[user - 1]);
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  private static String waits(Thread thread) {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
    LockInfo lock = info == null ? null : info.getLockInfo();
    if (lock == null) {
      return "waits for a monitor";
    }
    String owner =
        info.getLockOwnerName() == null
            ? ""
            : ", which thread \"" + info.getLockOwnerName() + "\" holds";
    return "waits for the monitor of " + name(lock) + owner;
  }

  /** Such as {@code java.lang.Object@1b2c}. */
  static String name(LockInfo lock) {
    return lock.getClassName() + "@" + Integer.toHexString(lock.getIdentityHashCode());
  }
}
