package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lectern.display.Magic;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ShellMagicsTest {
  private static final Map<String, String> ON = Map.of("LECTERN_SHELL", "1");

  @TempDir Path folder;

  private Magic magic(Map<String, String> environment, String name, boolean ofCell) {
    return new ShellMagics(new FakeHost(folder), environment)
        .magics().stream()
            .filter(magic -> magic.name().equals(name) && magic.takesBody() == ofCell)
            .findFirst()
            .orElseThrow();
  }

  private static String printed(Step step) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      step.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  @Test
  void offUnlessSwitchedOn() {
    for (Map<String, String> off :
        java.util.List.of(Map.<String, String>of(), Map.of("LECTERN_SHELL", "0"))) {
      for (Magic magic : new ShellMagics(new FakeHost(folder), off).magics()) {
        String error =
            assertThrows(UserError.class, () -> magic.run("", "touch made")).getMessage();
        assertTrue(error.contains("Set LECTERN_SHELL=1"), error);
      }
    }
    assertTrue(folder.toFile().list().length == 0);
  }

  @Test
  void commandsRunInTheWorkingFolder() throws Exception {
    assertEquals("made\n", printed(() -> magic(ON, "sh", true).run("", "touch made\nls")));
    assertEquals("made\n", printed(() -> magic(ON, "sh", false).run("ls | cat", "")));
    assertEquals("", printed(() -> magic(ON, "sh", true).run("", "cat")));
    String error =
        assertThrows(UserError.class, () -> magic(ON, "sh", true).run("", "exit 3")).getMessage();
    assertEquals("%%sh ended with status 3.", error);
    assertEquals(Optional.of(new Silent(4)), magic(ON, "sh", false).run("exit 4", ""));
  }

  @Test
  @Timeout(20)
  void anInterruptEndsTheCommandAndItsChildren() throws Exception {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> magic(ON, "sh", true).run("", "sleep 60; echo late"));
    assertTrue(Thread.interrupted());
    boolean asleep =
        ProcessHandle.current()
            .descendants()
            .anyMatch(
                process ->
                    process.isAlive() && process.info().command().orElse("").endsWith("sleep"));
    assertTrue(!asleep);
  }
}
