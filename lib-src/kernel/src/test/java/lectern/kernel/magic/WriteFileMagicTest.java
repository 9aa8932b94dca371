package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import lectern.display.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFileMagicTest {
  @TempDir Path folder;
  private FakeHost host;
  private Magics magics;

  @BeforeEach
  void begin() {
    host = new FakeHost(folder);
    magics = new Magics(host);
  }

  private String print(String cell) throws Exception {
    return host.print(magics, cell);
  }

  private String error(String cell) {
    return assertThrows(UserError.class, () -> print(cell)).getMessage();
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesOverwritesAndAppends() throws Exception {
    assertEquals("Wrote 笔记 1.txt (2 lines, 10 bytes)", print("%%writefile '笔记 1.txt'\n课程\n%x"));
    assertEquals("课程\n%x\n", text("笔记 1.txt"));
    assertEquals(
        "Appended to 笔记 1.txt (1 line, 2 bytes behind 10)",
        print("%%writefile -a '笔记 1.txt'\na\n"));
    assertEquals("课程\n%x\na\n", text("笔记 1.txt"));
    assertEquals(
        "Overwrote 笔记 1.txt (0 lines, 0 bytes; it had 12 bytes)", print("%%file '笔记 1.txt'"));
    assertEquals("", text("笔记 1.txt"));
    assertEquals("Wrote new.txt (1 line, 2 bytes)", print("%%writefile --append new.txt\nb"));
    assertEquals(List.of("new.txt", "笔记 1.txt"), names());
  }

  @Test
  void refusals() throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    assertTrue(error("%%writefile sub\nx").startsWith("Not a file: "));
    assertTrue(error("%%writefile none/a.txt\nx").startsWith("No such folder: "));
    assertTrue(error("%%writefile\nx").startsWith("%%writefile needs a file"));
    assertTrue(error("%%writefile a b\nx").startsWith("%%writefile takes one file"));
    assertEquals(List.of("sub"), names());
  }

  @Test
  void rightsAndLinksStay() throws Exception {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return;
    }
    Path script = Files.writeString(folder.resolve("run.sh"), "old");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
    Files.createSymbolicLink(folder.resolve("link.sh"), script);
    print("%%writefile link.sh\nnew");
    assertEquals("new\n", text("run.sh"));
    assertTrue(Files.isSymbolicLink(folder.resolve("link.sh")));
    assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(script)));
    Path plain = Files.createFile(folder.resolve("plain.txt"));
    print("%%writefile fresh.txt\nx");
    assertEquals(
        Files.getPosixFilePermissions(plain),
        Files.getPosixFilePermissions(folder.resolve("fresh.txt")));
  }
}
