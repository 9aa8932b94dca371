package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A new compiler for each task, by {@code javax.tools} alone. */
public final class PublicJavaTasks implements JavaTasks {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  @Override
  public <T> T run(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> listener,
      List<String> options,
      JavaFileObject source,
      Function<JavacTask, T> work) {
    return work.apply(
        (JavacTask) compiler.getTask(null, files, listener, options, null, List.of(source)));
  }
}
