package lectern.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lectern.kernel.magic.maven.Resolution;
import lectern.kernel.magic.maven.ResolvedArtifact;
import lectern.kernel.magic.maven.VersionConflict;

/**
 * The artifacts that a session has from Maven repositories. One that the class path has already is
 * not added a second time, whatever its version: Java would take the first anyway, and here the
 * user is told.
 */
final class AddedArtifacts {
  private final MagicHost host;

  /** What was added here: an artifact without its version, and that version. */
  private final Map<String, String> versions = new LinkedHashMap<>();

  private final List<VersionConflict> conflicts = new ArrayList<>();

  AddedArtifacts(MagicHost host) {
    this.host = host;
  }

  /**
   * Adds those that are new and says what was added, what was there, and which version is kept.
   *
   * @return the files of all
   */
  synchronized List<String> add(Resolution resolution) {
    List<ResolvedArtifact> resolved = resolution.artifacts();
    List<Path> jars = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> known = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Set<String> keptKeys = new LinkedHashSet<>();
    for (ResolvedArtifact artifact : resolved) {
      Optional<String> before = versionBefore(artifact);
      if (before.isEmpty()) {
        if (isForClassPath(artifact.file())) {
          jars.add(artifact.file());
        }
        versions.put(artifact.key(), artifact.version());
        if (artifact.direct()) {
          added.add(artifact.coordinate());
        }
      } else if (!before.get().equals(artifact.version())) {
        keptKeys.add(artifact.key());
        if (artifact.direct()) {
          kept.add(kept(artifact, before.get()));
        } else {
          others.add(artifact.key() + " " + before.get() + " (not " + artifact.version() + ")");
        }
      } else if (artifact.direct()) {
        known.add(artifact.coordinate());
      }
    }
    host.addToClassPath(jars);
    if (!others.isEmpty()) {
      kept.add("Kept as they are: " + String.join(", ", others));
    }
    print(added, known, kept, jars.size());
    conflicts.removeIf(old -> resolution.conflicts().contains(old));
    conflicts.addAll(resolution.conflicts());
    ConflictTable.printRisky(
        resolution.conflicts().stream()
            .filter(conflict -> !keptKeys.contains(conflict.artifact()))
            .toList());
    return resolved.stream().map(artifact -> artifact.file().toString()).toList();
  }

  /** The conflicts of all that was added, for {@code %maven --why}. */
  synchronized ConflictTable conflicts() {
    return new ConflictTable(conflicts);
  }

  private static void print(List<String> added, List<String> known, List<String> kept, int jars) {
    if (!added.isEmpty()) {
      String all =
          jars == added.size() ? "" : " (" + jars + (jars == 1 ? " jar" : " jars") + " in all)";
      System.out.println("Added " + String.join(", ", added) + all);
    } else if (jars > 0) {
      System.out.println("Added " + jars + (jars == 1 ? " jar" : " jars"));
    }
    if (!known.isEmpty()) {
      System.out.println("Already on the class path: " + String.join(", ", known));
    }
    kept.forEach(System.out::println);
    if (added.isEmpty() && known.isEmpty() && kept.isEmpty() && jars == 0) {
      System.out.println("Nothing to add");
    }
  }

  private String kept(ResolvedArtifact artifact, String before) {
    String way =
        versions.containsKey(artifact.key())
            ? "; to change, restart the kernel and ask for " + artifact.version() + " first"
            : ", which the kernel's own class path has";
    return "Not added: " + artifact.coordinate() + ". The version stays " + before + way + ".";
  }

  private Optional<String> versionBefore(ResolvedArtifact artifact) {
    String added = versions.get(artifact.key());
    if (added != null) {
      return Optional.of(added);
    }
    for (Path jar : host.classPath()) {
      String version = versionIn(jar, artifact);
      if (version != null) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** The artifact's version in that jar; null if the jar is another. */
  private static String versionIn(Path jar, ResolvedArtifact artifact) {
    String name = String.valueOf(jar.getFileName());
    boolean named =
        name.equals(artifact.artifact() + ".jar") || name.startsWith(artifact.artifact() + "-");
    if (!named || !Files.isRegularFile(jar)) {
      return null;
    }
    if (isSameFile(jar, artifact.file())) {
      return artifact.version();
    }
    return artifact.classifier().isEmpty() ? versionWritten(jar, artifact) : null;
  }

  private static boolean isSameFile(Path jar, Path file) {
    try {
      return jar.getFileName().equals(file.getFileName()) && Files.mismatch(jar, file) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What Maven wrote into a jar that it built, else the folder's name in a local repository. */
  private static String versionWritten(Path jar, ResolvedArtifact artifact) {
    String entryName =
        "META-INF/maven/" + artifact.group() + "/" + artifact.artifact() + "/pom.properties";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(entryName);
      if (entry != null) {
        try (InputStream in = zip.getInputStream(entry)) {
          Properties properties = new Properties();
          properties.load(in);
          return properties.getProperty("version");
        }
      }
    } catch (IOException e) {
      return null;
    }
    Path folder = jar.toAbsolutePath().getParent();
    String version = String.valueOf(folder.getFileName());
    Path place =
        Path.of(
            artifact.group().replace('.', '/'),
            artifact.artifact(),
            version,
            artifact.artifact() + "-" + version + ".jar");
    return jar.endsWith(place) ? version : null;
  }

  private static boolean isForClassPath(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jar") || name.endsWith(".zip");
  }
}
