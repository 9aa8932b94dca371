package lectern.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.display.UserError;
import lectern.kernel.cell.CellEngine;

/** The class path of the cells, by files, folders and globs. */
public final class ClassPath {
  private final CellEngine engine;
  private final Runnable grown;

  ClassPath(CellEngine engine, Runnable grown) {
    this.engine = engine;
    this.grown = grown;
  }

  /** Adds files and folders; those that are there already change nothing. */
  void add(List<Path> paths) {
    if (!paths.isEmpty()) {
      engine.addToClassPath(paths);
      grown.run();
    }
  }

  List<Path> paths() {
    return engine.classPath();
  }

  /**
   * The files that a glob means, such as {@code libs/*.jar} or {@code libs/**}.
   *
   * @throws UserError where it means none
   */
  public static List<Path> glob(String pattern) {
    Path literal = literal(pattern);
    if (literal != null && Files.exists(literal)) {
      return List.of(literal);
    }
    String slashed = pattern.replace(File.separatorChar, '/');
    int wild = firstWild(slashed);
    if (wild < 0) {
      throw new UserError(
          "there is no file or folder " + pattern + " in " + Path.of("").toAbsolutePath());
    }
    int cut = slashed.lastIndexOf('/', wild);
    Path base = cut < 0 ? Path.of("") : Path.of(slashed.substring(0, cut + 1));
    String rest = slashed.substring(cut + 1);
    List<Path> found = matching(base, rest);
    if (found.isEmpty()) {
      throw new UserError("nothing matches " + pattern + " in " + base.toAbsolutePath());
    }
    return found;
  }

  private static List<Path> matching(Path base, String rest) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : (int) rest.chars().filter(c -> c == '/').count() + 1;
    if (!Files.isDirectory(base.toAbsolutePath())) {
      return List.of();
    }
    Path from = base.toAbsolutePath();
    try (Stream<Path> files = Files.walk(from, depth, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found = new ArrayList<>();
      files.filter(file -> matcher.matches(from.relativize(file))).sorted().forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new UserError("cannot read " + from + ": " + e.getMessage(), e);
    }
  }

  private static Path literal(String pattern) {
    try {
      return Path.of(pattern);
    } catch (java.nio.file.InvalidPathException e) {
      return null; // Windows allows no * in a name
    }
  }

  private static int firstWild(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
