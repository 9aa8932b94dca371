package lectern.kernel.magic.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import lectern.display.Progress;
import lectern.display.UserError;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilder;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;
import org.eclipse.aether.version.Version;

/** {@link Dependencies} by Maven Resolver, with the user's Maven settings. */
public final class MavenDependencies implements Dependencies {
  private static final int VERSIONS_NAMED = 5;

  private final RepositorySystem system;
  private final DefaultRepositorySystemSession session;
  private final List<RemoteRepository> repositories = new CopyOnWriteArrayList<>();
  private final Supplier<Progress> progress;
  private final Path localRepository;
  private final boolean settingsSayOffline;

  private MavenDependencies(MavenSettings settings, Supplier<Progress> progress) {
    this.progress = progress;
    system = new KernelRepositorySystem().get();
    session = MavenRepositorySystemUtils.newSession();
    settingsSayOffline = settings.isOffline();
    localRepository = settings.localRepository();
    File local = localRepository.toFile();
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(session, new LocalRepository(local)));
    session.setSystemProperties(System.getProperties());
    settings.applyTo(session);
    // What lost against another version stays in the graph, so that it can be told.
    session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
    session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
    repositories.add(central());
    settings.repositories().forEach(this::add);
  }

  /** With the settings of this user and this machine. */
  public static Dependencies start() {
    return start(MavenSettings.read(System.getProperties(), System.getenv()), Progress::shown);
  }

  static MavenDependencies start(MavenSettings settings, Supplier<Progress> progress) {
    return new MavenDependencies(settings, progress);
  }

  /** Maven Central as Maven's own super POM names it. */
  private static RemoteRepository central() {
    try (InputStream in =
        DefaultModelBuilder.class.getResourceAsStream("/org/apache/maven/model/pom-4.0.0.xml")) {
      Model superPom = new MavenXpp3Reader().read(in);
      return PomDependencies.repository(superPom.getRepositories().get(0));
    } catch (IOException | XmlPullParserException e) {
      throw new IllegalStateException("Maven's super POM cannot be read", e);
    }
  }

  @Override
  public void addRepository(String id, String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new UserError("Not an address: " + url + ". Write https://… or file:/…", e);
    }
    String scheme = String.valueOf(address.getScheme());
    if (!List.of("http", "https", "file").contains(scheme)) {
      throw new UserError(
          "Not an address of a repository: " + url + ". Write https://… or file:/…");
    }
    if (id.isBlank() || id.matches(".*[\\\\/:*?\"<>|\\s].*")) {
      throw new UserError("Not a name for a repository: " + id + ". Use letters, digits, - and _.");
    }
    add(new RemoteRepository.Builder(id, "default", plain(address)).build());
  }

  /** Resolver reads %20 in the address of a folder, but not the bytes of other letters. */
  private static String plain(URI address) {
    if (!address.getScheme().equals("file")) {
      return address.toString();
    }
    try {
      String path = Path.of(address).toString().replace(File.separatorChar, '/');
      return "file:" + (path.startsWith("/") ? "" : "/") + path.replace("%", "%25");
    } catch (IllegalArgumentException e) {
      throw new UserError("Not the address of a folder: " + address + ". Write file:///…", e);
    }
  }

  private void add(RemoteRepository repository) {
    repositories.removeIf(other -> other.getId().equals(repository.getId()));
    repositories.add(repository);
  }

  @Override
  public Resolution resolve(Wanted wanted) {
    List<RemoteRepository> all = system.newResolutionRepositories(session, repositories);
    List<Exclusion> exclusions = wanted.exclusions().stream().map(this::exclusion).toList();
    List<Dependency> dependencies = new ArrayList<>();
    for (String coordinate : wanted.coordinates()) {
      dependencies.add(new Dependency(artifact(coordinate, all), "compile", null, exclusions));
    }
    boolean offline = session.isOffline();
    session.setOffline(offline || wanted.offline());
    session.setUpdatePolicy(wanted.update() ? RepositoryPolicy.UPDATE_POLICY_ALWAYS : null);
    try {
      return resolve(new CollectRequest(dependencies, List.of(), all));
    } finally {
      session.setOffline(offline);
      session.setUpdatePolicy(null);
    }
  }

  private Exclusion exclusion(String written) {
    String[] parts = written.split(":");
    return new Exclusion(parts[0], parts[1], "*", "*");
  }

  private Artifact artifact(String coordinate, List<RemoteRepository> all) {
    if (coordinate.matches("[^:\\s]+:[^:\\s]+")) {
      String[] parts = coordinate.split(":");
      List<String> newest = newest(new DefaultArtifact(parts[0], parts[1], "jar", ""), all);
      throw new UserError(
          "The version is missing: "
              + coordinate
              + ". Write group:artifact:version"
              + (newest.isEmpty() ? "." : "; the newest are " + String.join(", ", newest) + "."));
    }
    try {
      return new DefaultArtifact(coordinate);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "Not an artifact: "
              + coordinate
              + ". Write group:artifact:version, or group:artifact:packaging:classifier:version.",
          e);
    }
  }

  @Override
  public Resolution resolvePom(Path pom, Set<String> scopes) {
    return resolvePom(new FileModelSource(pom.toFile()), scopes);
  }

  @Override
  public Resolution resolvePomText(String pom, Set<String> scopes) {
    return resolvePom(new TextPom(PomSnippet.wholePom(pom)), scopes);
  }

  private Resolution resolvePom(ModelSource2 pom, Set<String> scopes) {
    List<RemoteRepository> all = system.newResolutionRepositories(session, repositories);
    PomDependencies read = new PomDependencies(system, session, all);
    CollectRequest request =
        watch("Reading the POM", 0, all, new Downloads(progress.get()), () -> read.of(pom, scopes));
    request.setRepositories(system.newResolutionRepositories(session, merged(request)));
    return resolve(request);
  }

  /** The kernel's repositories first; of two with one name the kernel's. */
  private List<RemoteRepository> merged(CollectRequest request) {
    List<RemoteRepository> merged = new ArrayList<>(repositories);
    for (RemoteRepository repository : request.getRepositories()) {
      if (merged.stream().noneMatch(other -> other.getId().equals(repository.getId()))) {
        merged.add(repository);
      }
    }
    return merged;
  }

  private Resolution resolve(CollectRequest request) {
    List<RemoteRepository> all = request.getRepositories();
    Downloads downloads = new Downloads(progress.get());
    DependencyNode collected =
        watch(
            "Finding dependencies",
            0,
            all,
            downloads,
            () -> system.collectDependencies(session, request).getRoot());
    List<VersionConflict> conflicts = VersionConflicts.takeFrom(collected);
    PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
    collected.accept(nodes);
    int missing =
        (int)
            nodes.getDependencies(true).stream()
                .filter(d -> isMissing(d.getArtifact(), all))
                .count();
    DependencyNode root =
        watch(
            "Downloading",
            missing,
            all,
            downloads,
            () ->
                system
                    .resolveDependencies(session, new DependencyRequest(collected, null))
                    .getRoot());
    return new Resolution(artifacts(root), conflicts);
  }

  private boolean isMissing(Artifact artifact, List<RemoteRepository> all) {
    return artifact.getFile() == null
        && !session
            .getLocalRepositoryManager()
            .find(session, new LocalArtifactRequest(artifact, all, ""))
            .isAvailable();
  }

  private static List<ResolvedArtifact> artifacts(DependencyNode root) {
    PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
    root.accept(nodes);
    List<Artifact> direct = root.getChildren().stream().map(DependencyNode::getArtifact).toList();
    List<ResolvedArtifact> resolved = new ArrayList<>();
    for (Artifact artifact : nodes.getArtifacts(false)) {
      resolved.add(
          new ResolvedArtifact(
              artifact.getGroupId(),
              artifact.getArtifactId(),
              artifact.getExtension(),
              artifact.getClassifier(),
              artifact.getVersion(),
              artifact.getFile().toPath(),
              direct.contains(artifact)));
    }
    return resolved;
  }

  private <T> T watch(
      String what, int files, List<RemoteRepository> all, Downloads downloads, Callable<T> work) {
    session.setTransferListener(downloads);
    try {
      return downloads.watch(what, files, work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(what + " was interrupted");
    } catch (CancellationException | UserError e) {
      throw e;
    } catch (Exception e) {
      String whyOffline = session.isOffline() ? whyOffline() : "";
      throw new Failures(all, whyOffline, artifact -> newest(artifact, all)).explain(e);
    }
  }

  private String whyOffline() {
    return settingsSayOffline ? "Maven's settings.xml says offline" : "--offline was asked for";
  }

  /** The newest versions of an artifact, newest first; empty where none is found. */
  private List<String> newest(Artifact artifact, List<RemoteRepository> all) {
    if (session.isOffline()) {
      return LocalVersions.newestFirst(localRepository, artifact).stream()
          .limit(VERSIONS_NAMED)
          .toList();
    }
    try {
      Artifact any =
          new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
      List<Version> versions =
          system.resolveVersionRange(session, new VersionRangeRequest(any, all, "")).getVersions();
      List<String> newest = new ArrayList<>();
      for (int i = versions.size() - 1; i >= 0 && newest.size() < VERSIONS_NAMED; i--) {
        newest.add(versions.get(i).toString());
      }
      return newest;
    } catch (VersionRangeResolutionException e) {
      return List.of();
    }
  }
}
