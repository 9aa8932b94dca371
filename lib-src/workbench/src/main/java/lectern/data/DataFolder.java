package lectern.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where fetched data is kept, outside the project. */
final class DataFolder {
  private DataFolder() {}

  static Path ofThisMachine() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** LECTERN_DATA if set; else lectern/datasets in the folder this system keeps caches in. */
  static Path of(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("LECTERN_DATA", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    return caches(environment, system.toLowerCase(Locale.ROOT), home)
        .resolve("lectern")
        .resolve("datasets");
  }

  private static Path caches(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".cache");
  }
}
