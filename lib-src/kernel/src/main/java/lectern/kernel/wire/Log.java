package lectern.kernel.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** What the kernel tells its operator: lines on the process's standard error. */
public final class Log {
  /** The process's own, whatever System.err is by now. */
  private static final PrintStream STANDARD_ERROR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true);

  private Log() {}

  /** Writes one line. */
  public static void say(String line) {
    STANDARD_ERROR.println("lectern: " + line);
  }

  /** Writes one line and the stack trace of a fault of the kernel's own. */
  public static void fault(String line, Throwable fault) {
    synchronized (STANDARD_ERROR) {
      try {
        say(line);
        fault.printStackTrace(STANDARD_ERROR);
      } catch (OutOfMemoryError e) {
        // Who tells of a fault goes on after it, whether or not it could be told.
      }
    }
  }
}
