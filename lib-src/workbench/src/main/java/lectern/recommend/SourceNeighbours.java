package lectern.recommend;

import lectern.math.SparseMatrix;

/** Users who are alike in one domain, and what they have in another. */
final class SourceNeighbours {
  private final SparseMatrix source;
  private final SparseMatrix bySourceItem;
  private final SparseMatrix target;
  private final int k;

  SourceNeighbours(SparseMatrix source, SparseMatrix target, int k) {
    this.source = source;
    this.bySourceItem = source.transpose();
    this.target = target;
    this.k = k;
  }

  /** Σ of cosines, and a little popularity, which decides only between equal sums. */
  double[] scores(int user, double[] popular) {
    double[] common = new double[source.rows()];
    for (int p = source.rowStart(user); p < source.rowStart(user + 1); p++) {
      int item = source.column(p);
      for (int q = bySourceItem.rowStart(item); q < bySourceItem.rowStart(item + 1); q++) {
        common[bySourceItem.column(q)]++;
      }
    }
    for (int v = 0; v < common.length; v++) {
      boolean counts = v != user && target.rowSize(v) > 0 && common[v] > 0;
      double lengths = Math.sqrt((double) source.rowSize(user) * source.rowSize(v));
      common[v] = counts ? common[v] / lengths : 0;
    }
    double[] out = new double[popular.length];
    for (int v : NearestUsers.of(common, k)) {
      for (int p = target.rowStart(v); p < target.rowStart(v + 1); p++) {
        out[target.column(p)] += common[v];
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] += 1e-6 * popular[i];
    }
    return out;
  }
}
