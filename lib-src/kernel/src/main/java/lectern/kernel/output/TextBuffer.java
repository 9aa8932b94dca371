package lectern.kernel.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text gathered from strings and from bytes of UTF-8, and taken out without cutting a character in
 * two: neither between its bytes nor between its two {@code char}s.
 */
final class TextBuffer {
  private static final int CHUNK = 8_192;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final StringBuilder text = new StringBuilder();

  /** The beginning of a character whose other bytes have not come yet. */
  private byte[] half = {};

  void append(String more) {
    endHalf();
    text.append(more);
  }

  void append(byte[] source, int offset, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(half.length + length);
    bytes.put(half).put(source, offset, length).flip();
    CharBuffer chars = CharBuffer.allocate(Math.min(CHUNK, bytes.remaining() + 1));
    while (decoder.decode(bytes, chars, false).isOverflow()) {
      drain(chars);
    }
    drain(chars);
    half = new byte[bytes.remaining()];
    bytes.get(half);
  }

  /** How many {@code char}s could be taken, at least. */
  int length() {
    return text.length();
  }

  /** Takes the text that is whole; the beginning of a character stays for the next time. */
  String takeWhole() {
    int length = text.length();
    boolean cut = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    int whole = cut ? length - 1 : length;
    String taken = text.substring(0, whole);
    text.delete(0, whole);
    return taken;
  }

  /** Takes everything; half a character becomes a replacement character. */
  String takeAll() {
    endHalf();
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private void endHalf() {
    if (half.length > 0) {
      half = new byte[0];
      text.append('\ufffd');
    }
  }

  private void drain(CharBuffer chars) {
    text.append(chars.flip());
    chars.clear();
  }
}
