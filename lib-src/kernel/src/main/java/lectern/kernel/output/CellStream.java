package lectern.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;

/** System.out or System.err: what a thread writes goes to the cell that it belongs to. */
final class CellStream extends OutputStream {
  private final boolean err;
  private final PrintStream otherwise;

  /**
   * A stream.
   *
   * @param otherwise where text goes that belongs to no cell
   */
  CellStream(boolean err, PrintStream otherwise) {
    this.err = err;
    this.otherwise = otherwise;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    CurrentOutput.get()
        .ifPresentOrElse(
            cell -> cell.write(err, bytes, offset, length),
            () -> otherwise.write(bytes, offset, length));
  }

  /** Nothing: text is sent after a short while anyway, and many programs flush each line. */
  @Override
  public void flush() {}
}
