package lectern.kernel.cell;

import java.nio.file.Path;
import java.util.List;
import lectern.display.MimeBundle;
import lectern.kernel.assist.Completeness;
import lectern.kernel.assist.Completion;

/**
 * Java as a notebook speaks it: cell by cell, each of which remembers what came before.
 *
 * <p>Safe for use by several threads: code is compiled and its classes made one cell after the
 * other, and runs beside that of other threads. So no thread that cannot be stopped, and is left
 * behind in {@link #evaluate}, keeps another from going on. The classes that code is compiled to
 * carry the checks of {@link lectern.kernel.stop.StopChecks}.
 */
public interface CellEngine extends AutoCloseable {
  /** The name of the loaders of the user's classes: by it a stack trace tells the user's frames. */
  String LOADER = "cells";

  /**
   * Runs code on the calling thread.
   *
   * @return its value where its last expression has no semicolon, else {@link CellValue#NONE}
   * @throws CellFailure where it does not compile or ends with an exception
   */
  CellValue evaluate(CellSource source) throws CellFailure;

  /**
   * Classes that were imported, since this thread asked last, because its code used them without.
   */
  List<String> takeAddedImports();

  /** What could stand at that position, in UTF-16 units. */
  Completion complete(String code, int cursor);

  /**
   * Signature and documentation of what stands at that position; an empty bundle for nothing.
   *
   * @param withSource whether its source is wanted as well
   */
  MimeBundle inspect(String code, int cursor, boolean withSource);

  /** Whether the code could be run as it stands. */
  Completeness completeness(String code);

  /** Code sees these jars and folders from now on. */
  void addToClassPath(List<Path> paths);

  /** The jars and folders that code sees. */
  List<Path> classPath();

  /** The variables of the notebook in the order of their first definition. */
  List<Variable> variables();

  /** The loader of the class path; the classes of the cells themselves have loaders below it. */
  ClassLoader loader();

  /** How an exception that came out of the user's classes is shown. */
  CellFailure explain(Throwable thrown);

  /**
   * The exception that was explained last with all its frames, also where its message alone was
   * shown; empty where there was none.
   */
  List<String> lastTrace();

  @Override
  void close();
}
