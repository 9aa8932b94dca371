package lectern.kernel.magic;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.UserError;

/** {@code %load}: runs a script or the code cells of a notebook, magics and all. */
final class LoadMagic {
  private static final List<String> ENDINGS = List.of(".jsh", ".jshell", ".java", ".ipynb");

  private final MagicHost host;
  private final Magics magics;

  /** The files under way on a thread, innermost first: a file that loads itself is refused. */
  private final ThreadLocal<Deque<Path>> underWay = ThreadLocal.withInitial(ArrayDeque::new);

  LoadMagic(MagicHost host, Magics magics) {
    this.host = host;
    this.magics = magics;
  }

  List<Magic> magics() {
    return List.of(
        BuiltIn.line(
            "load",
            "%load FILE — runs a Java or JShell script, or the code cells of a notebook",
            (arguments, body) -> load(arguments)));
  }

  private Optional<Object> load(String arguments) throws Exception {
    List<String> words = Arguments.words(arguments);
    if (words.size() != 1) {
      throw new UserError(
          words.isEmpty()
              ? "%load needs a file, such as %load setup.jsh"
              : "%load takes one file, not " + words.size() + ": quote a name that has spaces.");
    }
    Path file = file(words.get(0));
    Deque<Path> open = underWay.get();
    if (open.contains(file)) {
      throw new UserError("A file that loads itself: " + file + ". Take that %load out of it.");
    }
    open.push(file);
    try {
      return run(file);
    } finally {
      open.pop();
    }
  }

  private Path file(String name) {
    try {
      Path path = host.folder().resolve(Globs.expandHome(name)).toAbsolutePath().normalize();
      if (Files.isRegularFile(path)) {
        return path;
      }
      for (String ending : ENDINGS) {
        Path longer = path.resolveSibling(path.getFileName() + ending);
        if (Files.isRegularFile(longer)) {
          return longer;
        }
      }
      throw new UserError(
          "No such file: " + path + ". The working folder is " + host.folder().toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new UserError("Not a path: " + name + " (" + e.getReason() + ")", e);
    }
  }

  private Optional<Object> run(Path file) throws Exception {
    String text = read(file);
    String name = file.getFileName().toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
      return runCell(text, name);
    }
    List<String> cells = NotebookFile.codeCells(text, file);
    Optional<Object> value = Optional.empty();
    for (int i = 0; i < cells.size(); i++) {
      value = runCell(cells.get(i), name + " cell " + (i + 1));
    }
    return value;
  }

  private static String read(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserError("Not text in UTF-8: " + file + ". Save it as UTF-8.", e);
    }
  }

  /** Runs one cell. The engine's errors name the file; those of magics are told where they are. */
  private Optional<Object> runCell(String code, String where) throws Exception {
    Optional<Object> value = Optional.empty();
    for (CellPart part : magics.read(code)) {
      value =
          part instanceof MagicCall call
              ? runMagic(call, where)
              : host.run(((CellPart.Code) part).text(), where, part.line());
    }
    return value;
  }

  private Optional<Object> runMagic(MagicCall call, String where) throws Exception {
    try {
      return magics.run(call);
    } catch (Exception e) {
      System.err.println(call.written() + " failed on line " + call.line() + " of " + where + ":");
      throw e;
    }
  }
}
