package lectern.kernel.magic.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lectern.display.UserError;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** Resolver's exceptions in words that name the artifact, the repositories and a way out. */
final class Failures {
  private final List<RemoteRepository> repositories;

  /** Why nothing may be fetched; "" where it may. */
  private final String offline;

  /** The newest versions of an artifact; empty where there are none. */
  private final Function<Artifact, List<String>> versions;

  Failures(
      List<RemoteRepository> repositories,
      String offline,
      Function<Artifact, List<String>> versions) {
    this.repositories = repositories;
    this.offline = offline;
    this.versions = versions;
  }

  UserError explain(Exception failure) {
    ArtifactResolutionException missing = causeOf(failure, ArtifactResolutionException.class);
    if (missing == null) {
      return new UserError("Maven cannot resolve this: " + innermost(failure), failure);
    }
    List<String> sentences = new ArrayList<>();
    for (ArtifactResult result : missing.getResults()) {
      if (!result.isResolved() && sentences.size() < 5) {
        sentences.add(explain(result, failure));
      }
    }
    return new UserError(String.join("\n", sentences), failure);
  }

  private String explain(ArtifactResult result, Exception failure) {
    Artifact artifact = result.getRequest().getArtifact();
    String what = coordinate(artifact) + neededBy(artifact, failure);
    if (!offline.isEmpty()) {
      List<String> here = versions.apply(artifact);
      return "Not in the local repository: "
          + what
          + ". "
          + offline
          + ": nothing is fetched."
          + (here.isEmpty() ? "" : " Versions here: " + String.join(", ", here) + ".");
    }
    Exception trouble =
        result.getExceptions().stream()
            .filter(e -> !(e instanceof ArtifactNotFoundException))
            .findFirst()
            .orElse(null);
    if (trouble != null) {
      return "Cannot fetch "
          + what
          + ": "
          + innermost(trouble)
          + ". "
          + lookedIn()
          + wayOut(trouble);
    }
    return "Not found: " + what + ". " + lookedIn() + versionsOf(artifact);
  }

  private static String wayOut(Exception trouble) {
    HttpTransporter.StatusException answer =
        causeOf(trouble, HttpTransporter.StatusException.class);
    boolean refused = answer != null && (answer.status == 401 || answer.status == 403);
    if (refused || innermost(trouble).contains("authentication")) {
      return " It wants a user and a password, the right ones: name them in ~/.m2/settings.xml,"
          + " under <servers>.";
    }
    return " Check the network, and the proxy in ~/.m2/settings.xml.";
  }

  private String versionsOf(Artifact artifact) {
    List<String> newest = versions.apply(artifact);
    if (newest.isEmpty()) {
      return " No version of "
          + artifact.getGroupId()
          + ":"
          + artifact.getArtifactId()
          + " is listed there: check the spelling, or name its repository with %mavenRepo NAME"
          + " URL.";
    }
    return " Versions there, newest first: " + String.join(", ", newest) + ".";
  }

  private String lookedIn() {
    return "Looked in "
        + String.join(", ", repositories.stream().map(Failures::name).toList())
        + ".";
  }

  private static String name(RemoteRepository repository) {
    return repository.getId() + " (" + repository.getUrl() + ")";
  }

  /** Which artifact needs the missing one; "" for one that was asked for. */
  private static String neededBy(Artifact artifact, Exception failure) {
    DependencyResolutionException resolution =
        causeOf(failure, DependencyResolutionException.class);
    DependencyNode root = resolution == null ? null : resolution.getResult().getRoot();
    DependencyNode parent = root == null ? null : parentOf(artifact, root);
    return parent == null || parent.getArtifact() == null
        ? ""
        : ", which " + coordinate(parent.getArtifact()) + " needs";
  }

  /** As a user writes it: a plain jar is not called one, nor is the POM that describes it. */
  static String coordinate(Artifact artifact) {
    return artifact.toString().replaceFirst(":(jar|pom):(?=[^:]+$)", ":");
  }

  private static DependencyNode parentOf(Artifact artifact, DependencyNode node) {
    for (DependencyNode child : node.getChildren()) {
      DependencyNode parent =
          artifact.equals(child.getArtifact()) ? node : parentOf(artifact, child);
      if (parent != null) {
        return parent;
      }
    }
    return null;
  }

  static <T extends Throwable> T causeOf(Throwable failure, Class<T> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  /** What the innermost cause says that says anything. */
  static String innermost(Throwable failure) {
    String said = failure.getClass().getSimpleName();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at.getMessage() != null && !at.getMessage().isBlank()) {
        said = at.getMessage();
      }
    }
    return said;
  }
}
