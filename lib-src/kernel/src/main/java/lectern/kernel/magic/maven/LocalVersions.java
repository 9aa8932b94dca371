package lectern.kernel.magic.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Which versions of an artifact the local repository has, jars and not only their POMs. */
final class LocalVersions {
  private LocalVersions() {}

  static List<String> newestFirst(Path repository, Artifact artifact) {
    Path folder =
        repository
            .resolve(artifact.getGroupId().replace('.', '/'))
            .resolve(artifact.getArtifactId());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(version -> version.getFileName().toString())
          .filter(
              version ->
                  Files.isRegularFile(
                      folder
                          .resolve(version)
                          .resolve(artifact.getArtifactId() + "-" + version + ".jar")))
          .map(LocalVersions::version)
          .sorted(Comparator.reverseOrder())
          .map(Version::toString)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Version version(String text) {
    try {
      return new GenericVersionScheme().parseVersion(text);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalStateException("Every text is a version", e);
    }
  }
}
