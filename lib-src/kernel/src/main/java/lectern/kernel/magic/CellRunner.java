package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.CellSource;
import lectern.kernel.cell.CellValue;
import lectern.kernel.cell.Completeness;
import lectern.kernel.cell.Completion;

/** Runs a cell: its Java through the engine, its magics in between, in the order written. */
public final class CellRunner {
  private static final Pattern NAME_AT_CURSOR =
      Pattern.compile("(?:^|\\n)[ \\t]*(%{1,2})([\\w.]*)$");

  private final CellEngine engine;
  private final Magics magics;
  private final ClassPath classPath;

  /** With the kernel's own magics and those that the class path brings. */
  public CellRunner(CellEngine engine) {
    this.engine = engine;
    this.classPath = new ClassPath(engine, this::classPathGrew);
    this.magics = new Magics(OwnMagics.of(this, classPath));
    magics.lookAgain(engine.loader());
  }

  /**
   * Runs a cell.
   *
   * @param name how errors call the cell
   * @return the value of its last part
   */
  public CellValue run(String cell, String name) throws Exception {
    CellValue last = CellValue.NONE;
    for (CellPart part : CellPart.split(cell)) {
      if (part instanceof CellPart.Code code) {
        last = engine.evaluate(new CellSource(code.text(), name, code.line()));
      } else if (part instanceof CellPart.Command command) {
        last = new CellValue(run(command).orElse(null), "");
      }
    }
    return last;
  }

  private Optional<Object> run(CellPart.Command command) throws Exception {
    Magic magic = magics.find(command.name(), command.wholeCell());
    return magic.run(command.arguments(), command.body());
  }

  /** All magics, by name. */
  List<Magic> magics() {
    return magics.list();
  }

  private void classPathGrew() {
    magics.lookAgain(engine.loader());
    lectern.kernel.output.Notebook.lookAgain(engine.loader());
  }

  /** Names of magics, where the cursor stands behind a percent sign that begins a line. */
  public Optional<Completion> completeMagic(String code, int cursor) {
    Matcher typed = NAME_AT_CURSOR.matcher(code.substring(0, cursor));
    if (!typed.find()) {
      return Optional.empty();
    }
    boolean wholeCell = typed.group(1).length() == 2;
    List<Completion.Match> matches =
        magics.list().stream()
            .filter(magic -> magic.takesBody() || !wholeCell)
            .map(magic -> (magic.takesBody() ? "%%" : "%") + magic.name())
            .filter(name -> name.startsWith(typed.group(1) + typed.group(2)))
            .map(name -> new Completion.Match(name, "magic", ""))
            .toList();
    return Optional.of(new Completion(typed.start(1), cursor, matches));
  }

  /** The help of the magic at the cursor. */
  public Optional<MimeBundle> inspectMagic(String code, int cursor) {
    int begin = code.lastIndexOf('\n', cursor - 1) + 1;
    int end = code.indexOf('\n', cursor);
    String line = code.substring(begin, end < 0 ? code.length() : end);
    return magics.list().stream()
        .filter(
            magic ->
                line.matches(
                    "\\s*%"
                        + (magic.takesBody() ? "%" : "")
                        + Pattern.quote(magic.name())
                        + "(\\s.*)?"))
        .findFirst()
        .map(magic -> MimeBundle.text(magic.help()));
  }

  /** Whether the cell could be run as it stands; magics always can. */
  public Completeness completeness(String cell) {
    List<CellPart> parts = CellPart.split(cell);
    CellPart last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    return last instanceof CellPart.Code code
        ? engine.completeness(code.text())
        : Completeness.COMPLETE;
  }

  /** Code sees these jars and folders from now on, and so do magics and display providers. */
  public void addToClassPath(List<Path> paths) {
    classPath.add(paths);
  }
}
