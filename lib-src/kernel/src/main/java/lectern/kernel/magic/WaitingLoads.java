package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lectern.kernel.cell.CellFailure;

/**
 * Source files that a cell loads and that need what it loads below them: {@code %load
 * Training.java} above {@code %load Accumulator.java}. They wait, and are tried again after each
 * part that runs.
 *
 * <p>Only files of classes wait, whose names end with {@code .java}: running a script twice could
 * do something twice.
 */
final class WaitingLoads {
  /** How one is tried again. */
  @FunctionalInterface
  interface Attempt {
    void run(MagicCall load) throws Exception;
  }

  private record Waiting(MagicCall load, CellFailure why) {}

  private final List<Waiting> waiting = new ArrayList<>();

  /** Whether it waits now; else its failure is the cell's. */
  boolean take(CellPart part, CellFailure why) {
    boolean waits =
        part instanceof MagicCall call
            && call.name().equals("load")
            && call.arguments().replaceFirst("[\"']$", "").endsWith(".java")
            && why.error().name().equals("CompileError");
    if (waits) {
      waiting.add(new Waiting((MagicCall) part, why));
    }
    return waits;
  }

  /** Tries those that wait, as long as one of them succeeds. */
  void tryAgain(Attempt attempt) throws Exception {
    boolean progress = !waiting.isEmpty();
    while (progress) {
      progress = false;
      for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
        try {
          attempt.run(all.next().load());
          all.remove();
          progress = true;
        } catch (CellFailure e) {
          // It waits on; what it lacked first is told at the end.
        }
      }
    }
  }

  /** The failure of the first that still waits at the cell's end. */
  void end() throws CellFailure {
    if (!waiting.isEmpty()) {
      throw waiting.get(0).why();
    }
  }
}
