package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final byte[] DATA = {1, 2, 3};

  @TempDir private Path folder;

  private long files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.count();
    }
  }

  private void assumeRights() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void aNewFileHasOrdinaryRights() throws IOException {
    assumeRights();
    Path ordinary = Files.write(folder.resolve("ordinary"), DATA);
    Path file = folder.resolve("file");
    WholeFile.write(file, DATA);
    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(file));
    assertEquals(2, files());
  }

  @Test
  void aFileThatWasThereKeepsItsRightsAndItsLink() throws IOException {
    assumeRights();
    Path file = Files.writeString(folder.resolve("file"), "old");
    var rights = PosixFilePermissions.fromString("rw-rw-r-x");
    Files.setPosixFilePermissions(file, rights);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, DATA);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(3, Files.size(file));
    assertEquals(rights, Files.getPosixFilePermissions(file));
    assertEquals(2, files());
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    Path nowhere = folder.resolve("no").resolve("file");
    String why =
        assertThrows(NoSuchFileException.class, () -> WholeFile.write(nowhere, DATA)).getMessage();
    assertEquals(nowhere + ": there is no such folder", why);
    assertThrows(IOException.class, () -> WholeFile.write(folder, DATA));
    assertEquals(0, files());
  }
}
