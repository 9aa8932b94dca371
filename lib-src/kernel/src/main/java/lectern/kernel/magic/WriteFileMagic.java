package lectern.kernel.magic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.UserError;

/**
 * {@code %%writefile}: the cell's text becomes a file, whole or not at all, and what was done is
 * said.
 */
final class WriteFileMagic {
  private final MagicHost host;

  WriteFileMagic(MagicHost host) {
    this.host = host;
  }

  List<Magic> magics() {
    return List.of(
        BuiltIn.cell(
            "writefile",
            "%%writefile [-a] FILE — writes the lines below it into a file; -a adds them at its"
                + " end",
            this::write),
        BuiltIn.cell("file", "%%file — the same as %%writefile", this::write));
  }

  private Optional<Object> write(String arguments, String body) throws IOException {
    List<String> words = new java.util.ArrayList<>(Arguments.words(arguments));
    boolean append = words.removeIf(word -> word.equals("-a") || word.equals("--append"));
    if (words.size() != 1 || words.get(0).startsWith("--")) {
      throw new UserError(
          words.size() > 1
              ? "%%writefile takes one file, not: " + arguments + ". Quote a name that has spaces."
              : "%%writefile needs a file, such as %%writefile notes.txt");
    }
    Path file = path(words.get(0));
    if (!Files.isDirectory(file.getParent())) {
      throw new UserError("No such folder: " + file.getParent() + ". Make it first.");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UserError("Not a file: " + file + ". Write a name in it.");
    }
    String text = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    say(file, words.get(0), append, text);
    return Optional.empty();
  }

  private Path path(String name) {
    try {
      return host.folder().resolve(Globs.expandHome(name)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UserError("Not a path: " + name + " (" + e.getReason() + ")", e);
    }
  }

  private static void say(Path file, String name, boolean append, String text) throws IOException {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    boolean there = Files.exists(file);
    long before = there ? Files.size(file) : 0;
    try {
      replace(there ? file.toRealPath() : file, append && there, added);
    } catch (AccessDeniedException e) {
      throw new UserError("Not allowed to write " + file + ". It is as it was.", e);
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? e.getMessage() : e.getReason();
      throw new UserError("Cannot write " + file + ": " + why + ". It is as it was.", e);
    }
    String what = text.lines().count() + (text.lines().count() == 1 ? " line, " : " lines, ");
    what += added.length + " bytes";
    if (!there) {
      System.out.println("Wrote " + name + " (" + what + ")");
    } else if (append) {
      System.out.println("Appended to " + name + " (" + what + " behind " + before + ")");
    } else {
      System.out.println("Overwrote " + name + " (" + what + "; it had " + before + " bytes)");
    }
  }

  /** Writes beside the file and moves that into its place, with the rights that it had. */
  private static void replace(Path file, boolean append, byte[] bytes) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path beside = Files.createTempFile(file.getParent(), ".", ".part");
    try {
      if (append) {
        Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.write(beside, bytes, java.nio.file.StandardOpenOption.APPEND);
      } else {
        Files.write(beside, bytes);
      }
      copyRights(file, beside);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A new file has the rights that any new file has here; a temporary one has fewer. */
  private static void copyRights(Path file, Path beside) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    if (Files.exists(file)) {
      view.setPermissions(Files.getPosixFilePermissions(file));
      return;
    }
    Path probe = Files.createFile(beside.resolveSibling(beside.getFileName() + ".new"));
    try {
      view.setPermissions(Files.getPosixFilePermissions(probe));
    } finally {
      Files.delete(probe);
    }
  }
}
