package lectern.kernel.assist;

import lectern.kernel.compile.DoesNotCompile;
import lectern.kernel.compile.Looks;
import lectern.kernel.compile.Problem;
import lectern.kernel.source.BrokenText;
import lectern.kernel.source.CellText;
import lectern.kernel.source.JavaText;
import lectern.kernel.source.SplitCell;

/** Tells complete code from code that goes on, and both from what is not Java. */
public final class CompletenessCheck {
  private static final String STEP = "    ";

  private final Looks looks;

  public CompletenessCheck(Looks looks) {
    this.looks = looks;
  }

  public Completeness of(String code) {
    try {
      SplitCell.of(new CellText("", code, 1));
      Problem problem = looks.syntaxProblem(code);
      if (problem == null) {
        return Completeness.COMPLETE;
      }
      boolean breaksOff = problem.start() >= code.stripTrailing().length() - 1;
      boolean closed = code.stripTrailing().endsWith(";") || code.stripTrailing().endsWith("}");
      return breaksOff && !closed ? Completeness.incomplete("") : Completeness.INVALID;
    } catch (BrokenText e) {
      int depth = JavaText.endsInside(code) ? 0 : Math.max(0, JavaText.depth(code));
      return e.isOpenEnded() ? Completeness.incomplete(STEP.repeat(depth)) : Completeness.INVALID;
    } catch (DoesNotCompile e) {
      return Completeness.INVALID;
    }
  }
}
