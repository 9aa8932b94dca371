package lectern.kernel.compile;

import java.util.List;

/** A cell does not compile; nothing of it has been defined or run. */
public final class DoesNotCompile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** For at least one reason. */
  public DoesNotCompile(List<Problem> problems) {
    super(problems.get(0).message(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** The reasons, in the compiler's order. */
  public List<Problem> problems() {
    return problems;
  }
}
