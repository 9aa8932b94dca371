package lectern.kernel.magic.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.display.UserError;
import org.apache.maven.model.Model;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryPolicy;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.model.building.ModelSource2;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;

/** What a POM depends on, its parents, imports and properties worked out. */
final class PomDependencies {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  PomDependencies(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /** Its dependencies of those scopes, its managed versions and its repositories. */
  CollectRequest of(ModelSource2 pom, Set<String> scopes) {
    Model model = effective(pom);
    List<Dependency> direct = new ArrayList<>();
    for (org.apache.maven.model.Dependency dependency : model.getDependencies()) {
      String scope = dependency.getScope() == null ? "compile" : dependency.getScope();
      if (scopes.contains(scope)) {
        direct.add(dependency(dependency, scope));
      }
    }
    List<Dependency> managed = new ArrayList<>();
    if (model.getDependencyManagement() != null) {
      model
          .getDependencyManagement()
          .getDependencies()
          .forEach(dependency -> managed.add(dependency(dependency, dependency.getScope())));
    }
    List<RemoteRepository> named =
        model.getRepositories().stream().map(PomDependencies::repository).toList();
    return new CollectRequest(direct, managed, named);
  }

  private Model effective(ModelSource2 pom) {
    DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
    request.setModelSource(pom);
    if (pom instanceof FileModelSource source) {
      request.setPomFile(source.getFile());
    }
    request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MAVEN_2_0);
    request.setProcessPlugins(false);
    request.setSystemProperties(System.getProperties());
    request.setModelResolver(new RepositoryModels(system, session, repositories));
    try {
      return new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
    } catch (ModelBuildingException e) {
      List<String> problems =
          e.getProblems().stream()
              .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
              .map(ModelProblem::getMessage)
              .toList();
      throw new UserError("The POM cannot be used: " + String.join("; ", problems), e);
    }
  }

  private Dependency dependency(org.apache.maven.model.Dependency dependency, String scope) {
    ArtifactType type = session.getArtifactTypeRegistry().get(dependency.getType());
    if (type == null) {
      type = new DefaultArtifactType(dependency.getType());
    }
    Map<String, String> properties = new HashMap<>(type.getProperties());
    if (dependency.getSystemPath() != null) {
      properties.put(ArtifactProperties.LOCAL_PATH, dependency.getSystemPath());
    }
    String classifier = dependency.getClassifier();
    Artifact artifact =
        new DefaultArtifact(
            dependency.getGroupId(),
            dependency.getArtifactId(),
            classifier == null ? type.getClassifier() : classifier,
            type.getExtension(),
            dependency.getVersion(),
            properties,
            (java.io.File) null);
    List<Exclusion> exclusions =
        dependency.getExclusions().stream()
            .map(out -> new Exclusion(out.getGroupId(), out.getArtifactId(), "*", "*"))
            .toList();
    return new Dependency(artifact, scope, null, exclusions);
  }

  /** A repository as a POM names it. */
  static RemoteRepository repository(Repository repository) {
    return new RemoteRepository.Builder(
            repository.getId(), repository.getLayout(), repository.getUrl())
        .setReleasePolicy(policy(repository.getReleases()))
        .setSnapshotPolicy(policy(repository.getSnapshots()))
        .build();
  }

  private static org.eclipse.aether.repository.RepositoryPolicy policy(RepositoryPolicy policy) {
    boolean enabled = policy == null || policy.isEnabled();
    String update = policy == null ? null : policy.getUpdatePolicy();
    String checksum = policy == null ? null : policy.getChecksumPolicy();
    return new org.eclipse.aether.repository.RepositoryPolicy(
        enabled, update == null ? "daily" : update, checksum == null ? "warn" : checksum);
  }
}
