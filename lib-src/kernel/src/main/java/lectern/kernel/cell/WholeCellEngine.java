package lectern.kernel.cell;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lectern.display.MimeBundle;
import lectern.kernel.assist.AroundCode;
import lectern.kernel.assist.Completeness;
import lectern.kernel.assist.CompletenessCheck;
import lectern.kernel.assist.Completer;
import lectern.kernel.assist.Completion;
import lectern.kernel.assist.Inspector;
import lectern.kernel.assist.KnownClasses;
import lectern.kernel.compile.CellCompiler;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CompiledUnit;
import lectern.kernel.compile.DoesNotCompile;
import lectern.kernel.compile.Importer;
import lectern.kernel.compile.JavaTasks;
import lectern.kernel.compile.Looks;
import lectern.kernel.compile.SessionVariable;
import lectern.kernel.compile.UnitCompiler;
import lectern.kernel.compile.Workspace;
import lectern.kernel.hint.Hints;
import lectern.kernel.link.CellRuntime;
import lectern.kernel.link.ClassPathLoader;
import lectern.kernel.link.LoadedCells;
import lectern.kernel.link.ModulePath;
import lectern.kernel.memory.Reserve;
import lectern.kernel.source.CellText;
import lectern.kernel.source.JavaText;

/**
 * Compiles each cell as a whole and runs it in this process: a cell that does not compile does
 * nothing. What code means is written in SEMANTICS.md, beside the kernel's sources.
 */
public final class WholeCellEngine implements CellEngine {
  private final ClassPathLoader loader;
  private final Set<Path> classPath = new LinkedHashSet<>();
  private final Workspace workspace = new Workspace();
  private final LoadedCells cells;
  private final CellCompiler compiler;
  private final UnitCompiler units;
  private final Looks looks;
  private final RuntimeErrors errors;
  private final KnownClasses classes;
  private final CompileErrors compileErrors;
  private final Inspector inspector;

  /** Of the cells of a thread. */
  private final ThreadLocal<List<String>> addedImports = ThreadLocal.withInitial(ArrayList::new);

  /**
   * An engine that sees the class path of this process.
   *
   * @param compilerOptions for javac, such as {@code -parameters}
   * @param stopping whether the cell that runs was asked to stop
   */
  public WholeCellEngine(List<String> compilerOptions, BooleanSupplier stopping) {
    this(JavaTasks.best(), compilerOptions, stopping);
  }

  /** The same by a way to the compiler of one's choice. */
  public WholeCellEngine(JavaTasks tasks, List<String> compilerOptions, BooleanSupplier stopping) {
    loader = new ClassPathLoader(ModulePath.loader(compilerOptions, getClass().getClassLoader()));
    cells = new LoadedCells(loader);
    classes = new KnownClasses(loader);
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> !path.isEmpty())
        .forEach(path -> classPath.add(Path.of(path)));
    compiler = new CellCompiler(tasks, compilerOptions, classPath, cells.known());
    Importer importer = name -> classes().only(name);
    units = new UnitCompiler(compiler, workspace, importer);
    looks = new Looks(compiler, workspace, importer);
    errors = new RuntimeErrors(cells::textOf, stopping);
    inspector = new Inspector(looks, loader);
    compileErrors = new CompileErrors(new Hints(new AroundCode(looks, this::classes)));
  }

  @Override
  public CellValue evaluate(CellSource source) throws CellFailure {
    Thread.currentThread().setContextClassLoader(loader);
    CellText text = new CellText(source.name(), source.code(), source.firstLine());
    Class<?> main;
    CompiledUnit unit;
    synchronized (this) {
      try {
        unit = units.compile(text);
        main = cells.define(unit);
        unit.commit().run();
        addedImports.get().addAll(unit.added());
        cells.retain(workspace.owners());
      } catch (DoesNotCompile e) {
        throw compileErrors.of(e.problems());
      } catch (ReflectiveOperationException | LinkageError e) {
        throw errors.of(e);
      }
    }
    unit.notes().forEach(note -> System.err.println("note: " + note));
    Object value = run(main);
    return value == CellRuntime.$NOTHING ? CellValue.NONE : new CellValue(value, unit.value());
  }

  private Object run(Class<?> main) throws CellFailure {
    try {
      MethodHandle run =
          MethodHandles.publicLookup().findStatic(main, "$run", MethodType.methodType(void.class));
      run.invokeExact();
      return main.getField("$value").get(null);
    } catch (Throwable thrown) {
      Reserve.releaseAfter(thrown);
      throw errors.of(thrown);
    }
  }

  @Override
  public List<String> takeAddedImports() {
    List<String> taken = List.copyOf(addedImports.get());
    addedImports.remove();
    return taken;
  }

  @Override
  public synchronized Completion complete(String code, int cursor) {
    return new Completer(looks, this::classes).complete(JavaText.withoutMagics(code), cursor);
  }

  @Override
  public synchronized MimeBundle inspect(String code, int cursor, boolean withSource) {
    return inspector.inspect(JavaText.withoutMagics(code), cursor, withSource);
  }

  @Override
  public synchronized Completeness completeness(String code) {
    return new CompletenessCheck(looks).of(code);
  }

  /** Code of a cell as the compiler sees it, for whoever wants to know more of it. */
  public Looks looks() {
    return looks;
  }

  private KnownClasses classes() {
    return classes.with(classPath);
  }

  /** How many classes of cells are kept because something may still refer to them. */
  int classesKept() {
    return cells.size();
  }

  /** How many methods are kept because something may still call them. */
  int slotsKept() {
    return cells.slots();
  }

  @Override
  public synchronized List<Variable> variables() {
    List<Variable> found = new ArrayList<>();
    for (SessionVariable each : workspace.variables()) {
      try {
        Object value = cells.outermost(each.owner()).getField(each.name()).get(null);
        String type = CellNames.plain(each.type()).replaceAll("([a-z_]\\w*\\.)+(?=\\p{Lu})", "");
        found.add(new Variable(each.name(), type, value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(each.name(), e);
      } catch (LinkageError e) {
        // Memory ran out while its cell's class was made ready: it never had a value.
      }
    }
    return found;
  }

  @Override
  public synchronized void addToClassPath(List<Path> paths) {
    boolean changed = false;
    for (Path path : paths) {
      if (classPath.add(path.toAbsolutePath())) {
        loader.add(path.toAbsolutePath());
        changed = true;
      }
    }
    if (changed) {
      compiler.classPath(classPath);
    }
  }

  @Override
  public synchronized List<Path> classPath() {
    return List.copyOf(classPath);
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public CellFailure explain(Throwable thrown) {
    return thrown instanceof CellFailure failure ? failure : errors.of(thrown);
  }

  @Override
  public List<String> lastTrace() {
    return errors.lastTrace();
  }

  @Override
  public void close() {
    compiler.close();
  }
}
