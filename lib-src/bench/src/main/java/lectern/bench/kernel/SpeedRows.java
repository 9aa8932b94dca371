package lectern.bench.kernel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.kernel.client.Execution;

/** How long things take, and how much memory. */
final class SpeedRows {
  private static final int STARTS = 3;
  private static final int TRIVIAL_CELLS = 30;
  private static final int RESULTS = 195;

  static final List<Row> ALL =
      List.of(
          new Row("start to first result, s (median of " + STARTS + ")", SpeedRows::start),
          new Row("first cell / trivial cell, ms", SpeedRows::trivial),
          new Row("5,000 lines printed, s / messages", SpeedRows::lines),
          new Row("a cell of 300 lines, first / again, s", SpeedRows::longCell),
          new Row("20 MB of output", SpeedRows::output),
          new Row("shutdown after one cell, s", kernel -> shutdown(kernel, false)),
          new Row("shutdown with a live thread, s", kernel -> shutdown(kernel, true)),
          new Row("memory 10 s after the start, MB", SpeedRows::memory),
          new Row("memory after " + RESULTS + " results of 1 MB", SpeedRows::results));

  private SpeedRows() {}

  private static String start(InstalledKernel kernel) {
    double[] seconds = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begin = System.nanoTime();
      try (Run run = Run.start(kernel)) {
        run.cell("1 + 1");
        seconds[i] = Run.secondsSince(begin);
      }
    }
    return number(median(seconds));
  }

  private static String trivial(InstalledKernel kernel) throws InterruptedException {
    try (Run run = Run.start(kernel)) {
      Thread.sleep(3000); // what warms up by itself may do so
      double first = run.seconds("1 + 1");
      double[] later = new double[TRIVIAL_CELLS];
      for (int i = 0; i < TRIVIAL_CELLS; i++) {
        later[i] = run.seconds("1 + " + i);
      }
      return number(first * 1000) + " / " + number(median(later) * 1000);
    }
  }

  private static String lines(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      run.cell(run.say().print("0"));
      long begin = System.nanoTime();
      Execution cell = run.cell(run.say().times(5000, run.say().print("i")));
      double seconds = Run.secondsSince(begin);
      long messages = cell.broadcasts().stream().filter(e -> e.type().equals("stream")).count();
      return number(seconds) + " / " + messages;
    }
  }

  private static String longCell(InstalledKernel kernel) {
    try (Run run = Run.start(kernel)) {
      run.cell("1 + 1");
      double first = run.seconds(run.say().lines(300));
      return number(first) + " / " + number(run.seconds(run.say().lines(300)));
    }
  }

  private static String output(InstalledKernel kernel) {
    int letters = 999;
    int lines = 20_000;
    try (Run run = Run.start(kernel)) {
      String line = run.say().print(run.say().text(letters));
      String text = run.cell(run.say().times(lines, line)).stdout();
      long lost = (long) lines * (letters + 1) - text.length();
      return lost == 0 ? "whole" : number(lost / 1e6) + " MB missing";
    }
  }

  private static String shutdown(InstalledKernel kernel, boolean withThread)
      throws InterruptedException {
    try (Run run = Run.start(kernel)) {
      run.cell(withThread ? run.say().immortalThread() : "1 + 1");
      double seconds = run.shutdown(20);
      return seconds < 0 ? "> 20" : number(seconds);
    }
  }

  private static String memory(InstalledKernel kernel) throws IOException, InterruptedException {
    try (Run run = Run.start(kernel)) {
      Thread.sleep(10_000);
      return number(run.memory());
    }
  }

  private static String results(InstalledKernel kernel) throws IOException {
    try (Run run = Run.start(kernel)) {
      run.cell("1 + 1");
      double before = run.memory();
      for (int i = 0; i < RESULTS; i++) {
        run.cell(run.say().megabyte());
      }
      return String.format(Locale.ROOT, "%+.0f MB", run.memory() - before);
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Three digits, or all before the point. */
  static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
