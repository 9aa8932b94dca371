package lectern.kernel.session;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;

/**
 * Whom the stop of a cell means: the threads that the cell started, and the pools that work for it.
 *
 * <p>Threads that earlier cells started go on. Pools are often made in one cell and used in
 * another, so what their threads do counts as the work of the cell that runs; but for tasks on a
 * timetable, which would never come again.
 */
final class CellStop implements BooleanSupplier {
  private final Set<Thread> before = LiveThreads.all();
  private final CellOutput output;
  private final Predicate<Thread> ofItsShell;

  /**
   * The stop of the cell with that output, which begins now.
   *
   * @param ofItsShell the threads of its shell; where there are several, each stops its own
   */
  CellStop(CellOutput output, Predicate<Thread> ofItsShell) {
    this.output = output;
    this.ofItsShell = ofItsShell;
  }

  @Override
  public boolean getAsBoolean() {
    return CurrentOutput.get().orElse(null) == output
        || CurrentOutput.isLast(output)
            && LiveThreads.isPoolWork(Thread.currentThread(), new Throwable().getStackTrace());
  }

  /** Wakes those of them that sleep or wait in the user's code. */
  void wake() {
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              boolean meant = !before.contains(thread) && ofItsShell.test(thread);
              if ((meant || LiveThreads.isPoolWork(thread, stack)) && UserFrames.in(stack)) {
                thread.interrupt();
              }
            });
  }
}
