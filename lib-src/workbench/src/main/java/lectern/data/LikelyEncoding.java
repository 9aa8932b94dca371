package lectern.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** A guess at the encoding of a text that is not in the one it was said to be in. */
final class LikelyEncoding {
  /** Tried in this order; Latin-1 takes everything. */
  private static final List<String> TRIED = List.of("UTF-8", "GB18030", "ISO-8859-1");

  private LikelyEncoding() {}

  /** Its name; empty for bytes of 0 in no order, which are no text. */
  static Optional<String> of(byte[] bytes) {
    int even = zeros(bytes, 0);
    int odd = zeros(bytes, 1);
    if (even + odd > 0) {
      int most = Math.max(even, odd);
      boolean wide = most >= 2 * Math.min(even, odd) + 1 && most >= bytes.length / 16;
      return wide ? Optional.of(even > odd ? "UTF-16BE" : "UTF-16LE") : Optional.empty();
    }
    return TRIED.stream().filter(name -> decodes(bytes, name)).findFirst();
  }

  /** True for what begins like a zip file, whose first bytes may pass as text. */
  static boolean isArchive(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean decodes(byte[] bytes, String name) {
    try {
      Charset.forName(name).newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
