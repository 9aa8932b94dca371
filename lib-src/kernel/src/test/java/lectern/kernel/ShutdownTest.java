package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's end, and its command line. */
class ShutdownTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "new Thread(() -> { while (true) { } }).start();",
        "Executors.newFixedThreadPool(2).submit(() -> 1);",
        "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));",
      })
  void theProcessIsGoneWithinASecond(String code) throws InterruptedException {
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 3 && best > 1000; attempt++) {
      best = Math.min(best, millisToEnd(code));
    }
    assertTrue(best <= 1000, best + " ms at best");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "HUP, 129"})
  void signalsEndItWhateverRuns(String signal, int status) throws Exception {
    assumeHears(signal);
    try (KernelProcess kernel = KernelProcess.start()) {
      String hook = "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));";
      kernel.client().begin(hook + "\nwhile (true) { }", new ExecuteOptions());
      signal(kernel, signal);
      assertTrue(kernel.process().waitFor(20, TimeUnit.SECONDS), "still there");
      assertEquals(status, kernel.process().exitValue());
    }
  }

  @Test
  void theInterruptSignalStopsTheCellOnly() throws Exception {
    assumeHears("INT");
    try (KernelProcess kernel = KernelProcess.start()) {
      Conversation cell =
          kernel.client().begin("System.out.println(1);\nwhile (true) { }", new ExecuteOptions());
      KernelCase.awaitBegun(cell);
      signal(kernel, "INT");
      assertEquals("Interrupted: the cell was stopped", kernel.client().await(cell, SOON).error());
      signal(kernel, "INT");
      assertEquals("2", kernel.client().execute("1 + 1").result());
    }
  }

  /** A process that was started with a signal ignored, as nohup does, hands that on for ever. */
  private static void assumeHears(String signal) throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"));
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      int number = Map.of("HUP", 1, "INT", 2, "TERM", 15).get(signal);
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("SigIgn:")) {
          long ignored = Long.parseUnsignedLong(line.substring(7).strip(), 16);
          assumeFalse((ignored >> (number - 1) & 1) == 1, signal + " is ignored here");
        }
      }
    }
  }

  private static void signal(KernelProcess kernel, String name) throws Exception {
    String pid = String.valueOf(kernel.process().pid());
    assertEquals(0, new ProcessBuilder("kill", "-s", name, pid).inheritIO().start().waitFor());
  }

  private static long millisToEnd(String code) throws InterruptedException {
    try (KernelProcess kernel = KernelProcess.start()) {
      assertTrue(kernel.client().execute(code).isOk());
      long asked = System.nanoTime();
      JsonObject reply = kernel.client().shutdown(true, SOON);
      assertEquals("ok", reply.get("status").getAsString());
      assertTrue(reply.get("restart").getAsBoolean());
      assertTrue(kernel.process().waitFor(5, TimeUnit.SECONDS), "still there after 5 s");
      assertEquals(0, kernel.process().exitValue());
      return (System.nanoTime() - asked) / 1_000_000;
    }
  }

  @Test
  void trainingRunsTheCellsAndEndsInOrder() throws Exception {
    Path cells = folder.resolve("训练 cells.java");
    Files.writeString(cells, "int a = 1;\n// ---\nSystem.out.println(a);\n// ---\na + 1\n");
    assertEquals(0, run("--train", cells.toString()));
  }

  @Test
  void trainingTellsOfACellThatFails() throws Exception {
    Path cells = folder.resolve("cells.java");
    Files.writeString(cells, "int a = 1;\n// ---\nint b = nothing;\n");
    assertEquals(1, run("--train", cells.toString()));
    assertTrue(said().contains("int b = nothing;"), said());
    assertTrue(said().contains("cannot find symbol"), said());
  }

  @Test
  void wrongArgumentsAreAnsweredWithTheUsage() throws Exception {
    assertEquals(2, run());
    assertTrue(said().contains("usage:"), said());
    assertEquals(2, run("/no/such/file.json"));
    assertTrue(said().contains("/no/such/file.json"), said());
    assertEquals(0, run("--version"));
    assertTrue(said().matches("(?s).*lectern-kernel \\d+\\.\\d+.*"), said());
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(KernelProcess.javaCommand());
    command.remove(command.size() - 1);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }
}
