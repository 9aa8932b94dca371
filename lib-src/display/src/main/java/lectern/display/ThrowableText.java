package lectern.display;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An exception that is a value: what it is, where it comes from, its causes; a few lines each. */
final class ThrowableText {
  private static final int FRAMES = 5;

  private final StringBuilder out = new StringBuilder();
  private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

  private ThrowableText() {}

  static String of(Throwable thrown) {
    ThrowableText text = new ThrowableText();
    text.tell("", thrown);
    return text.out.toString();
  }

  /** By reflection the kernel, and other programs, call the code of users. */
  private static boolean callsTheCell(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("lectern.kernel.");
  }

  private void tell(String before, Throwable thrown) {
    if (!told.add(thrown)) {
      return;
    }
    out.append(before).append(ObjectText.of(thrown));
    List<StackTraceElement> frames =
        Stream.of(thrown.getStackTrace()).takeWhile(frame -> !callsTheCell(frame)).toList();
    frames.stream().limit(FRAMES).forEach(frame -> out.append("\n    at ").append(frame));
    if (frames.size() > FRAMES) {
      out.append("\n    … ").append(frames.size() - FRAMES).append(" more");
    }
    for (Throwable each : thrown.getSuppressed()) {
      tell("\nSuppressed: ", each);
    }
    if (thrown.getCause() != null) {
      tell("\nCaused by: ", thrown.getCause());
    }
  }
}
