package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import lectern.kernel.compile.CellNames;

/** An exception with the frames of the user's code and of the libraries that it called. */
final class WholeTrace {
  private static final int FRAMES = 60;
  private static final String KERNEL = "lectern\\.kernel\\.(?!output\\.Notebook).*";
  private static final String PLUMBING = "(jdk\\.internal\\.reflect|java\\.lang\\.invoke)\\..*";

  private final RuntimeErrors errors;
  private final List<String> lines = new ArrayList<>();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private WholeTrace(RuntimeErrors errors) {
    this.errors = errors;
  }

  /** The lines; the kernel's own frames, below those of the cell, are left out. */
  static List<String> of(Throwable thrown, RuntimeErrors errors) {
    WholeTrace trace = new WholeTrace(errors);
    String head = "";
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      trace.describe(each, head, "");
      head = "Caused by: ";
    }
    return List.copyOf(trace.lines);
  }

  private void describe(Throwable thrown, String head, String indent) {
    if (!seen.add(thrown) || seen.size() > FRAMES) {
      return;
    }
    lines.add(indent + head + RuntimeErrors.name(thrown) + RuntimeErrors.message(thrown));
    int shown = 0;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String place = errors.where(frame);
      boolean ofKernel = place == null && frame.getClassName().matches(KERNEL);
      if (ofKernel && shown > 0) {
        break;
      }
      if (shown++ == FRAMES) {
        lines.add(indent + "    …");
        break;
      }
      if (!ofKernel && !frame.getClassName().matches(PLUMBING)) {
        lines.add(indent + "    at " + (place == null ? CellNames.plain(text(frame)) : place));
      }
    }
    for (Throwable each : thrown.getSuppressed()) {
      describe(each, "Suppressed: ", indent + "    ");
    }
  }

  private static String text(StackTraceElement frame) {
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + (frame.getLineNumber() > 0
            ? "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")"
            : "");
  }
}
