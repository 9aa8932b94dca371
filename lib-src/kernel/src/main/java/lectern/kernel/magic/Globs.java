package lectern.kernel.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import lectern.display.UserError;

/**
 * Files and folders by a pattern: {@code *} and {@code ?} in a name, {@code [ab]}, {@code {a,b}},
 * and {@code **} for folders at any depth.
 *
 * <p>Hidden files and folders, whose names begin with a dot, match only where that dot is written;
 * {@code **} passes them by. A folder that cannot be read is told of and passed by.
 *
 * <p>A name that exists as it is written is itself, brackets and all. {@code ~} is the home folder.
 */
public final class Globs {
  private Globs() {}

  /**
   * What matches in the working folder, sorted.
   *
   * @throws UserError where nothing does
   */
  public static List<Path> matching(String pattern) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    List<Path> found = find(pattern, folder);
    if (found.isEmpty()) {
      throw new UserError("Nothing matches " + pattern + " in " + folder);
    }
    return found;
  }

  /** What matches, sorted; empty for nothing. Hidden files match only where a dot is written. */
  static List<Path> find(String pattern, Path folder) throws IOException {
    String expanded = expandHome(pattern);
    String separators = File.separatorChar == '\\' ? "[/\\\\]+" : "/+";
    try {
      Path exact = folder.resolve(expanded);
      if (Files.exists(exact)) {
        return List.of(exact.normalize());
      }
    } catch (InvalidPathException e) {
      // A pattern, and no path on this system.
    }
    String[] segments = expanded.split(separators);
    List<Path> found = new ArrayList<>();
    Path start = folder;
    int first = 0;
    while (first < segments.length && !isGlob(segments[first])) {
      String name = segments[first] + (first == 0 ? File.separator : "");
      start = resolve(start, name, pattern);
      first++;
    }
    walk(start, segments, first, found);
    return found.stream().map(Path::normalize).distinct().sorted().toList();
  }

  private static Path resolve(Path folder, String name, String pattern) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new UserError("Not a path: " + pattern + " (" + e.getReason() + ")", e);
    }
  }

  /** The path with a leading {@code ~} replaced by the home folder. */
  static String expandHome(String path) {
    boolean home = path.equals("~") || path.startsWith("~/") || path.startsWith("~\\");
    return home ? System.getProperty("user.home") + path.substring(1) : path;
  }

  static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static void walk(Path at, String[] segments, int next, List<Path> found)
      throws IOException {
    if (next == segments.length) {
      if (Files.exists(at)) {
        found.add(at);
      }
      return;
    }
    String segment = segments[next];
    if (!isGlob(segment)) {
      walk(at.resolve(segment), segments, next + 1, found);
    } else if (Files.isDirectory(at)) {
      for (Path entry : entries(at, segment, next == segments.length - 1)) {
        walk(entry, segments, next + 1, found);
      }
    }
  }

  private static List<Path> entries(Path folder, String segment, boolean isLast)
      throws IOException {
    List<Path> entries = new ArrayList<>();
    if (segment.equals("**")) {
      Files.walkFileTree(folder, new Below(folder, isLast, entries));
      return entries;
    }
    PathMatcher matcher = matcher(segment);
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path entry : inside) {
        if (matcher.matches(entry.getFileName()) && (!isHidden(entry) || segment.startsWith("."))) {
          entries.add(entry);
        }
      }
    } catch (AccessDeniedException e) {
      tellUnreadable(folder, e);
    }
    return entries;
  }

  private static PathMatcher matcher(String segment) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + segment);
    } catch (PatternSyntaxException e) {
      throw new UserError(
          "Not a pattern: " + segment + " (" + e.getDescription() + "). Close its brackets.", e);
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static void tellUnreadable(Path path, IOException why) {
    System.err.println("note: " + path + " cannot be read and is left out (" + why + ")");
  }

  /** What {@code **} finds: the files, or the folders with the first among them. */
  private static final class Below extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final boolean files;
    private final List<Path> found;

    Below(Path folder, boolean files, List<Path> found) {
      this.folder = folder;
      this.files = files;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      if (!path.equals(folder) && isHidden(path)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return take(path);
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      return isHidden(path) ? FileVisitResult.CONTINUE : take(path);
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException why) {
      if (path.equals(folder) || !isHidden(path)) {
        tellUnreadable(path, why);
      }
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult take(Path path) {
      if (files ? Files.isRegularFile(path) : Files.isDirectory(path)) {
        found.add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
