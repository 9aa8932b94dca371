package lectern.kernel.assist;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where the source of a class is: in {@code META-INF/sources} of its jar, as the workbench has it,
 * or beside its class file; in a jar {@code name-sources.jar} beside its jar; for the JDK's own in
 * {@code lib/src.zip}, which not every installation has. The last few are kept.
 */
final class Sources {
  private static final Path OF_JDK = Path.of(System.getProperty("java.home"), "lib", "src.zip");
  private static final List<String> FOLDERS = List.of("META-INF/sources/", "");
  private static final int KEPT = 8;

  private final ClassLoader loader;
  private final Path ofJdk;
  private final Map<String, Optional<ParsedSource>> kept =
      new LinkedHashMap<>(KEPT, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ParsedSource>> eldest) {
          return size() > KEPT;
        }
      };

  /** With the JDK that runs this. */
  Sources(ClassLoader loader) {
    this(loader, OF_JDK);
  }

  Sources(ClassLoader loader, Path ofJdk) {
    this.loader = loader;
    this.ofJdk = ofJdk;
  }

  /**
   * The source of a class.
   *
   * @param name with its package, of an outermost class
   * @param module the name of its module, "" for none
   */
  Optional<ParsedSource> of(String name, String module) {
    return kept.computeIfAbsent(
        name,
        wanted -> {
          try {
            return read(name.replace('.', '/'), module).map(ParsedSource::of);
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  private Optional<String> read(String path, String module) throws IOException {
    if (!module.isEmpty()) {
      return entry(ofJdk, module + "/" + path + ".java");
    }
    for (String folder : FOLDERS) {
      try (InputStream in = loader.getResourceAsStream(folder + path + ".java")) {
        if (in != null) {
          return Optional.of(text(in));
        }
      }
    }
    URL found = loader.getResource(path + ".class");
    URLConnection connection = found == null ? null : found.openConnection();
    if (!(connection instanceof JarURLConnection inJar)) {
      return Optional.empty();
    }
    String jar = inJar.getJarFileURL().getPath();
    return entry(Path.of(jar.replaceFirst("\\.jar$", "-sources.jar")), path + ".java");
  }

  private static Optional<String> entry(Path zip, String name) throws IOException {
    if (!Files.isRegularFile(zip)) {
      return Optional.empty();
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(name);
      return entry == null ? Optional.empty() : Optional.of(text(file.getInputStream(entry)));
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
