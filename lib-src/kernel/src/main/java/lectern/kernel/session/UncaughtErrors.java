package lectern.kernel.session;

import lectern.kernel.stop.CellEnd;
import lectern.kernel.stop.CellStopped;

/**
 * What the user sees of an exception that ends a thread of a cell: nothing where the cell was
 * stopped, one sentence where the thread called {@code System.exit}, else what Java itself prints.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
  private UncaughtErrors() {}

  /** From now on threads without a handler of their own use this one. */
  public static void install() {
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors());
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof CellStopped) {
      return;
    }
    String head = "Exception in thread \"" + thread.getName() + "\" ";
    if (thrown instanceof CellEnd) {
      System.err.println(head + thrown.getMessage());
    } else {
      System.err.print(head);
      thrown.printStackTrace();
    }
  }
}
