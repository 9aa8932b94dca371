package lectern.kernel.compile;

import java.util.Optional;

/** Knows which class is meant by a name that has not been imported. */
@FunctionalInterface
public interface Importer {
  /** Knows none. */
  Importer NONE = name -> Optional.empty();

  /** The class with its package, where there is no doubt; else empty. */
  Optional<String> find(String simpleName);

  /** Whether a name looks like one of a class. */
  static boolean isOfClass(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }
}
