package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMagicTest {
  @TempDir Path folder;
  private FakeHost host;
  private Magics magics;

  @BeforeEach
  void begin() {
    host = new FakeHost(folder);
    magics = new Magics(host);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String error(String cell) {
    return assertThrows(UserError.class, () -> FakeHost.value(magics, cell)).getMessage();
  }

  @Test
  void aScriptRunsWithItsMagicsAndLines() throws Exception {
    Files.createDirectories(folder.resolve("lib"));
    write("lib/x.jar", "");
    Files.write(folder.resolve("lib/x.jar"), FakeHost.EMPTY_JAR);
    write("set up 准备.jsh", "\uFEFFint a = 1;\r\n%jars lib/x.jar\r\na");
    assertEquals("value of a", FakeHost.value(magics, "%load 'set up 准备.jsh'").orElseThrow());
    assertEquals(List.of("set up 准备.jsh:1 int a = 1;", "set up 准备.jsh:3 a"), host.ran);
    assertEquals(List.of("x.jar"), host.names());
  }

  @Test
  void theEndingMayBeLeftOut() throws Exception {
    write("helpers.java", "1");
    FakeHost.value(magics, "%load helpers");
    assertEquals(List.of("helpers.java:1 1"), host.ran);
  }

  @Test
  void codeCellsOfANotebook() throws Exception {
    write(
        "tour.ipynb",
        """
        {"cells": [
          {"cell_type": "markdown", "source": ["# not code"]},
          {"cell_type": "code", "source": ["int a = 1;\\n", "a"]},
          {"cell_type": "raw", "source": "not code"},
          {"cell_type": "code", "source": "b"},
          {"cell_type": "code", "source": []}
         ], "metadata": {"language_info": {"name": "Java"}}, "nbformat": 4}
        """);
    FakeHost.value(magics, "%load tour.ipynb");
    assertEquals(List.of("tour.ipynb cell 1:1 int a = 1;\na", "tour.ipynb cell 2:1 b"), host.ran);
  }

  @Test
  void whatIsNoNotebookOfJavaIsRefused() throws Exception {
    write("p.ipynb", "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}");
    assertTrue(error("%load p.ipynb").startsWith("A notebook in python, not in Java: "));
    write("old.ipynb", "{\"worksheets\": []}");
    assertTrue(error("%load old.ipynb").startsWith("Not a notebook of format 4: "));
    write("bad.ipynb", "{\"cells\": [1]}");
    assertTrue(error("%load bad.ipynb").startsWith("Not a notebook: "));
    write("worse.ipynb", "import x");
    assertTrue(error("%load worse.ipynb").startsWith("Not a notebook: "));
    assertEquals(List.of(), host.ran);
  }

  @Test
  void wrongFiles() throws Exception {
    assertTrue(error("%load").startsWith("%load needs a file"));
    assertTrue(error("%load a b").startsWith("%load takes one file, not 2"));
    String missing = error("%load nowhere.jsh");
    assertTrue(missing.startsWith("No such file: " + folder.resolve("nowhere.jsh")), missing);
    Files.write(folder.resolve("latin.jsh"), new byte[] {(byte) 0xe9, 'x'});
    assertTrue(error("%load latin.jsh").startsWith("Not text in UTF-8: "));
  }

  @Test
  void aFileThatLoadsItselfIsRefusedAndCanBeMended() throws Exception {
    write("a.jsh", "%load b.jsh");
    write("b.jsh", "1;\n%load a.jsh");
    assertTrue(error("%load a.jsh").startsWith("A file that loads itself: "));
    write("b.jsh", "2;");
    FakeHost.value(magics, "%load a.jsh");
    assertEquals(List.of("b.jsh:1 1;", "b.jsh:1 2;"), host.ran);
  }

  @Test
  void anErrorInTheCodeComesOutAsItIs() throws Exception {
    write("a.jsh", "boom");
    assertThrows(IllegalStateException.class, () -> FakeHost.value(magics, "%load a.jsh"));
  }
}
