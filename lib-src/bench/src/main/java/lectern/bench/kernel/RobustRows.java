package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelSilent;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.ConnectionInfo;

/** What a kernel survives, and what it says of mistakes. */
final class RobustRows {
  static final List<Row> ALL =
      List.of(
          new Row("interrupt of an endless loop", RobustRows::interrupt),
          new Row("output of a background thread", RobustRows::background),
          new Row("the program's exit in a cell", RobustRows::exit),
          new Row("mistake in line 3: what ran, line told", RobustRows::wrongLine),
          new Row("endless recursion: lines of traceback", RobustRows::recursion),
          new Row("memory full, the list kept in a variable", RobustRows::memoryFull),
          new Row("after a message with a wrong signature", RobustRows::wrongSignature),
          new Row("a cell waits behind one that fails", RobustRows::queued));

  private RobustRows() {}

  private static String interrupt(InstalledKernel kernel) throws IOException, InterruptedException {
    try (Run run = Run.start(kernel)) {
      run.cell("1 + 1");
      Conversation endless = run.begin(run.say().endless());
      Thread.sleep(1500);
      long begin = System.nanoTime();
      run.interrupt();
      try {
        endless.await(Duration.ofSeconds(10));
      } catch (KernelSilent e) {
        return "no reply";
      }
      double seconds = Run.secondsSince(begin);
      if (run.busy() > 0.3) {
        return "the reply comes, the loop runs on";
      }
      return run.lives() ? SpeedRows.number(seconds) + " s" : "the kernel is gone";
    }
  }

  private static String background(InstalledKernel kernel) throws InterruptedException {
    try (Run run = Run.start(kernel)) {
      run.cell(run.say().wait(1)); // what a first cell needs is there
      Conversation first = run.begin(run.say().later(1500, run.say().print("\"late\"")));
      first.await(Run.PATIENCE);
      Execution second = run.cell(run.say().wait(3000));
      Thread.sleep(500);
      if (Run.wrote(first.broadcasts(), text -> text.contains("late"))) {
        return "under its own cell";
      }
      boolean next = Run.wrote(second.broadcasts(), text -> text.contains("late"));
      return next ? "under the next cell" : "lost";
    }
  }

  private static String exit(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      try {
        run.client().execute(run.say().exit(), Run.within(20));
      } catch (KernelSilent e) {
        return "the kernel is gone";
      }
      return run.lives() ? "told, the session goes on" : "the kernel is gone";
    }
  }

  private static String wrongLine(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      Execution cell = run.cell(run.say().wrongThirdLine());
      String ran = cell.stdout().isEmpty() ? "nothing ran" : "lines before it ran";
      String told = cell.traceback() + cell.error() + cell.stderr();
      boolean line = told.matches("(?s).*(line 3|:3:|jupyter:3|\\(3[,:)]).*");
      return ran + ", " + (line ? "told" : "not told");
    }
  }

  private static String recursion(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      Execution cell = run.cell(run.say().recursion());
      long lines = cell.traceback().lines().count();
      return run.lives() ? "" + lines : "the kernel is gone";
    }
  }

  private static String memoryFull(InstalledKernel kernel) {
    if (kernel.phrases().fillMemory().isEmpty()) {
      return "";
    }
    try (Run run = Run.start(kernel, Map.of("JAVA_TOOL_OPTIONS", "-Xmx300m"))) {
      try {
        run.cell(run.say().fillMemory());
      } catch (KernelSilent e) {
        return "no reply";
      }
      return run.lives() ? "told, the session goes on" : "the kernel is gone";
    }
  }

  private static String wrongSignature(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      ConnectionInfo right = run.process().connection();
      ConnectionInfo wrong =
          new ConnectionInfo(
              right.transport(),
              right.ip(),
              "another key",
              right.shell(),
              right.control(),
              right.stdin(),
              right.iopub(),
              right.heartbeat());
      try (KernelClient stranger = KernelClient.connect(wrong)) {
        Conversation forged = stranger.send(Channel.SHELL, "kernel_info_request", new JsonObject());
        forged.awaitReply(Duration.ofSeconds(1));
        return "answers it";
      } catch (KernelSilent e) {
        return run.lives() ? "goes on" : "never answers again";
      }
    }
  }

  private static String queued(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      run.cell("1 + 1");
      Conversation wrong = run.begin(run.say().wait(1000) + "\n" + "1 / 0");
      Conversation next = run.begin("1 + 1");
      wrong.await(Run.PATIENCE);
      String status = next.await(Run.PATIENCE).content().get("status").getAsString();
      return status.equals("aborted") ? "aborted" : "runs all the same";
    }
  }
}
