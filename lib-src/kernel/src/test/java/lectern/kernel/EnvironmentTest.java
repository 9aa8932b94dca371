package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment variables of IJava and JJava do. */
class EnvironmentTest {
  @TempDir Path folder;

  @Test
  void scriptsClassPathAndCompilerOptionsAreTaken() throws IOException {
    Path script = folder.resolve("init one.jshell");
    Files.writeString(script, "int fromFile = 5;\n");
    Path resources = Files.createDirectory(folder.resolve("资源"));
    Files.writeString(resources.resolve("found.txt"), "yes");
    Map<String, String> environment =
        Map.of(
            "IJAVA_STARTUP_SCRIPTS_PATH",
            folder.resolve("*.jshell").toString(),
            "JJAVA_STARTUP_SCRIPT",
            "int fromScript = fromFile + 1;",
            "IJAVA_CLASSPATH",
            "/no/such/*.jar" + File.pathSeparator + resources,
            "JJAVA_COMPILER_OPTS",
            "-parameters");
    try (KernelProcess kernel = start(environment)) {
      assertEquals("6", kernel.client().execute("fromScript").result());
      String found =
          "Thread.currentThread().getContextClassLoader().getResource(\"found.txt\") != null";
      assertEquals("true", kernel.client().execute(found).result());
      String names =
          "record R() { void m(int named) { } }\n"
              + "R.class.getDeclaredMethod(\"m\", int.class).getParameters()[0].getName()";
      assertEquals("named", kernel.client().execute(names).result());
    }
  }

  @Test
  void aTimeLimitStopsACell() {
    try (KernelProcess kernel = start(Map.of("IJAVA_TIMEOUT", "300"))) {
      kernel.client().execute("1");
      Execution cell = kernel.client().execute("Thread.sleep(60_000);");
      assertEquals("Interrupted: the cell was stopped", cell.error());
      assertTrue(cell.stderr().contains("stopped after 300 ms"), cell.stderr());
    }
  }

  @Test
  void aBrokenStartUpScriptDoesNotKeepTheKernelFromStarting() {
    try (KernelProcess kernel = start(Map.of("JJAVA_STARTUP_SCRIPT", "int x = ;"))) {
      assertEquals("3", kernel.client().execute("1 + 2").result());
    }
  }

  @Test
  void compilerOptionsThatDoNotExistAreToldInEveryCell() {
    try (KernelProcess kernel = start(Map.of("IJAVA_COMPILER_OPTS", "-nonsense"))) {
      for (int i = 0; i < 2; i++) {
        Execution cell = kernel.client().execute("1 + 2");
        String seen = cell.traceback();
        assertTrue(seen.startsWith("Error: Java could not be started: "), seen);
        assertTrue(seen.contains("\"-nonsense\""), seen);
        assertTrue(seen.contains("IJAVA_COMPILER_OPTS"), seen);
        assertTrue(
            cell.broadcasts().stream().anyMatch(each -> each.type().equals("error")),
            "the front end is told");
      }
    }
  }

  private KernelProcess start(Map<String, String> environment) {
    return KernelProcess.start(
        KernelProcess.javaCommand(), environment, folder, Duration.ofSeconds(60));
  }
}
