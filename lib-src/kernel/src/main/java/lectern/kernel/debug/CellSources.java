package lectern.kernel.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of cells by the names that front ends compute for them: prefix, hash, suffix. Nothing
 * is written to disk; the last thousand are kept.
 */
final class CellSources {
  static final int SEED = 0xc70f6907;
  static final String PREFIX = "lectern/cell-";
  static final String SUFFIX = ".java";
  private static final int KEPT = 1_000;

  private final Map<String, String> sources =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > KEPT;
        }
      };

  /** Keeps the code of a cell; its name. */
  String add(String code) {
    String name = PREFIX + Murmur2.of(code, SEED) + SUFFIX;
    sources.put(name, code);
    return name;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(sources.get(name));
  }
}
