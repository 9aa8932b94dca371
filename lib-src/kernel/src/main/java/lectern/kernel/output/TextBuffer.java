package lectern.kernel.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 that are taken out as text, never cutting a character in two. */
final class TextBuffer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void append(byte[] source, int offset, int length) {
    bytes.write(source, offset, length);
  }

  int size() {
    return bytes.size();
  }

  /** Takes the text that is whole; the beginning of a character stays for the next time. */
  String takeWhole() {
    byte[] all = bytes.toByteArray();
    int whole = wholeLength(all);
    bytes.reset();
    bytes.write(all, whole, all.length - whole);
    return new String(all, 0, whole, StandardCharsets.UTF_8);
  }

  /** Takes everything; half a character becomes a replacement character. */
  String takeAll() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  /** Steps back over at most three bytes to the first byte of the last character. */
  private static int wholeLength(byte[] all) {
    for (int back = 1; back <= 3 && back <= all.length; back++) {
      int b = all[all.length - back] & 0xff;
      if (b >= 0xc0) {
        int needed = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return needed > back ? all.length - back : all.length;
      } else if (b < 0x80) {
        return all.length;
      }
    }
    return all.length;
  }
}
