package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * One compiler that is used again and again and so knows the JDK's classes already.
 *
 * <p>It needs {@code --add-exports} of three packages of {@code jdk.compiler}, and is compiled
 * apart from the rest of the kernel because {@code --release} does not allow that. The compiler
 * does not look twice into a package: what it knows of the cells is forgotten before each task.
 */
public final class PooledJavaTasks implements JavaTasks {
  private JavacTaskPool pool;
  private JavaFileManager lastFiles;

  /**
   * A pool.
   *
   * @throws IllegalAccessError where the process has no access to the compiler's own packages
   */
  public PooledJavaTasks() {
    Names.instance(new Context()); // fails here rather than in the first cell
  }

  @Override
  public <T> T run(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> listener,
      List<String> options,
      JavaFileObject source,
      Function<JavacTask, T> work) {
    if (files != lastFiles) { // a compiler keeps its files for good
      pool = new JavacTaskPool(1);
      lastFiles = files;
    }
    return pool.getTask(
        null,
        files,
        listener,
        options,
        List.of(),
        List.of(source),
        task -> {
          forgetCells(((BasicJavacTask) task).getContext());
          return work.apply(task);
        });
  }

  private static void forgetCells(Context context) {
    Symtab symbols = Symtab.instance(context);
    Name cells = Names.instance(context).fromString(CellNames.PACKAGE);
    // Before Java 9 there are no modules: the compiler then uses the other one of these.
    for (ModuleSymbol module : List.of(symbols.unnamedModule, symbols.noModule)) {
      List<Name> known = new ArrayList<>();
      for (var each : symbols.getAllClasses()) {
        if (each.flatname.toString().startsWith(CellNames.PACKAGE + ".")) {
          known.add(each.flatname);
        }
      }
      known.forEach(name -> symbols.removeClass(module, name));
      var found = symbols.getPackage(module, cells);
      if (found != null) {
        found.members_field = null;
        found.flags_field &= ~Flags.EXISTS;
        found.completer = ClassFinder.instance(context).getCompleter();
      }
    }
  }
}
