package lectern.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.display.Progress;
import lectern.display.UserError;

/**
 * Brings a data set's file to this machine: from the cache, or from the first source that gives it.
 *
 * <p>A file counts only when its SHA-256 is the catalogue's. It is fetched into a folder beside its
 * place and moved there in one step, so that nothing half-written is ever found.
 */
final class Fetch {
  /** A way to get a source's file. */
  interface Way {
    /**
     * Puts the source's file into the folder.
     *
     * @throws IOException with a sentence on why it could not
     */
    Path get(Catalogue.Source source, Path folder, Progress progress) throws IOException;
  }

  /** A file that has been checked, and the source that it belongs to. */
  record Fetched(Path file, Catalogue.Source source, boolean wasThere) {}

  private final Path folder;
  private final Way download;
  private final Way pythonPackage;

  Fetch(Path folder, Way download, Way pythonPackage) {
    this.folder = folder;
    this.download = download;
    this.pythonPackage = pythonPackage;
  }

  static Fetch ofThisMachine() {
    return new Fetch(DataFolder.ofThisMachine(), new Download(), PythonPackage.ofThisMachine());
  }

  Path folder(Catalogue.Entry entry) {
    return folder.resolve(entry.name());
  }

  /** The file in the cache, if one is there and whole. */
  Fetched cached(Catalogue.Entry entry) {
    for (Catalogue.Source source : entry.sources()) {
      Path file = folder(entry).resolve(source.file());
      if (Files.isRegularFile(file) && sha256(file).equals(source.sha256())) {
        return new Fetched(file, source, true);
      }
    }
    return null;
  }

  Fetched get(Catalogue.Entry entry, Progress progress) {
    Fetched there = cached(entry);
    if (there != null) {
      return there;
    }
    List<String> tried = new ArrayList<>();
    for (Catalogue.Source source : entry.sources()) {
      try {
        return new Fetched(fetch(entry, source, progress), source, false);
      } catch (IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        tried.add(source.describe() + ": " + why);
      }
    }
    throw new UserError(notFetched(entry, tried));
  }

  private Path fetch(Catalogue.Entry entry, Catalogue.Source source, Progress progress)
      throws IOException {
    Files.createDirectories(folder(entry));
    Path apart = Files.createTempDirectory(folder(entry), "fetching-");
    try {
      Way way =
          switch (source.kindOf()) {
            case ADDRESS -> download;
            case PYTHON_PACKAGE -> pythonPackage;
          };
      Path file = way.get(source, apart, progress);
      String sum = sha256(file);
      if (!sum.equals(source.sha256())) {
        throw new IOException(
            "the file that came ("
                + Files.size(file)
                + " bytes, SHA-256 "
                + sum
                + ") is not the one in the catalogue ("
                + source.bytes()
                + " bytes, SHA-256 "
                + source.sha256()
                + ")");
      }
      return WholeFile.move(file, folder(entry).resolve(source.file()));
    } finally {
      deleteAll(apart);
    }
  }

  private static void deleteAll(Path apart) throws IOException {
    List<Path> files;
    try (var inside = Files.list(apart)) {
      files = inside.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(apart);
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private String notFetched(Catalogue.Entry entry, List<String> tried) {
    StringBuilder out = new StringBuilder("Cannot get " + entry.name() + ". Tried:");
    tried.forEach(one -> out.append("\n  - ").append(one));
    out.append(
        "\nWith a connection, run the cell again. Without one, bring one of these files here:");
    for (Catalogue.Source source : entry.sources()) {
      out.append("\n  - ").append(source.file()).append(" (").append(source.describe()).append(")");
    }
    return out.append("\nand put it into ").append(folder(entry)).toString();
  }
}
