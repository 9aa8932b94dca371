package lectern.kernel.session;

import lectern.kernel.stop.CellEnd;
import lectern.kernel.stop.CellStopped;

/** The account of a cell whose thread stands in something that nothing can end. */
final class CellLeft extends CellEnd {
  private static final long serialVersionUID = 1L;

  /** The account of what that thread does now. */
  CellLeft(Thread thread) {
    super(CellStopped.NAME, text(thread));
  }

  private static String text(Thread thread) {
    return "the cell was stopped, but its thread "
        + Standing.of(thread)
        + ", which cannot be stopped. It is left behind and ends when it comes back to your code;"
        + " the session goes on with a new thread, and its variables are kept. To be rid of it now,"
        + " restart the kernel (Kernel > Restart Kernel)";
  }
}
