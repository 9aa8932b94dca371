package lectern.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lectern.display.Magic;
import lectern.display.UserError;

/**
 * {@code %%bash}, {@code %%sh} and lines that begin with {@code !}: commands of the operating
 * system. Off until the environment says otherwise, because a notebook that only runs Java in one
 * process is easier to trust, and a command works on one system and not on the next.
 */
final class ShellMagics {
  /** Set to 1 or true, commands run. */
  static final String SWITCH = "LECTERN_SHELL";

  /** The magic that a line with {@code !} calls. */
  static final String LINE = "sh";

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final MagicHost host;
  private final Map<String, String> environment;

  ShellMagics(MagicHost host, Map<String, String> environment) {
    this.host = host;
    this.environment = environment;
  }

  List<Magic> magics() {
    return List.of(
        BuiltIn.cell(
            "bash",
            "%%bash — runs the cell by bash; off until " + SWITCH + "=1 is set",
            (arguments, body) -> cell("bash", "%%bash", arguments, body)),
        BuiltIn.cell(
            "sh",
            "%%sh — runs the cell by sh; off until " + SWITCH + "=1 is set",
            (arguments, body) -> cell("sh", "%%sh", arguments, body)),
        BuiltIn.line(
            LINE,
            "%sh COMMAND — runs one command, as !COMMAND does; off until " + SWITCH + "=1 is set",
            (arguments, body) -> line(arguments)),
        BuiltIn.line(
            "system", "%system COMMAND — the same as %sh", (arguments, body) -> line(arguments)));
  }

  private Optional<Object> cell(String shell, String written, String arguments, String body) {
    refuseUnlessSwitchedOn(written);
    if (!arguments.isEmpty()) {
      throw new UserError(written + " takes nothing on its line: " + arguments);
    }
    int status = run(List.of(shell, "-c", body));
    if (status != 0) {
      throw new UserError(written + " ended with status " + status + ".");
    }
    return Optional.empty();
  }

  private Optional<Object> line(String command) {
    refuseUnlessSwitchedOn("!" + command);
    if (command.isEmpty()) {
      throw new UserError("%sh needs a command, such as %sh ls");
    }
    int status = run(List.of(WINDOWS ? "cmd" : "sh", WINDOWS ? "/c" : "-c", command));
    if (status != 0) {
      System.err.println("Ended with status " + status + ".");
    }
    return Optional.of(new Silent(status));
  }

  private void refuseUnlessSwitchedOn(String written) {
    String value = environment.getOrDefault(SWITCH, "");
    if (!value.equals("1") && !value.equalsIgnoreCase("true")) {
      throw new UserError(
          written
              + " runs a command of the operating system, which is off here. Set "
              + SWITCH
              + "=1 in the environment of the kernel and restart it, or write it in Java.");
    }
  }

  private int run(List<String> command) {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(host.folder().toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UserError("Cannot start " + command.get(0) + ": " + e.getMessage(), e);
    }
    Thread out = copier(process.getInputStream(), System.out);
    Thread err = copier(process.getErrorStream(), System.err);
    try {
      int status = process.waitFor();
      out.join();
      err.join();
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(command.get(0) + " was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Its thread is begun by the cell's, so that what it prints is the cell's. */
  private static Thread copier(InputStream from, PrintStream to) {
    Thread thread = new Thread(() -> copy(from, to), "lectern-shell");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void copy(InputStream from, PrintStream to) {
    char[] block = new char[8192];
    try (Reader in = new InputStreamReader(from, charset())) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        to.print(new String(block, 0, read));
      }
    } catch (IOException e) {
      // The process was ended: there is nothing more to read.
    }
  }

  private static Charset charset() {
    String name = System.getProperty("native.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }
}
