package lectern.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.display.UserError;

/**
 * Adds the kernel to a Jupyter, from the one jar that holds all of it: {@code java -jar
 * lectern-kernel.jar install --user}.
 *
 * <p>The jar is copied beside the kernel spec, so that the one that was downloaded may go. The
 * kernel starts with the Java that installs it. A folder that holds another kernel is left alone.
 *
 * @param folder of the kernels, such as {@code ~/.local/share/jupyter/kernels}
 * @param name of the kernel there
 * @param jar the jar that is copied
 */
record Installation(Path folder, String name, Path jar) {
  private static final String JAR = "lectern-kernel.jar";
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
  private static final String USAGE = "usage: install (--user | --prefix FOLDER) [--name NAME]";

  Installation {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new UserError(
          "a kernel's name begins with a letter a-z or a digit and is made of these, '.', '_' and"
              + " '-': "
              + name
              + " is not");
    }
  }

  /** Reads the words after {@code install}. */
  static Installation read(List<String> words) {
    Path folder = null;
    String name = "lectern";
    for (int i = 0; i < words.size(); i++) {
      boolean more = i + 1 < words.size();
      if (words.get(i).equals("--user") && folder == null) {
        folder = userFolder(System.getProperty("os.name"), System.getenv());
      } else if (words.get(i).equals("--prefix") && more && folder == null) {
        folder = Path.of(words.get(++i)).toAbsolutePath().resolve("share/jupyter");
      } else if (words.get(i).equals("--name") && more) {
        name = words.get(++i);
      } else {
        throw new UserError(USAGE);
      }
    }
    if (folder == null) {
      throw new UserError(USAGE);
    }
    return new Installation(folder.resolve("kernels"), name, ownJar());
  }

  /** Where Jupyter looks for what belongs to this user. */
  static Path userFolder(String system, Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    if (environment.containsKey("JUPYTER_DATA_DIR")) {
      return Path.of(environment.get("JUPYTER_DATA_DIR"));
    } else if (system.startsWith("Windows")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("jupyter");
    } else if (system.startsWith("Mac")) {
      return home.resolve("Library/Jupyter");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("jupyter");
  }

  private static Path ownJar() {
    try {
      var source = Installation.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Writes the kernel spec.
   *
   * @return what was done, in a sentence
   */
  String write() throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new UserError(
          "only the one jar that holds all of the kernel installs itself: ./lectern kernel package"
              + " makes it, ./lectern kernel install needs none");
    }
    Path place = folder.resolve(name);
    if (Files.exists(place) && !Files.exists(place.resolve(JAR))) {
      throw new UserError(
          place + " is another kernel's: choose a --name of your own, or remove that folder");
    }
    Files.createDirectories(place);
    Path copy = place.resolve(JAR);
    if (!copy.equals(jar)) {
      Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    for (String logo : LOGOS) {
      try (InputStream in = Installation.class.getResourceAsStream("logo/" + logo)) {
        Files.copy(in, place.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(place.resolve("kernel.json"), spec(copy) + "\n");
    return "Installed Java (Lectern) in " + place + "; to remove it, delete that folder.";
  }

  private String spec(Path copy) {
    Gson json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    Map<String, Object> spec = new TreeMap<>();
    spec.put(
        "argv",
        List.of(
            java.toString(),
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:+UseParallelGC",
            "-Xms24m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-jar",
            copy.toString(),
            "{connection_file}"));
    spec.put("display_name", name.equals("lectern") ? "Java (Lectern)" : "Java (" + name + ")");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("metadata", Map.of("debugger", true));
    return json.toJson(spec);
  }
}
