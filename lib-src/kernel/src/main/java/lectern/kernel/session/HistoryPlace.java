package lectern.kernel.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the history is kept: the environment's {@code LECTERN_HISTORY}, or {@code history.jsonl} in
 * the user's data folder, where each system has it. {@code LECTERN_HISTORY=off} keeps none.
 */
final class HistoryPlace {
  private HistoryPlace() {}

  /**
   * The file, or empty for none.
   *
   * @param system the name of the operating system, as Java gives it
   * @param home the user's
   */
  static Optional<Path> of(Map<String, String> environment, String system, Path home) {
    String told = environment.getOrDefault("LECTERN_HISTORY", "").trim();
    if (told.equals("off")) {
      return Optional.empty();
    }
    return Optional.of(
        told.isEmpty()
            ? folder(environment, system, home).resolve("history.jsonl")
            : Path.of(told));
  }

  private static Path folder(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("Windows")) {
      String data = environment.getOrDefault("APPDATA", "");
      return (data.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(data)).resolve("Lectern");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support/Lectern");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("lectern");
  }
}
