package lectern.kernel.magic.maven;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An artifact that was asked for in several versions, of which one was taken.
 *
 * @param artifact without version
 * @param taken the version that is used
 * @param reason why that one
 * @param takenBy who asked for it
 * @param others who asked for other versions, in the order met
 * @param older whether a newer version was asked for than the one taken, which may miss what is
 *     called
 */
public record VersionConflict(
    String artifact,
    String taken,
    Reason reason,
    Path takenBy,
    List<Request> others,
    boolean older) {
  /** Why a version was taken. */
  public enum Reason {
    ASKED("you asked for it"),
    NEARER("it stands nearer to what you asked for"),
    FIRST("it is as near as the other and was named first"),
    MANAGED("the POM's dependencyManagement sets it");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** As a sentence's end. */
    public String words() {
      return words;
    }
  }

  /** Coordinates from what the user asked for down to what asked; empty for the user. */
  public record Path(List<String> steps) {
    public Path {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return steps.isEmpty() ? "you" : String.join(" > ", steps);
    }
  }

  /** A version that was asked for and not taken. */
  public record Request(String version, Path by) {}

  public VersionConflict {
    others = List.copyOf(others);
  }

  /** One sentence: who asked for what, what was taken, and why. */
  public String sentence() {
    String asked =
        others.stream()
            .map(other -> other.version() + " (for " + other.by() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return artifact + " is " + taken + by() + ", not " + asked + ": " + reason.words() + ".";
  }

  private String by() {
    return takenBy.steps().isEmpty() ? "" : " (for " + takenBy + ")";
  }

  /** What to write in a fresh kernel to have the version asked for by another. */
  public String force() {
    return reason == Reason.MANAGED
        ? "set the version in dependencyManagement"
        : "%maven " + artifact + ":" + others.get(0).version() + " before the others";
  }
}
