package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;
import lectern.kernel.client.KernelSilent;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Message;

/** A kernel that runs in a process of its own, with what the rows ask of it. */
final class Run implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

  private final InstalledKernel kernel;
  private final KernelProcess process;

  private Run(InstalledKernel kernel, KernelProcess process) {
    this.kernel = kernel;
    this.process = process;
  }

  static Run start(InstalledKernel kernel) {
    return start(kernel, Map.of());
  }

  static Run start(InstalledKernel kernel, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(kernel.environment());
    environment.putAll(more);
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new Run(kernel, KernelProcess.start(kernel.command(), environment, folder, PATIENCE));
  }

  Phrases say() {
    return kernel.phrases();
  }

  KernelClient client() {
    return process.client();
  }

  KernelProcess process() {
    return process;
  }

  Execution cell(String code) {
    return client().execute(code, new ExecuteOptions().within(PATIENCE));
  }

  Conversation begin(String code) {
    return client().begin(code, new ExecuteOptions().within(PATIENCE));
  }

  /** How long a cell takes, in seconds. */
  double seconds(String code) {
    long begin = System.nanoTime();
    cell(code);
    return secondsSince(begin);
  }

  static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Whether the kernel still computes. */
  boolean lives() {
    try {
      String code = "6 * 7";
      return "42".equals(client().execute(code, within(20)).result());
    } catch (KernelSilent e) {
      return false;
    }
  }

  static ExecuteOptions within(int seconds) {
    return new ExecuteOptions().within(Duration.ofSeconds(seconds));
  }

  void interrupt() throws IOException, InterruptedException {
    if (kernel.bySignal()) {
      new ProcessBuilder("kill", "-INT", "" + process.process().pid()).start().waitFor();
    } else {
      client().interrupt(Duration.ofSeconds(5));
    }
  }

  /** What the process and its children hold in memory, in MB: shared pages by their share. */
  double memory() throws IOException {
    double sum = 0;
    for (ProcessHandle each : all()) {
      Path told = Path.of("/proc/" + each.pid() + "/smaps_rollup");
      Matcher found = PSS.matcher(Files.exists(told) ? Files.readString(told) : "");
      sum += found.find() ? Long.parseLong(found.group(1)) / 1024.0 : 0;
    }
    return sum;
  }

  /** The seconds of processor that it uses in one second from now. */
  double busy() throws InterruptedException {
    double before = processor();
    Thread.sleep(1000);
    return processor() - before;
  }

  private double processor() {
    return all().stream()
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .mapToDouble(each -> each.toMillis() / 1000.0)
        .sum();
  }

  private List<ProcessHandle> all() {
    ProcessHandle first = process.process().toHandle();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  /** How long it lives on after it was asked to end, in seconds; negative where we gave up. */
  double shutdown(int patience) throws InterruptedException {
    List<ProcessHandle> everybody = all();
    long begin = System.nanoTime();
    client().send(Channel.CONTROL, "shutdown_request", restart());
    while (secondsSince(begin) < patience) {
      if (everybody.stream().noneMatch(ProcessHandle::isAlive)) {
        return secondsSince(begin);
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return -1;
  }

  private static JsonObject restart() {
    JsonObject content = new JsonObject();
    content.addProperty("restart", false);
    return content;
  }

  static boolean wrote(List<Message> broadcasts, Predicate<String> text) {
    return broadcasts.stream()
        .filter(each -> each.type().equals("stream"))
        .anyMatch(each -> text.test(each.content().get("text").getAsString()));
  }

  @Override
  public void close() {
    List<ProcessHandle> everybody = all();
    everybody.forEach(ProcessHandle::destroyForcibly);
    process.close();
  }
}
