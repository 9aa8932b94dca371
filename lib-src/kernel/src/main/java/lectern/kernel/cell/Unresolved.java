package lectern.kernel.cell;

import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.TypeDeclSnippet;

/** A declaration that refers to something that is not defined yet. */
final class Unresolved {
  private Unresolved() {}

  /** What it cannot do until what is defined. */
  static String describe(JShell shell, DeclarationSnippet declaration) {
    List<String> missing = shell.unresolvedDependencies(declaration).toList();
    String kind =
        declaration instanceof MethodSnippet
            ? "method "
            : declaration instanceof TypeDeclSnippet ? "type " : "variable ";
    String what = missing.isEmpty() ? "what it refers to" : String.join(", ", missing);
    return kind + declaration.name() + " cannot be used until this is defined: " + what;
  }
}
