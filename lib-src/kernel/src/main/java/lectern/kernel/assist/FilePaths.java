package lectern.kernel.assist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders whose path a string may go on with. */
public final class FilePaths {
  private static final int MOST = 200;

  private FilePaths() {}

  /**
   * Names in the folder that has been typed; a folder ends with a slash, hidden ones need their
   * dot.
   *
   * @param typed the string up to the cursor
   * @param cursor where that is in the code
   */
  public static Completion complete(String typed, int cursor) {
    int slash = typed.lastIndexOf('/') + 1;
    String name = typed.substring(slash);
    if (typed.contains("://") || typed.contains("\\")) {
      return Completion.none(cursor);
    }
    try (Stream<Path> files = Files.list(folder(typed.substring(0, slash)))) {
      List<Completion.Match> matches =
          files
              .filter(file -> fits(file.getFileName().toString(), name))
              .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
              .filter(each -> each.indexOf('"') < 0 && each.indexOf('\\') < 0)
              .sorted()
              .limit(MOST)
              .map(each -> new Completion.Match(each, each.endsWith("/") ? "folder" : "file", ""))
              .toList();
      return new Completion(cursor - name.length(), cursor, matches);
    } catch (IOException | InvalidPathException e) {
      return Completion.none(cursor); // no such folder
    }
  }

  private static boolean fits(String file, String typed) {
    return file.startsWith(typed) && (typed.startsWith(".") || !file.startsWith("."));
  }

  private static Path folder(String typed) {
    return typed.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), typed.substring(2))
        : Path.of("").toAbsolutePath().resolve(typed);
  }
}
