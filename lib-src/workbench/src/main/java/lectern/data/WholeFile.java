package lectern.data;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Files that appear whole or not at all: written beside their place, then moved there in one step.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file, or puts it in the place of one that is there. A new file gets the rights that
   * new files have here, one that was there keeps its own; a link stays a link.
   *
   * @throws NoSuchFileException if there is no folder for it
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(whole) && !Files.isRegularFile(whole)) {
      Files.write(whole, content); // a device or a pipe has no contents to be replaced
      return;
    }
    if (!Files.isDirectory(whole.getParent())) {
      throw new NoSuchFileException(whole.toString(), null, "there is no such folder");
    }
    Path part = whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepRights(whole, part);
      move(part, whole);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void keepRights(Path from, Path to) throws IOException {
    var now = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (now != null && Files.exists(from)) {
      now.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  /** Moves a file in one step where the file system can, in place of one that is there. */
  static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(
          from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
