package lectern.kernel.output;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the user types for one cell: asks for a line when there is nothing left of the last one.
 *
 * <p>Threads of one cell wait for one another, and such a wait can be interrupted. Cells share
 * nothing: a thread that still waits for a line does not hold up the cells after its own.
 */
final class TypedLines {
  private final ReentrantLock lock = new ReentrantLock();
  private final CellOutput cell;
  private byte[] line = new byte[0];
  private int next;

  TypedLines(CellOutput cell) {
    this.cell = cell;
  }

  int read(byte[] bytes, int offset, int length) throws InterruptedIOException {
    try {
      lock.lockInterruptibly();
      try {
        if (next == line.length) {
          line = (cell.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
          next = 0;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }

  /** How much is left of the line; nothing while a thread waits for the next one. */
  int available() {
    if (!lock.tryLock()) {
      return 0;
    }
    try {
      return line.length - next;
    } finally {
      lock.unlock();
    }
  }
}
