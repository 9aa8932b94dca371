package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory and threads that run out leave the kernel alive. */
class OutOfMemoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) culprit.add(new byte[1 << 20]);",
        "while (true) culprit.add(new byte[16]);",
        "while (true) culprit.add(\"text \" + culprit.size());",
        "while (true) culprit.add(new ArrayList<>(List.of(1, 2, 3)));",
      })
  void theVariableThatHoldsItAllIsNamedAndCanBeFreed(String code) {
    try (KernelProcess process = kernel(KernelProcess.javaCommand("-Xmx128m"))) {
      KernelClient kernel = process.client();
      kernel.execute("int innocent = 1;\nList<Object> culprit = new ArrayList<>();");
      for (int again = 0; again < 2; again++) {
        Execution cell = kernel.await(kernel.begin(code, KernelCase.NOTEBOOK), PATIENCE);
        assertTrue(cell.error().startsWith("java.lang.OutOfMemoryError: "), cell.error());
        String seen = cell.traceback();
        assertTrue(seen.contains("The heap of 128 MB is full; the kernel lives on."), seen);
        assertTrue(seen.contains("The largest variables: culprit (about "), seen);
        assertTrue(seen.contains("run: culprit = null;"), seen);
        assertEquals("", kernel.execute("culprit = null;").error());
        assertEquals("2", kernel.execute("innocent + 1").result());
        assertEquals("", kernel.execute("culprit = new ArrayList<>();").error());
      }
    }
  }

  @Test
  void whatOnlyTheCellHeldIsFreeAgain() {
    try (KernelProcess process = kernel(KernelProcess.javaCommand("-Xmx128m"))) {
      String code =
          "{ List<Object> mine = new ArrayList<>(); while (true) mine.add(new int[999]); }";
      String seen = process.client().execute(code).traceback();
      assertTrue(seen.contains("No variable holds much of it"), seen);
      assertEquals("2", process.client().execute("1 + 1").result());
    }
  }

  @Test
  void aFloodOfThreadsIsStopped() {
    Path shell = Path.of("/bin/bash");
    assumeTrue(shell.toFile().canExecute() && System.getProperty("os.name").equals("Linux"));
    // Bounded by its address space, so that the machine has threads for others.
    List<String> limited =
        List.of(shell.toString(), "-c", "ulimit -v 24000000; exec \"$0\" \"$@\"");
    List<String> command =
        Stream.concat(limited.stream(), KernelProcess.javaCommand("-Xmx128m").stream()).toList();
    try (KernelProcess process = kernel(command)) {
      KernelClient kernel = process.client();
      Execution cell =
          kernel.execute(
              "Runnable sleep = () -> { while (true) { try { Thread.sleep(60_000); }"
                  + " catch (InterruptedException e) { } } };\n"
                  + "while (true) { new Thread(null, sleep, \"flood\", 1L << 30).start(); }");
      assertTrue(cell.error().contains("unable to create"), cell.error());
      String seen = cell.traceback();
      assertTrue(seen.contains("The system gives this process no more threads."), seen);
      String count =
          "Thread.getAllStackTraces().keySet().stream()"
              + ".filter(t -> t.getName().equals(\"flood\")).count()";
      KernelCase.eventually("the flood's end", () -> "0".equals(kernel.execute(count).result()));
    }
  }

  private static KernelProcess kernel(List<String> command) {
    return KernelProcess.start(command, Map.of(), Path.of("").toAbsolutePath(), PATIENCE);
  }
}
