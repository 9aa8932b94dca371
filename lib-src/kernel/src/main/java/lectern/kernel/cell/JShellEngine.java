package lectern.kernel.cell;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import lectern.display.MimeBundle;

/**
 * Java by JShell, in this same process.
 *
 * <p>A cell is split into declarations, statements and expressions, which are compiled and run one
 * by one. A cell that cannot be read as Java runs none of them; a cell with a wrong name or type
 * runs those before it.
 */
public final class JShellEngine implements CellEngine {
  private static final String OWN = System.getProperty("java.class.path");

  private final CellLoader loader = new CellLoader(JShellEngine.class.getClassLoader());
  private final CellControl control = new CellControl(new CellClasses(loader, OWN));
  private final SourceLines sources = new SourceLines();
  private final RuntimeErrors errors;
  private final Set<Path> classPath = new LinkedHashSet<>();
  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  /**
   * An engine that sees the class path of this process.
   *
   * @param compilerOptions for javac, such as {@code -parameters}
   * @param stopping whether the cell that runs was asked to stop
   */
  public JShellEngine(List<String> compilerOptions, BooleanSupplier stopping) {
    errors = new RuntimeErrors(sources, stopping);
    Stream.of(OWN.split(File.pathSeparator))
        .filter(path -> !path.isEmpty())
        .forEach(path -> classPath.add(Path.of(path)));
    shell =
        JShell.builder()
            .executionEngine(new Provider(control), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .in(InputStream.nullInputStream())
            .build();
    // Not by the option -classpath: that would hide what is added later.
    shell.addToClasspath(OWN);
    analysis = shell.sourceCodeAnalysis();
  }

  @Override
  public CellValue evaluate(CellSource source) throws CellFailure {
    Thread.currentThread().setContextClassLoader(loader);
    List<CodeUnit> units = CodeUnit.split(source.code(), analysis);
    refuseWhatIsNotJava(units, source);
    CellValue last = CellValue.NONE;
    List<Snippet> unresolved = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      CodeUnit unit = units.get(i);
      Snippet snippet = run(unit, source);
      if (shell.status(snippet) == Status.RECOVERABLE_DEFINED
          || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED) {
        unresolved.add(snippet);
      }
      boolean isValue = i == units.size() - 1 && unit.isOpenEnded() && isExpression(snippet);
      last = isValue ? new CellValue(control.value(), unit.text().strip()) : CellValue.NONE;
    }
    tellUnresolved(unresolved, source);
    control.forget();
    return last;
  }

  /** A unit that is cut off or malformed cannot run: its errors come before anything has run. */
  private void refuseWhatIsNotJava(List<CodeUnit> units, CellSource source) throws CellFailure {
    if (units.isEmpty() || units.get(units.size() - 1).completeness().isComplete()) {
      return;
    }
    CodeUnit bad = units.get(units.size() - 1);
    for (Snippet snippet : analysis.sourceToSnippets(bad.text())) {
      if (snippet.kind() == Snippet.Kind.ERRONEOUS) {
        SnippetEvent event = shell.eval(bad.text()).get(0); // refused, not run
        throw CompileErrors.of(shell.diagnostics(event.snippet()).toList(), bad, source);
      }
    }
  }

  private Snippet run(CodeUnit unit, CellSource source) throws CellFailure {
    control.forget();
    SnippetEvent own = null;
    for (SnippetEvent event : shell.eval(unit.text())) {
      if (event.causeSnippet() == null) {
        own = event;
        sources.remember(event.snippet().id(), source, unit.offset());
      }
    }
    if (own == null) {
      throw new IllegalStateException("JShell said nothing of " + unit.text());
    }
    if (own.status() == Status.REJECTED) {
      throw CompileErrors.of(shell.diagnostics(own.snippet()).toList(), unit, source);
    }
    if (own.exception() != null) {
      Throwable thrown = control.thrown() == null ? own.exception() : control.thrown();
      throw failure(thrown, own.exception());
    }
    return own.snippet();
  }

  private CellFailure failure(Throwable thrown, JShellException told) {
    control.forget();
    if (told instanceof EvalException) {
      return errors.of(thrown, told);
    }
    // A method was called that refers to something not defined yet.
    Snippet waiting =
        told instanceof jdk.jshell.UnresolvedReferenceException reference
            ? reference.getSnippet()
            : null;
    String text =
        waiting instanceof DeclarationSnippet declaration
            ? Unresolved.describe(shell, declaration)
            : told.getMessage();
    return new CellFailure(
        new CellError("NotDefined", text, List.of(Ansi.red("NotDefined") + ": " + text)), told);
  }

  private void tellUnresolved(List<Snippet> unresolved, CellSource source) throws CellFailure {
    for (Snippet snippet : unresolved) {
      Status now = shell.status(snippet);
      if ((now == Status.RECOVERABLE_DEFINED || now == Status.RECOVERABLE_NOT_DEFINED)
          && snippet instanceof DeclarationSnippet declaration) {
        String text = Unresolved.describe(shell, declaration);
        if (!(snippet instanceof MethodSnippet)) {
          throw new CellFailure(
              new CellError(
                  "CompileError",
                  text,
                  List.of(Ansi.red("error") + " in " + source.name() + ": " + text)),
              null);
        }
        System.err.println("note: " + text);
      }
    }
  }

  private static boolean isExpression(Snippet snippet) {
    SubKind kind = snippet.subKind();
    return kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        || kind == SubKind.VAR_VALUE_SUBKIND
        || kind == SubKind.ASSIGNMENT_SUBKIND
        || kind == SubKind.OTHER_EXPRESSION_SUBKIND;
  }

  @Override
  public Completion complete(String code, int cursor) {
    return new Completer(analysis).complete(code, cursor);
  }

  @Override
  public MimeBundle inspect(String code, int cursor) {
    return new Inspector(analysis).inspect(code, cursor);
  }

  @Override
  public Completeness completeness(String code) {
    return new CompletenessCheck(analysis).of(code);
  }

  @Override
  public void addToClassPath(List<Path> paths) {
    for (Path path : paths) {
      if (classPath.add(path.toAbsolutePath())) {
        shell.addToClasspath(path.toAbsolutePath().toString());
      }
    }
  }

  @Override
  public List<Path> classPath() {
    return List.copyOf(classPath);
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public List<Variable> variables() {
    List<VarSnippet> snippets =
        shell
            .variables()
            .filter(each -> shell.status(each).isActive() && !each.name().startsWith("$"))
            .toList();
    String names = snippets.stream().map(VarSnippet::name).collect(Collectors.joining(", "));
    control.forget();
    List<SnippetEvent> events = shell.eval("new Object[] {" + names + "}");
    Object[] values = (Object[]) control.value();
    control.forget();
    events.forEach(event -> shell.drop(event.snippet()));
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; values != null && i < values.length; i++) {
      VarSnippet snippet = snippets.get(i);
      variables.add(new Variable(snippet.name(), snippet.typeName(), values[i]));
    }
    return variables;
  }

  @Override
  public CellFailure explain(Throwable thrown) {
    return thrown instanceof CellFailure failure ? failure : errors.of(thrown, null);
  }

  @Override
  public boolean stop() {
    return control.stopRunner();
  }

  @Override
  public void close() {
    shell.close();
  }

  private record Provider(ExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "lectern";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return control;
    }
  }
}
