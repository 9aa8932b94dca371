package lectern.cluster;

import java.util.List;
import java.util.Locale;

/**
 * One segment in a few facts; see {@link SegmentPortraits}.
 *
 * @param label the segment's number; negative for those in no segment
 * @param users how many are in it
 * @param share of all users, 0 to 1
 * @param traits its features, the farthest from everybody first
 * @param stability mean Jaccard similarity; NaN if it was not asked for
 */
public record SegmentPortrait(
    int label, int users, double share, List<Trait> traits, double stability) {
  /** How many traits tell a segment. */
  static final int TOLD = 3;

  public SegmentPortrait {
    traits = List.copyOf(traits);
  }

  /**
   * One feature of one segment beside everybody.
   *
   * @param distance (segment's median − everybody's) in robust units of everybody
   */
  public record Trait(String feature, double median, double everybody, double distance) {
    /** As in a table: {@code spend +3.1}. */
    String brief() {
      return String.format(Locale.ROOT, "%s %+.1f", feature, distance);
    }

    String sentence() {
      return String.format(
          Locale.ROOT, "%s %s (median %.4g, all %.4g)", feature, words(), median, everybody);
    }

    private String words() {
      String side = distance > 0 ? "above" : "below";
      double far = Math.abs(distance);
      return far >= 2 ? "far " + side : far >= 1 ? side : "a little " + side;
    }
  }

  /** The segment's name: {@code segment 2}, or {@code no segment}. */
  public String name() {
    return label < 0 ? "no segment" : "segment " + label;
  }

  /** The three farthest traits. */
  public List<Trait> told() {
    return traits.subList(0, Math.min(TOLD, traits.size()));
  }

  /** The portrait in one sentence; traits nearer than half a unit are left out. */
  public String sentence() {
    List<String> far =
        told().stream().filter(t -> Math.abs(t.distance()) >= 0.5).map(Trait::sentence).toList();
    String known =
        Double.isNaN(stability)
            ? ""
            : String.format(
                Locale.ROOT, "; %s (Jaccard %.2f)", ClusterStability.words(stability), stability);
    return String.format(
        Locale.ROOT,
        "%s, %.1f %% of users (%,d): %s%s.",
        name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1),
        100 * share,
        users,
        far.isEmpty() ? "much like everybody" : String.join(", ", far),
        known);
  }
}
