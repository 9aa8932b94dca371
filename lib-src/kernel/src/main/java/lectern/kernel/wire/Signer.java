package lectern.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages with HMAC-SHA256 and checks signatures.
 *
 * <p>An empty key switches signing off, as Jupyter defines it: signatures are empty, every one is
 * taken. Not for several threads at once.
 */
public final class Signer {
  private final Mac mac;

  /**
   * A signer with this key.
   *
   * @param key the key of the connection file; "" for no signatures
   */
  public Signer(String key) {
    try {
      mac = key.isEmpty() ? null : Mac.getInstance("HmacSHA256");
      if (mac != null) {
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  /** The signature of these frames, in lower-case hexadecimal; "" without a key. */
  public String sign(List<byte[]> frames) {
    if (mac == null) {
      return "";
    }
    frames.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /**
   * Whether this is the signature of these frames; takes as long for a near miss as for a far one.
   */
  public boolean verify(byte[] signature, List<byte[]> frames) {
    byte[] right = sign(frames).getBytes(StandardCharsets.US_ASCII);
    return mac == null || MessageDigest.isEqual(right, signature);
  }

  /** Whether messages are signed at all. */
  public boolean signs() {
    return mac != null;
  }
}
