package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import lectern.display.UserError;
import lectern.display.Variables;
import lectern.kernel.assist.Completeness;
import lectern.kernel.assist.Completion;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.CellSource;
import lectern.kernel.cell.CellValue;
import lectern.kernel.cell.Variable;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Notebook;

/** Runs a cell: its Java through the engine, its magics in between, in the order written. */
public final class CellRunner {
  private static final Pattern NAME_AT_CURSOR =
      Pattern.compile("(?:^|\\n)[ \\t]*(%{1,2})([\\w.]*)$");

  private final CellEngine engine;
  private final Magics magics;

  /** Each shell runs its cells on a thread of its own. */
  private final ThreadLocal<WaitingLoads> waitingLoads = ThreadLocal.withInitial(WaitingLoads::new);

  /** Where the magic stands that a thread runs. */
  private final ThreadLocal<CellSource> here =
      ThreadLocal.withInitial(() -> new CellSource("", "", 1));

  /** With the kernel's own magics and those that the class path brings. */
  public CellRunner(CellEngine engine) {
    this.engine = engine;
    this.magics = new Magics(new Host());
    NotebookCalls.use(this);
    Variables.use(new SessionVariables(engine));
  }

  /**
   * Runs a cell. What a magic above the last part shows, such as a table, is shown at once.
   *
   * @param name how errors call the cell
   * @return the value of its last part
   */
  public CellValue run(String cell, String name) throws Exception {
    return run(cell, name, 1);
  }

  private CellValue run(String cell, String name, int firstLine) throws Exception {
    WaitingLoads waiting = waitingLoads.get();
    CellValue last = CellValue.NONE;
    for (CellPart part : parts(cell)) {
      int line = firstLine - 1 + part.line();
      if (last.value() instanceof Displayable || last.value() instanceof MimeBundle) {
        if (last.expression().isEmpty()) {
          Screen.current().show(Notebook.bundle(last.value()));
        }
      }
      try {
        last = run(part, name, line);
      } catch (CellFailure e) {
        last = CellValue.NONE;
        if (!waiting.take(part, e)) {
          waiting.cellFailed();
          throw e;
        }
        continue;
      }
      waiting.tryAgain(magics::run);
    }
    waiting.endCell();
    return last;
  }

  private CellValue run(CellPart part, String name, int line) throws Exception {
    here.set(new CellSource("", name, line));
    if (!(part instanceof MagicCall call)) {
      return engine.evaluate(new CellSource(((CellPart.Code) part).text(), name, line));
    }
    Optional<Object> value = magics.run(call);
    Optional<CellOutput> cell = call.isQuestion() ? CurrentOutput.get() : Optional.empty();
    if (cell.isEmpty()) {
      return new CellValue(value.orElse(null), "");
    }
    value.ifPresent(help -> cell.get().page(Notebook.bundle(help)));
    return CellValue.NONE;
  }

  Magics magics() {
    return magics;
  }

  private List<CellPart> parts(String cell) {
    return Magics.mayBeIn(cell) ? magics.read(cell) : List.of(new CellPart.Code(cell, 1));
  }

  /** Names of magics, where the cursor stands behind a percent sign that begins a line. */
  public Optional<Completion> completeMagic(String code, int cursor) {
    Matcher typed = NAME_AT_CURSOR.matcher(code.substring(0, cursor));
    if (!typed.find()) {
      return MagicArguments.complete(code, cursor, magics);
    }
    boolean wholeCell = typed.group(1).length() == 2;
    List<Completion.Match> matches =
        magics.all().stream()
            .filter(magic -> magic.takesBody() || !wholeCell)
            .map(magic -> (magic.takesBody() ? "%%" : "%") + magic.name())
            .filter(name -> name.startsWith(typed.group(1) + typed.group(2)))
            .sorted()
            .map(name -> new Completion.Match(name, "magic", ""))
            .toList();
    return Optional.of(new Completion(typed.start(1), cursor, matches));
  }

  /** The help of the magic at the cursor. */
  public Optional<MimeBundle> inspectMagic(String code, int cursor) {
    int begin = code.lastIndexOf('\n', cursor - 1) + 1;
    int end = code.indexOf('\n', cursor);
    String line = code.substring(begin, end < 0 ? code.length() : end).strip();
    if (!line.startsWith("%")) {
      return Optional.empty();
    }
    String written = line.split("[\\s?]", 2)[0];
    return magics.all().stream()
        .filter(magic -> written.equals((magic.takesBody() ? "%%" : "%") + magic.name()))
        .findFirst()
        .map(magic -> MimeBundle.text((magic.help() + "\n\n" + magic.details()).strip()));
  }

  /** Whether the cell could be run as it stands; magics always can. */
  public Completeness completeness(String cell) {
    List<CellPart> parts;
    try {
      parts = parts(cell);
    } catch (UserError e) {
      return Completeness.COMPLETE; // Running it says what is wrong.
    }
    CellPart last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    return last instanceof CellPart.Code code
        ? engine.completeness(code.text())
        : Completeness.COMPLETE;
  }

  /** Code sees these jars and folders from now on, and so do magics and display providers. */
  public void addToClassPath(List<Path> paths) {
    if (!paths.isEmpty()) {
      engine.addToClassPath(paths);
      Notebook.lookAgain(engine.loader());
    }
  }

  /** The engine as magics see it. */
  private final class Host implements MagicHost {
    @Override
    public void addToClassPath(List<Path> paths) {
      CellRunner.this.addToClassPath(paths);
    }

    @Override
    public List<Path> classPath() {
      return engine.classPath();
    }

    @Override
    public ClassLoader loader() {
      return engine.loader();
    }

    @Override
    public Optional<Object> run(String javaCode, String name, int line) throws Exception {
      return Optional.ofNullable(engine.evaluate(new CellSource(javaCode, name, line)).value());
    }

    @Override
    public Optional<Object> runHere(String lines, int below) throws Exception {
      CellSource magic = here.get();
      return Optional.ofNullable(
          CellRunner.this.run(lines, magic.name(), magic.firstLine() + below).value());
    }

    @Override
    public List<Variable> variables() {
      return engine.variables();
    }

    @Override
    public MimeBundle inspect(String name) {
      return engine.inspect(name, name.length(), false);
    }

    @Override
    public List<String> lastTrace() {
      return engine.lastTrace();
    }

    @Override
    public boolean hasVariable(String name) {
      return engine.variables().stream().anyMatch(variable -> variable.name().equals(name));
    }

    @Override
    public Path folder() {
      return Path.of("").toAbsolutePath();
    }
  }
}
