package lectern.kernel;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the environment says, by the names that IJava and JJava gave: {@code IJAVA_CLASSPATH} or
 * {@code JJAVA_CLASSPATH}, and so on; JJava's name wins.
 *
 * @param classPath globs
 * @param compilerOptions for javac
 * @param startUpScripts globs of files to run first
 * @param startUpScript code to run after them, or ""
 * @param timeoutMillis how long a cell may run; 0 for ever
 */
record Settings(
    List<String> classPath,
    List<String> compilerOptions,
    List<String> startUpScripts,
    String startUpScript,
    long timeoutMillis) {

  static Settings of(Map<String, String> environment) {
    return new Settings(
        split(get(environment, "CLASSPATH"), File.pathSeparator),
        split(get(environment, "COMPILER_OPTS"), " "),
        split(get(environment, "STARTUP_SCRIPTS_PATH"), File.pathSeparator),
        get(environment, "STARTUP_SCRIPT"),
        millis(get(environment, "TIMEOUT")));
  }

  private static String get(Map<String, String> environment, String name) {
    String jjava = environment.getOrDefault("JJAVA_" + name, "");
    return jjava.isBlank() ? environment.getOrDefault("IJAVA_" + name, "") : jjava;
  }

  private static List<String> split(String text, String separator) {
    return Stream.of(text.split(java.util.regex.Pattern.quote(separator)))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** IJava's timeout is a number of milliseconds; -1, nothing or nonsense is for ever. */
  private static long millis(String text) {
    try {
      return Math.max(0, Long.parseLong(text.trim()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
