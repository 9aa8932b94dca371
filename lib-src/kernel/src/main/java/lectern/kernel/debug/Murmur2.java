package lectern.kernel.debug;

import java.nio.charset.StandardCharsets;

/**
 * MurmurHash2 for 32 bits, by which front ends name the source of a cell.
 *
 * <p>Source: Austin Appleby's MurmurHash2, in the public domain.
 */
final class Murmur2 {
  private static final int FACTOR = 0x5bd1e995;

  private Murmur2() {}

  /** The hash of a text in UTF-8, as an unsigned number. */
  static long of(String text, int seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int whole = bytes.length & ~3;
    int hash = seed ^ bytes.length;
    for (int i = 0; i < whole; i += 4) {
      int word = word(bytes, i, 4) * FACTOR;
      word = (word ^ word >>> 24) * FACTOR;
      hash = hash * FACTOR ^ word;
    }
    if (whole < bytes.length) {
      hash = (hash ^ word(bytes, whole, bytes.length - whole)) * FACTOR;
    }
    hash = (hash ^ hash >>> 13) * FACTOR;
    return Integer.toUnsignedLong(hash ^ hash >>> 15);
  }

  private static int word(byte[] bytes, int from, int length) {
    int word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[from + i] & 0xff) << 8 * i;
    }
    return word;
  }
}
