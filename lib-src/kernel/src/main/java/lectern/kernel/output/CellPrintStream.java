package lectern.kernel.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * System.out or System.err: what a thread prints goes to the cell that it belongs to.
 *
 * <p>Threads share no lock and no half-encoded text here, so neither a thread that was stopped
 * while it printed nor one that keeps the stream's monitor harms the cells after its own. Each call
 * arrives in one piece: two threads' lines do not mix. A line ends with {@code \n} everywhere.
 */
final class CellPrintStream extends PrintStream {
  private final boolean err;
  private final PrintStream otherwise;

  /**
   * A stream.
   *
   * @param otherwise where text goes that belongs to no cell
   */
  CellPrintStream(boolean err, PrintStream otherwise) {
    super(otherwise, true, StandardCharsets.UTF_8);
    this.err = err;
    this.otherwise = otherwise;
  }

  private void put(Consumer<CellOutput> toCell, Runnable elsewhere) {
    CellOutput cell = CurrentOutput.get().orElse(null);
    if (cell == null) {
      elsewhere.run();
    } else {
      toCell.accept(cell);
    }
  }

  private void put(String text) {
    put(cell -> cell.write(err, text), () -> otherwise.print(text));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    put(
        cell -> cell.write(err, bytes, offset, length),
        () -> otherwise.write(bytes, offset, length));
  }

  @Override
  public void print(String text) {
    put(String.valueOf(text));
  }

  @Override
  public void print(Object value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(char[] text) {
    put(new String(text));
  }

  @Override
  public void print(char c) {
    put(String.valueOf(c));
  }

  @Override
  public void print(boolean value) {
    put(String.valueOf(value));
  }

  @Override
  public void print(int number) {
    put(String.valueOf(number));
  }

  @Override
  public void print(long number) {
    put(String.valueOf(number));
  }

  @Override
  public void print(float number) {
    put(String.valueOf(number));
  }

  @Override
  public void print(double number) {
    put(String.valueOf(number));
  }

  @Override
  public void println() {
    put("\n");
  }

  @Override
  public void println(String text) {
    put(text + "\n");
  }

  @Override
  public void println(Object value) {
    put(value + "\n");
  }

  @Override
  public void println(char[] text) {
    put(new String(text) + "\n");
  }

  @Override
  public void println(char c) {
    put(c + "\n");
  }

  @Override
  public void println(boolean value) {
    put(value + "\n");
  }

  @Override
  public void println(int number) {
    put(number + "\n");
  }

  @Override
  public void println(long number) {
    put(number + "\n");
  }

  @Override
  public void println(float number) {
    put(number + "\n");
  }

  @Override
  public void println(double number) {
    put(number + "\n");
  }

  @Override
  public PrintStream format(String format, Object... arguments) {
    put(String.format(format, arguments));
    return this;
  }

  @Override
  public PrintStream format(Locale locale, String format, Object... arguments) {
    put(String.format(locale, format, arguments));
    return this;
  }

  /** Nothing: text is sent after a short while anyway, and many programs flush each line. */
  @Override
  public void flush() {}

  /** Nothing: the cells to come still print. */
  @Override
  public void close() {}

  @Override
  public boolean checkError() {
    return false;
  }
}
