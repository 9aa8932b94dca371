package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Test;

/** The kernel does not outlive the program that started it. */
class ParentWatchTest {
  @Test
  void theKernelEndsWithTheProcessThatIsNamed() throws Exception {
    Process starter = sleeper();
    Map<String, String> environment = Map.of("JPY_PARENT_PID", " " + starter.pid() + " ");
    try (KernelProcess kernel =
        KernelProcess.start(
            KernelProcess.javaCommand(),
            environment,
            Path.of("").toAbsolutePath(),
            Duration.ofSeconds(60))) {
      kernel.client().begin("while (true) { }", KernelCase.NOTEBOOK);
      starter.destroyForcibly();
      assertTrue(kernel.process().waitFor(20, TimeUnit.SECONDS), "still there");
      assertEquals(0, kernel.process().exitValue());
    } finally {
      starter.destroyForcibly();
    }
  }

  @Test
  void otherwiseItIsTheParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    assertEquals(parent, ParentWatch.starter(Map.of(), false));
    assertEquals(parent, ParentWatch.starter(Map.of("JPY_PARENT_PID", "no number"), false));
    Map<String, String> ours = Map.of("JPY_PARENT_PID", "" + ProcessHandle.current().pid());
    assertEquals(Optional.of(ProcessHandle.current()), ParentWatch.starter(ours, false));
    assertEquals(parent, ParentWatch.starter(ours, true), "a handle, not a process id");
  }

  private static Process sleeper() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
    return new ProcessBuilder(java).redirectErrorStream(true).start();
  }
}
