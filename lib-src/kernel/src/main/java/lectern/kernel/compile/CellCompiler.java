package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import lectern.kernel.source.CellText;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.MappedSource.Slice;

/** The JDK's compiler with a class path, options and the classes of the cells. */
public final class CellCompiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "-g",
          "-parameters",
          "-nowarn",
          "-Xlint:none",
          "-implicit:none",
          // Tells wrong types although some statement is malformed; hidden, but in all versions.
          "-XDshould-stop.ifError=FLOW");

  private final JavaTasks tasks;
  private final List<String> options = new ArrayList<>(OPTIONS);
  private final Map<String, byte[]> known;
  private CellFiles files;

  /**
   * A compiler.
   *
   * @param known the classes of the cells by binary name, as they are when a task begins
   */
  public CellCompiler(
      JavaTasks tasks,
      List<String> userOptions,
      Collection<Path> classPath,
      Map<String, byte[]> known) {
    // A compiler that is used again does not let annotation processors in.
    this.tasks = processes(userOptions) ? new PublicJavaTasks() : tasks;
    this.known = known;
    if (userOptions.stream().noneMatch(option -> option.startsWith("-proc"))) {
      options.add("-proc:none");
    }
    options.addAll(userOptions);
    classPath(classPath);
  }

  private static boolean processes(List<String> options) {
    return options.stream()
        .anyMatch(
            each ->
                each.startsWith("-processor")
                    || each.startsWith("--processor")
                    || each.equals("-proc:full"));
  }

  /** From now on code sees these jars and folders. */
  public void classPath(Collection<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var standard = compiler.getStandardFileManager(null, Locale.ROOT, null);
    try {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files = new CellFiles(standard, known);
  }

  /** Does some work with the compiler; each error is told to {@code problems}. */
  public <T> T run(
      MappedSource source,
      String className,
      CellText cell,
      Consumer<Problem> problems,
      Function<JavacTask, T> work) {
    return tasks.run(
        files,
        diagnostic -> {
          if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            problems.accept(problem(diagnostic, source, cell));
          }
        },
        options,
        new SourceFile(className, source.toString()),
        work);
  }

  private static Problem problem(
      Diagnostic<? extends JavaFileObject> diagnostic, MappedSource source, CellText cell) {
    Slice slice = source.sliceAt(Math.max(0, diagnostic.getPosition()));
    String message = diagnostic.getMessage(Locale.ROOT);
    if (slice == null) {
      return new Problem(cell, 0, 0, message, diagnostic.getCode());
    }
    int start = slice.inCell((int) diagnostic.getPosition());
    int end = slice.inCell((int) diagnostic.getEndPosition());
    return new Problem(slice.cell(), start, end, message, diagnostic.getCode());
  }

  /** The classes that have been compiled since it was asked last, by binary name. */
  public Map<String, byte[]> takeClasses() {
    return files.takeWritten();
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
