package lectern.kernel.cell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/** Tells complete code from code that goes on, and both from what is not Java. */
final class CompletenessCheck {
  private static final String STEP = "    ";

  private final SourceCodeAnalysis analysis;

  CompletenessCheck(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  Completeness of(String code) {
    int depth = JavaText.depth(code);
    if (JavaText.endsInside(code)) {
      return Completeness.incomplete("");
    }
    if (depth < 0) {
      return Completeness.INVALID;
    }
    List<CodeUnit> units = CodeUnit.split(code, analysis);
    if (units.isEmpty()) {
      return Completeness.COMPLETE;
    }
    return switch (units.get(units.size() - 1).completeness()) {
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> Completeness.COMPLETE;
      case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE ->
          Completeness.incomplete(STEP.repeat(Math.max(depth, 0)));
      case UNKNOWN -> Completeness.INVALID;
    };
  }
}
