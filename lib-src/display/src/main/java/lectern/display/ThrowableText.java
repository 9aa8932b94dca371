package lectern.display;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

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

  private void tell(String before, Throwable thrown) {
    if (!told.add(thrown)) {
      return;
    }
    out.append(before).append(ObjectText.of(thrown));
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
      out.append("\n    at ").append(frames[i]);
    }
    if (frames.length > FRAMES) {
      out.append("\n    … ").append(frames.length - FRAMES).append(" more");
    }
    for (Throwable each : thrown.getSuppressed()) {
      tell("\nSuppressed: ", each);
    }
    if (thrown.getCause() != null) {
      tell("\nCaused by: ", thrown.getCause());
    }
  }
}
