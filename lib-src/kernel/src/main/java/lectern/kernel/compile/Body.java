package lectern.kernel.compile;

import java.util.List;
import lectern.kernel.source.CellText;

/**
 * What stands between the braces of a method or initialiser, or behind the equals sign of a field:
 * it may be left out where it does not compile.
 *
 * @param title whose it is: {@code method next of Counter}
 * @param isOfType whether it stands in a type, not in a method of the notebook alone
 * @param from where it begins in the cell
 * @param to where it ends, exclusive
 * @param kind how it is left out
 */
record Body(CellText cell, String title, boolean isOfType, int from, int to, Kind kind) {
  /** What takes its place. */
  enum Kind {
    METHOD,
    INITIALISER,
    FIELD
  }

  boolean contains(Problem problem) {
    return problem.cell() == cell && problem.start() >= from && problem.start() <= to;
  }

  /** The innermost that a problem is in, or null. */
  static Body around(List<Body> bodies, Problem problem) {
    Body found = null;
    for (Body each : bodies) {
      if (each.contains(problem) && (found == null || each.from >= found.from)) {
        found = each;
      }
    }
    return found;
  }

  /** Code that throws instead. */
  String throwing(String why) {
    String line = why.replaceAll("[\\r\\n]+", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    return switch (kind) {
      case METHOD -> "if(true)throw $undefined(\"" + line + "\");throw null;";
      case INITIALISER -> "if(true)throw $undefined(\"" + line + "\");";
      case FIELD -> "$waiting(\"" + line + "\")";
    };
  }
}
