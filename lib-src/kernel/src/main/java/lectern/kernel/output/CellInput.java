package lectern.kernel.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** System.in: asks the user for a line when there is nothing left of the last one. */
final class CellInput extends InputStream {
  private byte[] line = new byte[0];
  private int next;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == line.length && !ask()) {
      return -1;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, bytes, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  /** What is left of a line does not reach into the next cell. */
  synchronized void forget() {
    next = line.length;
  }

  private boolean ask() throws IOException {
    CellOutput cell = CurrentOutput.get().orElse(null);
    if (cell == null) {
      return false;
    }
    try {
      line = (cell.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
