package lectern.kernel.assist;

import java.util.Set;
import lectern.kernel.compile.DoesNotCompile;
import lectern.kernel.compile.Looks;
import lectern.kernel.compile.Problem;
import lectern.kernel.source.BrokenText;
import lectern.kernel.source.CellText;
import lectern.kernel.source.JavaText;
import lectern.kernel.source.JavaTokens;
import lectern.kernel.source.SplitCell;

/** Tells complete code from code that goes on, and both from what is not Java. */
public final class CompletenessCheck {
  private static final String STEP = "    ";

  private static final Set<String> HEADS =
      Set.of("else", "do", "try", "finally", "class", "interface", "extends", "implements", "new");

  /** Behind their parentheses a statement follows. */
  private static final Set<String> CONDITIONS = Set.of("if", "for", "while", "switch", "catch");

  /** Their block is not all. */
  private static final Set<String> ALONE = Set.of("do", "try");

  private final Looks looks;

  public CompletenessCheck(Looks looks) {
    this.looks = looks;
  }

  public Completeness of(String code) {
    try {
      if (wantsBody(SplitCell.of(new CellText("", code, 1)).tokens())) {
        return Completeness.incomplete(STEP);
      }
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

  /** Whether the code ends with the head of something, such as {@code if (x)} or {@code else}. */
  private static boolean wantsBody(JavaTokens tokens) {
    int last = tokens.size() - 1;
    String word = tokens.at(last).text();
    if (HEADS.contains(word)) {
      return true;
    }
    int opening = word.equals(")") || word.equals("}") ? tokens.partner(last) : -1;
    String before = opening > 0 ? tokens.at(opening - 1).text() : "";
    return word.equals(")") ? CONDITIONS.contains(before) : ALONE.contains(before);
  }
}
