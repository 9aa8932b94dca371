package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledKernelTest {
  @TempDir private Path folder;

  private void spec(String name, String json) throws IOException {
    Path spec = folder.resolve("share/jupyter/kernels/" + name);
    Files.createDirectories(spec);
    Files.writeString(spec.resolve("kernel.json"), json);
  }

  @Test
  void aSpecTellsCommandEnvironmentAndHowToInterrupt() throws IOException {
    spec(
        "b",
        "{\"argv\": [\"java\", \"-jar\", \"{resource_dir}/k.jar\", \"{connection_file}\"],"
            + " \"display_name\": \"B\", \"language\": \"java\", \"interrupt_mode\": \"message\","
            + " \"env\": {\"X\": \"y\"}}");
    spec("a", "{\"argv\": [\"python\"], \"display_name\": \"A\", \"language\": \"Python\"}");
    List<InstalledKernel> found = InstalledKernel.in(folder);
    InstalledKernel a = found.get(0);
    InstalledKernel b = found.get(1);
    assertEquals(List.of(folder.resolve("bin/python").toString()), a.command());
    assertTrue(a.bySignal());
    assertEquals(Phrases.PYTHON, a.phrases());
    String jar = folder.resolve("share/jupyter/kernels/b/k.jar").toString();
    assertEquals(List.of("java", "-jar", jar, "{connection_file}"), b.command());
    assertEquals("y", b.environment().get("X"));
    assertTrue(b.environment().get("PATH").startsWith(folder.resolve("bin") + ":"));
    assertFalse(b.bySignal());
  }

  @Test
  void aLanguageWithoutCellsIsNamed() {
    var refused = assertThrows(UserError.class, () -> Phrases.of("cobol"));
    assertTrue(refused.getMessage().contains("cobol"), refused.getMessage());
  }

  @Test
  void aLongCellHasItsLines() {
    for (Phrases each : Phrases.values()) {
      assertEquals(301, each.lines(300).lines().count());
    }
  }
}
