package lectern.bench;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lectern.math.VectorKernels;

/** Our side's process: {@code Worker BENCH WORK FOLDER}; see {@link ProcessPeer} for its lines. */
public final class Worker {
  private Worker() {}

  public static void main(String[] arguments) throws IOException {
    SpeedBench bench = (SpeedBench) Main.find(arguments[0]);
    Work.Attempt attempt = bench.work(arguments[1]).ours(Path.of(arguments[2]));
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    serve(attempt, questions, System.out);
  }

  static void serve(Work.Attempt attempt, BufferedReader questions, PrintStream out)
      throws IOException {
    JsonObject about = new JsonObject();
    about.addProperty(
        "about", "Java " + Runtime.version() + ", kernels: " + VectorKernels.get().name());
    say(out, about);
    while (questions.readLine() != null) {
      long cpuBefore = cpu();
      long began = System.nanoTime();
      attempt.run();
      double seconds = (System.nanoTime() - began) * 1e-9;
      double cpuSeconds = (cpu() - cpuBefore) * 1e-9;
      JsonObject answer = new JsonObject();
      answer.addProperty("seconds", seconds);
      answer.addProperty("cpu", cpuSeconds);
      answer.addProperty("loss", attempt.loss());
      say(out, answer);
    }
  }

  /** Nanoseconds of all threads; negative where this Java cannot tell. */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }

  private static void say(PrintStream out, JsonObject line) {
    out.println(line);
    out.flush();
  }
}
