package lectern.kernel.output;

import java.io.IOException;
import java.io.InputStream;

/** System.in: what the user types for the cell that the reading thread belongs to. */
final class CellInput extends InputStream {
  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    CellOutput cell = CurrentOutput.get().orElse(null);
    if (length == 0) {
      return 0;
    }
    return cell == null ? -1 : cell.typed().read(bytes, offset, length);
  }

  @Override
  public int available() {
    return CurrentOutput.get().map(cell -> cell.typed().available()).orElse(0);
  }
}
