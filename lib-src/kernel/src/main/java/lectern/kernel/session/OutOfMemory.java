package lectern.kernel.session;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lectern.kernel.cell.CellError;
import lectern.kernel.cell.Variable;
import lectern.kernel.memory.SizeEstimate;

/** Says what to do about memory, or the number of threads, that ran out. */
final class OutOfMemory {
  private static final int NAMED = 3;

  /** A variable below this share of the heap is not worth freeing. */
  private static final double WORTH = 0.02;

  private record Held(Variable variable, long bytes) {}

  private OutOfMemory() {}

  /** Whether it is threads and not the heap that have run out. */
  static boolean isOfThreads(CellError error) {
    return error.text().startsWith("unable to create");
  }

  /** The error with a sentence that names the largest variables and how to free them. */
  static CellError advise(CellError error, List<Variable> variables) {
    return error.with(isOfThreads(error) ? threads() : heap(variables));
  }

  private static String threads() {
    return "The system gives this process no more threads. Those that the cell started are being"
        + " stopped; the kernel and its variables live on.";
  }

  private static String heap(List<Variable> variables) {
    long heap = Runtime.getRuntime().maxMemory();
    List<Held> largest =
        variables.stream()
            .map(each -> new Held(each, SizeEstimate.bytes(each.value())))
            .filter(held -> held.bytes() > WORTH * heap)
            .sorted(Comparator.comparingLong(Held::bytes).reversed())
            .limit(NAMED)
            .toList();
    String full = "The heap of " + megabytes(heap) + " is full; the kernel lives on. ";
    if (largest.isEmpty()) {
      return full + "No variable holds much of it: what the cell alone had built is free again.";
    }
    String named =
        largest.stream()
            .map(held -> held.variable().name() + " (about " + megabytes(held.bytes()) + ")")
            .collect(Collectors.joining(", "));
    return full
        + "The largest variables: "
        + named
        + ". To free one, run: "
        + largest.get(0).variable().name()
        + " = null;";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes >> 20));
  }
}
