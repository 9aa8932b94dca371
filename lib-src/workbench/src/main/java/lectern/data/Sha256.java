package lectern.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 sum that is fed piece by piece. */
public final class Sha256 {
  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(8);

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The sum of these bytes as 64 hexadecimal digits. */
  public static String of(byte[] bytes) {
    Sha256 sum = new Sha256();
    sum.add(bytes, bytes.length);
    return sum.hex();
  }

  /** Adds a number as 8 bytes, high byte first. */
  public void add(long value) {
    number.clear();
    digest.update(number.putLong(value).array());
  }

  /** Adds a text: the number of its UTF-8 bytes, then the bytes. */
  public void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  /** Adds the first bytes of an array. */
  public void add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** The sum as 64 hexadecimal digits; afterwards the sum begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
