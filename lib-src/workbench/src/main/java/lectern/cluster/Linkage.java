package lectern.cluster;

import java.util.Locale;
import smile.clustering.linkage.CompleteLinkage;
import smile.clustering.linkage.SingleLinkage;
import smile.clustering.linkage.UPGMALinkage;
import smile.clustering.linkage.WardLinkage;

/** How far apart two groups of rows are, for {@link Hierarchy}. */
public enum Linkage {
  /** The distance of the nearest two rows: follows chains. */
  SINGLE,
  /** The distance of the farthest two rows: compact groups. */
  COMPLETE,
  /** The mean distance of all pairs (UPGMA). */
  AVERAGE,
  /** √(2 × how much J rises when the two become one): the hierarchy nearest to K-means. */
  WARD;

  /** As it is written: "Ward", "single". */
  String words() {
    return this == WARD ? "Ward" : name().toLowerCase(Locale.ROOT);
  }

  smile.clustering.linkage.Linkage of(double[][] rows) {
    return switch (this) {
      case SINGLE -> SingleLinkage.of(rows);
      case COMPLETE -> CompleteLinkage.of(rows);
      case AVERAGE -> UPGMALinkage.of(rows);
      case WARD -> WardLinkage.of(rows);
    };
  }
}
