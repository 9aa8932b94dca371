package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.display.MimeBundle;
import lectern.kernel.cell.Variable;

/** What magics may do to the session in which they stand. */
public interface MagicHost {
  /** Code sees these jars and folders from now on. Those that it sees already change nothing. */
  void addToClassPath(List<Path> jars);

  /** The jars and folders that code sees, the kernel's own among them. */
  List<Path> classPath();

  /** The loader that sees everything that code sees: where magics of others are found. */
  ClassLoader loader();

  /**
   * Runs Java code, as a cell of its own would.
   *
   * @param name how errors call it, such as the file that it comes from
   * @param line on which line of that it begins, from 1
   * @return the value of its last expression, where that has no semicolon
   * @throws Exception if it does not compile or throws
   */
  Optional<Object> run(String javaCode, String name, int line) throws Exception;

  /**
   * Runs lines of the cell in which a magic stands, magics among them; errors name the cell.
   *
   * @param below how many lines below the magic they begin
   * @return the value of the last one
   */
  Optional<Object> runHere(String lines, int below) throws Exception;

  /** The notebook's variables in the order of their definition. */
  List<Variable> variables();

  /** The working folder: relative paths start here. */
  Path folder();

  /** What is known of a Java name: signature and documentation; an empty bundle for nothing. */
  MimeBundle inspect(String name);

  /** The last exception of a cell with all its frames; empty for none. */
  List<String> lastTrace();

  /** Whether code has a variable of that name. */
  boolean hasVariable(String name);
}
