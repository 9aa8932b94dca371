package lectern.kernel.magic.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/**
 * Reads from a graph, in which Resolver has kept what lost, who asked for which version, and takes
 * the losers out of it.
 */
final class VersionConflicts {
  private record Node(DependencyNode node, List<String> path) {}

  private final Map<String, Node> winners = new LinkedHashMap<>();
  private final Map<String, List<VersionConflict.Request>> losers = new LinkedHashMap<>();
  private final Map<String, Integer> nearestLoser = new LinkedHashMap<>();

  private VersionConflicts() {}

  /** The conflicts; afterwards the graph holds only what is used. */
  static List<VersionConflict> takeFrom(DependencyNode root) {
    VersionConflicts found = new VersionConflicts();
    found.visit(root, List.of());
    return found.conflicts();
  }

  private void visit(DependencyNode parent, List<String> path) {
    List<DependencyNode> kept = new ArrayList<>();
    for (DependencyNode child : parent.getChildren()) {
      if (child.getData().containsKey(ConflictResolver.NODE_DATA_WINNER)) {
        lost(child.getArtifact(), path);
      } else {
        kept.add(child);
        winners.putIfAbsent(key(child.getArtifact()), new Node(child, path));
        overruled(child, path);
        List<String> below = new ArrayList<>(path);
        below.add(Failures.coordinate(child.getArtifact()));
        visit(child, below);
      }
    }
    parent.setChildren(kept);
  }

  private void lost(Artifact artifact, List<String> path) {
    losers
        .computeIfAbsent(key(artifact), key -> new ArrayList<>())
        .add(new VersionConflict.Request(artifact.getVersion(), new VersionConflict.Path(path)));
    nearestLoser.merge(key(artifact), path.size(), Math::min);
  }

  /** A version that a POM's dependencyManagement has replaced. */
  private void overruled(DependencyNode node, List<String> path) {
    String before = DependencyManagerUtils.getPremanagedVersion(node);
    if (before != null) {
      losers
          .computeIfAbsent(key(node.getArtifact()), key -> new ArrayList<>())
          .add(new VersionConflict.Request(before, new VersionConflict.Path(path)));
    }
  }

  private List<VersionConflict> conflicts() {
    List<VersionConflict> conflicts = new ArrayList<>();
    losers.forEach(
        (key, all) -> {
          Node winner = winners.get(key);
          String taken = winner == null ? null : winner.node().getArtifact().getVersion();
          List<VersionConflict.Request> others =
              all.stream().filter(other -> !other.version().equals(taken)).distinct().toList();
          if (taken != null && !others.isEmpty()) {
            boolean older = others.stream().anyMatch(other -> isOlder(taken, other.version()));
            conflicts.add(
                new VersionConflict(
                    key,
                    taken,
                    reason(winner, key),
                    new VersionConflict.Path(winner.path()),
                    others,
                    older));
          }
        });
    return conflicts;
  }

  private VersionConflict.Reason reason(Node winner, String key) {
    if (DependencyManagerUtils.getPremanagedVersion(winner.node()) != null) {
      return VersionConflict.Reason.MANAGED;
    }
    if (winner.path().isEmpty()) {
      return VersionConflict.Reason.ASKED;
    }
    return winner.path().size() < nearestLoser.getOrDefault(key, Integer.MAX_VALUE)
        ? VersionConflict.Reason.NEARER
        : VersionConflict.Reason.FIRST;
  }

  private static String key(Artifact artifact) {
    return ArtifactIdUtils.toVersionlessId(artifact).replaceFirst(":jar$", "");
  }

  private static boolean isOlder(String version, String than) {
    GenericVersionScheme scheme = new GenericVersionScheme();
    try {
      Version one = scheme.parseVersion(version);
      Version other = scheme.parseVersion(than);
      return one.compareTo(other) < 0;
    } catch (InvalidVersionSpecificationException e) {
      return false;
    }
  }
}
