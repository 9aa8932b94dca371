package lectern.kernel.magic.maven;

import java.util.List;

/**
 * What repositories gave.
 *
 * @param artifacts in class path order
 * @param conflicts the artifacts among them that were asked for in several versions
 */
public record Resolution(List<ResolvedArtifact> artifacts, List<VersionConflict> conflicts) {
  public Resolution {
    artifacts = List.copyOf(artifacts);
    conflicts = List.copyOf(conflicts);
  }
}
