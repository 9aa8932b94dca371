package lectern.cluster;

import lectern.math.DenseMatrix;

/** Any way to put rows into clusters, for what compares whole clusterings. */
@FunctionalInterface
public interface Clusterer {
  /** The cluster of each row, a number from 0; a negative one is no cluster. */
  int[] labels(DenseMatrix rows, long seed);

  /** K-means with these options. */
  static Clusterer kMeans(KMeans.Options options) {
    return (rows, seed) -> KMeans.fit(rows, options, seed).labels();
  }

  /** DBSCAN with these options. */
  static Clusterer dbscan(Dbscan.Options options) {
    return (rows, seed) -> Dbscan.fit(rows, options).labels();
  }

  /** Hierarchical clustering, cut into k groups. */
  static Clusterer hierarchy(Linkage linkage, int k) {
    return (rows, seed) -> Hierarchy.fit(rows, linkage).cut(k).labels();
  }
}
