package lectern.kernel.magic.maven;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file from a Maven repository.
 *
 * @param packaging such as {@code jar}
 * @param classifier "" for the artifact itself
 * @param direct true for what was asked for, false for what that needs
 */
public record ResolvedArtifact(
    String group,
    String artifact,
    String packaging,
    String classifier,
    String version,
    Path file,
    boolean direct) {
  public ResolvedArtifact {
    Objects.requireNonNull(file, "file");
  }

  /** Everything but the version: two of the same key cannot both be used. */
  public String key() {
    return group
        + ":"
        + artifact
        + (packaging.equals("jar") && classifier.isEmpty() ? "" : ":" + packaging)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }

  /** As Maven writes it. */
  public String coordinate() {
    return key() + ":" + version;
  }
}
