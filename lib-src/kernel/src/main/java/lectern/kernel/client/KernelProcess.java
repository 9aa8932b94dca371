package lectern.kernel.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.kernel.wire.ConnectionInfo;

/**
 * A kernel in a process of its own, on free ports of the loopback address.
 *
 * <pre>{@code
 * try (KernelProcess kernel = KernelProcess.start()) {
 *   kernel.client().execute("1 + 1");
 * }
 * }</pre>
 *
 * <p>Closing it asks the kernel to end, and ends it by force where it does not.
 */
public final class KernelProcess implements AutoCloseable {
  /** Stands for the connection file in a command, as in a kernel spec. */
  public static final String CONNECTION_FILE = "{connection_file}";

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final Process process;
  private final ConnectionInfo info;
  private final KernelClient client;
  private final Path file;

  private KernelProcess(Process process, ConnectionInfo info, Path file) {
    this.process = process;
    this.info = info;
    this.file = file;
    client = KernelClient.connect(info);
    process
        .onExit()
        .thenAccept(ended -> client.kernelEnded("the kernel ended with code " + ended.exitValue()));
  }

  /**
   * Starts a kernel and waits until it is ready.
   *
   * @param command as in a kernel spec, with {@link #CONNECTION_FILE} in it
   * @param environment added to this process's own
   * @param folder where it runs
   * @param patience how long it may take to answer
   * @throws KernelSilent where it does not
   */
  public static KernelProcess start(
      List<String> command, Map<String, String> environment, Path folder, Duration patience) {
    KernelProcess kernel = launch(command, environment, folder);
    try {
      kernel.client.awaitReady(patience);
      return kernel;
    } catch (RuntimeException e) {
      kernel.close();
      throw e;
    }
  }

  /** Starts Lectern's kernel with this process's Java and class path, here. */
  public static KernelProcess start() {
    return start(javaCommand(), Map.of(), Path.of("").toAbsolutePath(), Duration.ofSeconds(60));
  }

  /** The command of Lectern's kernel with this process's Java and class path. */
  public static List<String> javaCommand(String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    for (String part : List.of("api", "code", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("lectern.kernel.Main", CONNECTION_FILE));
    return command;
  }

  private static KernelProcess launch(
      List<String> command, Map<String, String> environment, Path folder) {
    try {
      ConnectionInfo info = ConnectionInfo.onFreePorts();
      Path file = Files.createTempFile("kernel-", ".json");
      Files.writeString(file, info.toJson());
      List<String> words =
          command.stream().map(word -> word.replace(CONNECTION_FILE, file.toString())).toList();
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      builder.environment().putIfAbsent("LECTERN_HISTORY", "off"); // the user's own stays as it is
      builder.environment().putAll(environment);
      return new KernelProcess(builder.start(), info, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the kernel: " + e.getMessage(), e);
    }
  }

  /** The client that talks to it. */
  public KernelClient client() {
    return client;
  }

  /** Where it listens, for a second client. */
  public ConnectionInfo connection() {
    return info;
  }

  /** The process itself. */
  public Process process() {
    return process;
  }

  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        client.shutdown(false, GOODBYE);
        process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (KernelSilent e) {
      // It is ended by force below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      client.close();
      deleteFile();
    }
  }

  private void deleteFile() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
