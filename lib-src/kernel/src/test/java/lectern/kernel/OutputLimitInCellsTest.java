package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell that prints more than a notebook can bear. */
class OutputLimitInCellsTest {
  @TempDir Path folder;

  @Test
  void theRestGoesToAFileAndTheCellSaysSo() throws IOException {
    try (KernelProcess process =
        KernelProcess.start(
            KernelProcess.javaCommand("-Djava.io.tmpdir=" + folder),
            Map.of("LECTERN_OUTPUT_LIMIT", "1000"),
            folder,
            Duration.ofSeconds(60))) {
      Execution cell =
          process
              .client()
              .execute("for (int i = 0; i < 300; i++) System.out.printf(\"%04d%n\", i);\n\"end\"");
      String shown = cell.stdout();
      assertEquals(1000, shown.length());
      assertTrue(shown.startsWith("0000\n0001\n"), shown);
      assertEquals("end", cell.result());
      assertTrue(cell.stderr().contains("this cell has printed 1,000 characters"), cell.stderr());
      Path file = Path.of(cell.stderr().replaceAll("(?s).* characters are in (.*\\.txt).*", "$1"));
      assertEquals(500, Files.readString(file).length());
      assertTrue(Files.readString(file).endsWith("0298\n0299\n"));
      assertEquals("next\n", process.client().execute("System.out.println(\"next\");").stdout());
    }
  }

  @Test
  void whatWasClearedDoesNotCount() {
    try (KernelProcess process =
        KernelProcess.start(
            KernelProcess.javaCommand(),
            Map.of("LECTERN_OUTPUT_LIMIT", "1000"),
            folder,
            Duration.ofSeconds(60))) {
      Execution cell =
          process
              .client()
              .execute(
                  "for (int i = 0; i < 300; i++) { clearOutput(true); System.out.println(i); }");
      assertEquals(1, cell.outputs().size());
      assertTrue(cell.outputs().get(0).toString().contains("\"299\\n\""), "the last line alone");
      assertEquals("", cell.stderr());
    }
  }
}
