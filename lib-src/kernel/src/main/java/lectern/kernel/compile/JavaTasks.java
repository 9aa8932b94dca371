package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** A way to the JDK's compiler: a task lives as long as the work that is done with it. */
public interface JavaTasks {
  /**
   * Does some work with a task for one source.
   *
   * @throws IllegalArgumentException where an option is unknown
   */
  <T> T run(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> listener,
      List<String> options,
      JavaFileObject source,
      Function<JavacTask, T> work);

  /**
   * The pooled compiler where this process was started with access to it, else the public one,
   * which does the same in two to three times the time.
   */
  static JavaTasks best() {
    try {
      Class<?> pooled = Class.forName("lectern.kernel.compile.PooledJavaTasks");
      return (JavaTasks) pooled.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return new PublicJavaTasks();
    }
  }
}
