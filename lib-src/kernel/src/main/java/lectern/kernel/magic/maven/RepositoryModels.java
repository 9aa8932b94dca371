package lectern.kernel.magic.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/** Fetches the POMs that a POM names: its parents, and what it imports. */
final class RepositoryModels implements ModelResolver {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private List<RemoteRepository> repositories;

  RepositoryModels(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  @Override
  public FileModelSource resolveModel(String group, String artifact, String version)
      throws UnresolvableModelException {
    Artifact pom = new DefaultArtifact(group, artifact, "", "pom", version);
    try {
      ArtifactRequest request = new ArtifactRequest(pom, repositories, "");
      return new FileModelSource(system.resolveArtifact(session, request).getArtifact().getFile());
    } catch (ArtifactResolutionException e) {
      throw new UnresolvableModelException(
          "no POM of " + group + ":" + artifact + ":" + version + " (" + e.getMessage() + ")",
          group,
          artifact,
          version,
          e);
    }
  }

  @Override
  public FileModelSource resolveModel(Parent parent) throws UnresolvableModelException {
    String version = newest(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    parent.setVersion(version);
    return resolveModel(parent.getGroupId(), parent.getArtifactId(), version);
  }

  @Override
  public FileModelSource resolveModel(Dependency imported) throws UnresolvableModelException {
    String version = newest(imported.getGroupId(), imported.getArtifactId(), imported.getVersion());
    imported.setVersion(version);
    return resolveModel(imported.getGroupId(), imported.getArtifactId(), version);
  }

  /** The highest version of a range; a version that is none is itself. */
  private String newest(String group, String artifact, String version)
      throws UnresolvableModelException {
    try {
      Artifact range = new DefaultArtifact(group, artifact, "", "pom", version);
      Version highest =
          system
              .resolveVersionRange(session, new VersionRangeRequest(range, repositories, ""))
              .getHighestVersion();
      if (highest == null) {
        throw new UnresolvableModelException(
            "no version of " + group + ":" + artifact + " in " + version, group, artifact, version);
      }
      return highest.toString();
    } catch (VersionRangeResolutionException e) {
      throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
    }
  }

  @Override
  public void addRepository(Repository repository) {
    addRepository(repository, false);
  }

  @Override
  public void addRepository(Repository repository, boolean replace) {
    RemoteRepository added = PomDependencies.repository(repository);
    List<RemoteRepository> all = new ArrayList<>(repositories);
    boolean known = all.stream().anyMatch(other -> other.getId().equals(added.getId()));
    if (known && !replace) {
      return;
    }
    all.removeIf(other -> other.getId().equals(added.getId()));
    all.addAll(system.newResolutionRepositories(session, List.of(added)));
    repositories = all;
  }

  @Override
  public ModelResolver newCopy() {
    return new RepositoryModels(system, session, repositories);
  }
}
