package lectern.recommend;

import lectern.data.Interactions;
import lectern.math.SparseMatrix;

/** One user against all others: sums over the items that both have. */
final class UserSimilarities {
  private final Interactions data;
  private final int user;
  private final int[] common;
  private final double[] dot;
  private final double[] sumMine;
  private final double[] sumTheirs;
  private final double[] squaresMine;
  private final double[] squaresTheirs;

  UserSimilarities(Interactions data, SparseMatrix byItem, int user) {
    this.data = data;
    this.user = user;
    int n = data.userCount();
    common = new int[n];
    dot = new double[n];
    sumMine = new double[n];
    sumTheirs = new double[n];
    squaresMine = new double[n];
    squaresTheirs = new double[n];
    for (int p = data.start(user); p < data.start(user + 1); p++) {
      double mine = data.value(p);
      int item = data.item(p);
      for (int q = byItem.rowStart(item); q < byItem.rowStart(item + 1); q++) {
        int v = byItem.column(q);
        double theirs = byItem.value(q);
        common[v]++;
        dot[v] += mine * theirs;
        sumMine[v] += mine;
        sumTheirs[v] += theirs;
        squaresMine[v] += mine * mine;
        squaresTheirs[v] += theirs * theirs;
      }
    }
  }

  /** The dot product with each user. */
  double[] dots() {
    return dot;
  }

  /** The similarity to each user; 0 to the user itself, who is no neighbour of its own. */
  double[] of(UserKnn.Similarity kind) {
    double[] out = new double[dot.length];
    for (int v = 0; v < out.length; v++) {
      if (v != user && common[v] > 0) {
        out[v] =
            switch (kind) {
              case COSINE -> ratio(dot[v], squares(user), squares(v));
              case COSINE_OF_COMMON -> ratio(dot[v], squaresMine[v], squaresTheirs[v]);
              case PEARSON -> pearson(v);
            };
      }
    }
    return out;
  }

  private double squares(int v) {
    double sum = 0;
    for (int p = data.start(v); p < data.start(v + 1); p++) {
      sum += data.value(p) * data.value(p);
    }
    return sum;
  }

  private double pearson(int v) {
    int n = common[v];
    double mine = n * squaresMine[v] - sumMine[v] * sumMine[v];
    double theirs = n * squaresTheirs[v] - sumTheirs[v] * sumTheirs[v];
    double smallest = 1e-12 * n;
    if (n < 2 || mine <= smallest * squaresMine[v] || theirs <= smallest * squaresTheirs[v]) {
      return 0;
    }
    return ratio(n * dot[v] - sumMine[v] * sumTheirs[v], mine, theirs);
  }

  private static double ratio(double dot, double a, double b) {
    double norm = Math.sqrt(a) * Math.sqrt(b);
    return norm == 0 ? 0 : dot / norm;
  }
}
