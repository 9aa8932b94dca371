package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a pattern names. */
class GlobsTest {
  @TempDir Path folder;

  @Test
  void twoStarsPassHiddenFilesAndFoldersBy() throws IOException {
    Path plain = file("a/b/plain.jar");
    Path top = file("top.jar");
    Path hidden = file(".git/objects/hidden.jar");
    file("a/.cache/b/hidden.jar");
    file("a/.hidden");
    assertEquals(List.of(plain, top), Globs.find("**", folder));
    assertEquals(List.of(plain, top), Globs.find("**/*.jar", folder));
    assertEquals(List.of(hidden), Globs.find(".git/**", folder));
    assertEquals(List.of(hidden), Globs.find(".g*/**/*.jar", folder));
  }

  @Test
  void aFolderThatCannotBeReadIsPassedBy() throws IOException {
    Path seen = file("open/seen.jar");
    Path locked = file("locked/inside/unseen.jar").getParent();
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(locked), "this user reads everything");
      assertEquals(List.of(seen), Globs.find("**/*.jar", folder));
      assertEquals(List.of(), Globs.find("locked/*/*.jar", folder));
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }
}
