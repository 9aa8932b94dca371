package lectern.kernel.cell;

import java.nio.file.Path;
import java.util.List;
import lectern.display.MimeBundle;

/**
 * Java as a notebook speaks it: code is evaluated piece by piece and remembers what came before.
 *
 * <p>One thread at a time, but for {@link #stop}.
 */
public interface CellEngine extends AutoCloseable {
  /**
   * Runs code on the calling thread.
   *
   * @return its value where its last expression has no semicolon, else {@link CellValue#NONE}
   * @throws CellFailure where it does not compile or ends with an exception
   */
  CellValue evaluate(CellSource source) throws CellFailure;

  /** What could stand at that position, in UTF-16 units. */
  Completion complete(String code, int cursor);

  /** Signature and documentation of what stands at that position; an empty bundle for nothing. */
  MimeBundle inspect(String code, int cursor);

  /** Whether the code could be run as it stands. */
  Completeness completeness(String code);

  /** Code sees these jars and folders from now on. */
  void addToClassPath(List<Path> paths);

  /** The jars and folders that code sees. */
  List<Path> classPath();

  /** The loader that sees everything that code sees. */
  ClassLoader loader();

  /** The variables that code has, with their current values, in the order of definition. */
  List<Variable> variables();

  /** How an exception that came out of the user's classes is shown. */
  CellFailure explain(Throwable thrown);

  /**
   * Stops the code that runs, by force. Called from another thread after an interrupt did not help.
   *
   * @return false where this Java does not allow it
   */
  boolean stop();

  @Override
  void close();
}
