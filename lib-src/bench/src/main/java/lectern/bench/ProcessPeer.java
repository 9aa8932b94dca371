package lectern.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A side that is a process of its own, which stays alive so that imports and compiled code are
 * warm.
 *
 * <p>It says {@code {"about": "…"}} when it has read its inputs, answers each line {@code run} with
 * {@code {"seconds": 0.05, "cpu": 0.09, "loss": 12.5}}, and ends when its input does. It takes the
 * time itself. Its error stream is ours.
 */
final class ProcessPeer implements Peer {
  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final String about;

  ProcessPeer(String name, List<String> command) throws IOException {
    this(name, command, Map.of());
  }

  private ProcessPeer(String name, List<String> command, Map<String, String> variables)
      throws IOException {
    this.name = name;
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    process = builder.start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
    try {
      about = answer().get("about").getAsString();
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Our side: this Java with the same options, in {@link Worker}, as kernels are started. */
  static ProcessPeer ours(SpeedBench bench, Work work, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Worker.class.getName(), bench.name(), work.name(), folder.toString()));
    return new ProcessPeer("our side", command, Map.of("OMP_NUM_THREADS", "1"));
  }

  /** The peer's side: its Python file. */
  static ProcessPeer python(SpeedBench bench, Work work, Path folder, Settings settings)
      throws IOException {
    Path file = settings.home().resolve("lib-src/bench/src/main/python/" + bench.name() + ".py");
    return new ProcessPeer(
        bench.peerName(),
        List.of(
            settings.python(bench.environment()).toString(),
            file.toString(),
            folder.toString(),
            work.name()));
  }

  @Override
  public String about() {
    return about;
  }

  @Override
  public Run run() throws IOException {
    questions.write("run\n");
    questions.flush();
    JsonObject answer = answer();
    return new Run(
        answer.get("seconds").getAsDouble(),
        answer.get("cpu").getAsDouble(),
        answer.get("loss").getAsDouble());
  }

  private JsonObject answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The process of " + name + " ended before it answered.");
    }
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException("The process of " + name + " answered \"" + line + "\".", e);
    }
  }

  @Override
  public void close() throws IOException {
    questions.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
