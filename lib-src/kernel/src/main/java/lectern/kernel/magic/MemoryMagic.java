package lectern.kernel.magic;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.display.Magic;
import lectern.display.TextTable;
import lectern.display.UserError;

/** {@code %mem}: what the kernel's memory is used for. */
final class MemoryMagic {
  private MemoryMagic() {}

  static Magic magic() {
    return BuiltIn.line(
        "mem",
        "%mem [gc] — memory of the kernel; gc frees what nobody holds first, so that values alone"
            + " are counted",
        (arguments, body) -> Optional.of(table(arguments)));
  }

  private static TextTable table(String arguments) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    if (arguments.equals("gc")) {
      memory.gc();
    } else if (!arguments.isEmpty()) {
      throw new UserError("%mem takes gc or nothing, not \"" + arguments + "\"");
    }
    MemoryUsage heap = memory.getHeapMemoryUsage();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("values (heap)", size(heap.getUsed())));
    rows.add(List.of("heap taken from the system", size(heap.getCommitted())));
    rows.add(List.of("heap at most (-Xmx)", heap.getMax() < 0 ? "no limit" : size(heap.getMax())));
    rows.add(List.of("classes and compiled code", size(memory.getNonHeapMemoryUsage().getUsed())));
    resident().ifPresent(bytes -> rows.add(List.of("whole process, resident", size(bytes))));
    return new TextTable(
        List.of(new TextTable.Column("memory", false), new TextTable.Column("size", true)),
        rows,
        "");
  }

  /** What Linux counts for this process; elsewhere nothing. */
  private static Optional<Long> resident() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 512 B}, {@code 1.5 MB}: powers of 1,024. */
  static String size(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    double size = bytes;
    int unit = 0;
    while (Math.abs(size) >= 1024 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, units[unit]);
  }
}
