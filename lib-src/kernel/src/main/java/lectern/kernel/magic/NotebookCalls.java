package lectern.kernel.magic;

import java.util.List;
import java.util.Objects;
import lectern.display.UserError;

/**
 * Magics as methods that every cell can call without an import, by the names and types that IJava
 * gave them.
 *
 * <pre>{@code
 * List<String> jars = lineMagic("jars", List.of("lib/*.jar"));
 * }</pre>
 *
 * A line {@code List<String> jars = %jars lib/*.jar} stands for the same.
 */
public final class NotebookCalls {
  private static volatile CellRunner runner;

  private NotebookCalls() {}

  /** The session whose magics are called, for the whole process. */
  static void use(CellRunner session) {
    runner = session;
  }

  /**
   * Runs a line magic.
   *
   * @return what it gives, such as the files that {@code jars} and {@code maven} found; null for
   *     nothing. The type is the one that the caller wants, and is not checked.
   */
  public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
    return lineMagic(name, Arguments.join(arguments));
  }

  /** Runs a line magic with the rest of its line as it stands. */
  @SuppressWarnings("unchecked")
  public static <T> T lineMagic(String name, String arguments) throws Exception {
    MagicCall call = new MagicCall(name, arguments, "", false, false, 1);
    return (T) session().magics().valueForCode(call).orElse(null);
  }

  /** Runs a cell magic; the value is as for {@link #lineMagic}. */
  @SuppressWarnings("unchecked")
  public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
    MagicCall call = new MagicCall(name, Arguments.join(arguments), body, true, false, 1);
    return (T) session().magics().valueForCode(call).orElse(null);
  }

  /** Runs code as a cell would, magics too, and gives its value. */
  public static Object eval(String code) throws Exception {
    return session().run(code, "eval").value();
  }

  private static CellRunner session() {
    if (runner == null) {
      throw new UserError("Magics run in a notebook only.");
    }
    return Objects.requireNonNull(runner);
  }
}
