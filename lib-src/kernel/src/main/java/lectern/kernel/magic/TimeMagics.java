package lectern.kernel.magic;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lectern.display.Decimal;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.display.Screen;

/**
 * {@code %%time} and {@code %time}: how long code takes, with its compilation.
 *
 * <p>Three figures: time by the clock; time of all processors in this process, which is more where
 * several threads work, and holds what the JVM compiled and collected meanwhile; memory that the
 * cell's own thread has allocated, most of which is free again. One run says little about fast
 * code: for a comparison of microseconds use JMH.
 */
record TimeMagics(MagicHost host) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** A reading of the clocks. */
  private record Reading(long wallNanos, long processorNanos, long bytes) {
    static Reading now() {
      return new Reading(
          System.nanoTime(),
          PROCESS.getProcessCpuTime(),
          THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()));
    }

    String since(Reading begin) {
      return "time "
          + duration(wallNanos - begin.wallNanos)
          + ", processor "
          + duration(processorNanos - begin.processorNanos)
          + ", allocated "
          + MemoryMagic.size(bytes - begin.bytes);
    }
  }

  List<Magic> magics() {
    return List.of(
        BuiltIn.line(
            "time",
            "%time CODE — runs a line of Java and tells how long it took",
            (arguments, body) -> time(arguments, 0)),
        BuiltIn.cell(
            "time",
            "%%time — runs the cell and tells how long it took, with its compilation: by the"
                + " clock, of all processors, and what it allocated",
            (arguments, body) -> time(body, 1)));
  }

  private Optional<Object> time(String code, int below) throws Exception {
    Reading begin = Reading.now();
    try {
      return host.runHere(code, below);
    } finally {
      show(Reading.now().since(begin));
    }
  }

  /** As something that depends on the clock, so that a comparison of notebooks can leave it out. */
  private static void show(String text) {
    Screen.current()
        .show(MimeBundle.text(text).with(MimeBundle.PROGRESS, new MimeBundle.Json("{}")));
  }

  static String duration(long nanos) {
    double millis = nanos / 1e6;
    return millis < 1000
        ? round(millis) + " ms"
        : String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private static String round(double millis) {
    return millis >= 10
        ? String.valueOf(Math.round(millis))
        : Decimal.text(Math.round(millis * 100) / 100.0);
  }
}
