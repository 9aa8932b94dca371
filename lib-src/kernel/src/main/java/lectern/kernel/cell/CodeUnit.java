package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * One declaration, statement or expression of a cell.
 *
 * @param text as it is evaluated: a missing last semicolon is added
 * @param offset where it begins in the cell
 */
record CodeUnit(String text, int offset, Completeness completeness) {
  /** Splits code; the last unit takes all the rest where the code is not complete. */
  static List<CodeUnit> split(String code, SourceCodeAnalysis analysis) {
    List<CodeUnit> units = new ArrayList<>();
    String rest = code.stripLeading();
    while (!rest.isEmpty()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      int offset = code.length() - rest.length();
      boolean whole = info.completeness().isComplete();
      units.add(new CodeUnit(whole ? info.source() : rest, offset, info.completeness()));
      rest = whole ? info.remaining().stripLeading() : "";
    }
    return units;
  }

  /** Whether it is written without a semicolon at its end. */
  boolean isOpenEnded() {
    return completeness == Completeness.COMPLETE && !JavaText.withoutComments(text).endsWith(";");
  }
}
