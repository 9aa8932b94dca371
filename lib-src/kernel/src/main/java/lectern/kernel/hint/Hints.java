package lectern.kernel.hint;

import java.util.HashMap;
import java.util.Map;
import lectern.kernel.compile.Problem;

/** A sentence for those errors of the compiler's that beginners meet most. */
public final class Hints {
  private static final String COMPILER = "compiler.err.";
  private static final Map<String, Hint> TABLE = table();

  private final Surroundings surroundings;

  public Hints(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private static Map<String, Hint> table() {
    Map<String, Hint> all = new HashMap<>();
    all.putAll(SyntaxHints.TABLE);
    all.putAll(NameHints.TABLE);
    all.putAll(TypeHints.TABLE);
    all.putAll(CallHints.TABLE);
    all.putAll(FlowHints.TABLE);
    return Map.copyOf(all);
  }

  /** What helps with an error; "" for nothing. */
  public String of(Problem problem) {
    String name = problem.code() == null ? "" : problem.code();
    String key = name.startsWith(COMPILER) ? name.substring(COMPILER.length()) : name;
    Hint hint = TABLE.get(key);
    return hint == null ? "" : hint.of(new Mistake(problem, surroundings));
  }
}
