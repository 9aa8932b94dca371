package lectern.kernel.session;

import java.util.Optional;
import lectern.kernel.cell.CellEngine;

/** Tells the user's frames from the others, by the loader of their classes. */
final class UserFrames {
  private UserFrames() {}

  /** Whether the user's code stands somewhere on that stack. */
  static boolean in(StackTraceElement[] stack) {
    return first(stack) >= 0;
  }

  /** The position of the user's innermost frame, or -1. */
  static int first(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (CellEngine.LOADER.equals(stack[i].getClassLoaderName())) {
        return i;
      }
    }
    return -1;
  }

  /** The place as the user knows it, such as {@code cell 3, line 2}; empty where it is not told. */
  static Optional<String> place(StackTraceElement[] stack) {
    int user = first(stack);
    if (user < 0 || stack[user].getFileName() == null || stack[user].getFileName().contains("$")) {
      return Optional.empty();
    }
    return Optional.of(stack[user].getFileName() + ", line " + stack[user].getLineNumber());
  }
}
