package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.compile.Problem;
import lectern.kernel.hint.Hints;
import lectern.kernel.source.CellText;

/**
 * What the compiler says of a cell: its name, the line and column, the line itself, a caret, the
 * compiler's words, and a hint where there is one.
 */
final class CompileErrors {
  private static final int SHOWN = 20;

  private final Hints hints;

  CompileErrors(Hints hints) {
    this.hints = hints;
  }

  CellFailure of(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    problems.stream().limit(SHOWN).forEach(each -> describe(each, lines));
    if (problems.size() > SHOWN) {
      lines.add("and " + (problems.size() - SHOWN) + " more errors");
    }
    Problem first = problems.get(0);
    String text =
        first.cell().name()
            + ", line "
            + first.cell().line(first.start())
            + ": "
            + first.message().replaceAll("\\s+", " ");
    return new CellFailure(new CellError("CompileError", text, lines), null);
  }

  private void describe(Problem problem, List<String> lines) {
    CellText cell = problem.cell();
    int line = cell.line(problem.start());
    int column = cell.column(problem.start());
    List<String> words =
        problem
            .message()
            .replace("java.lang.", "")
            .lines()
            .filter(each -> !each.isBlank())
            .toList();
    String place = cell.name() + ", line " + line + ", column " + column;
    lines.add(Ansi.red("error") + " in " + place + ": " + (words.isEmpty() ? "" : words.get(0)));
    String text = cell.lineText(line);
    lines.add("    " + text);
    int before = Math.min(column - 1, text.length());
    int marked = Math.min(problem.end(), problem.start() + text.length() - before);
    lines.add(
        "    "
            + text.substring(0, before).replaceAll("[^\t]", " ")
            + Ansi.red("^".repeat(Math.max(1, marked - problem.start()))));
    words.stream().skip(1).forEach(each -> lines.add("  " + each));
    String hint = hints.of(problem);
    if (!hint.isEmpty()) {
      lines.add("hint: " + hint);
    }
  }
}
