package lectern.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last signatures that came, so that a recorded message cannot be played again. */
final class SeenSignatures {
  private static final int KEPT = 10_000;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  /** Remembers a signature; false if it was known. */
  boolean add(byte[] signature) {
    return seen.put(new String(signature, StandardCharsets.US_ASCII), true) == null;
  }
}
