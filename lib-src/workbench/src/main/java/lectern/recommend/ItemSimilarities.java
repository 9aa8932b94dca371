package lectern.recommend;

import lectern.data.Interactions;
import lectern.math.SparseMatrix;

/** The similarity of one item with every item, by the formulas of {@link ItemKnn}. */
final class ItemSimilarities {
  private final ItemKnnOptions options;
  private final SparseMatrix byUser;
  private final SparseMatrix byItem;
  private final double[] userMeans;
  private final double[] itemMeans;
  private final double[] squares;

  ItemSimilarities(Interactions train, ItemKnnOptions options) {
    this.options = options;
    this.byUser = train.toMatrix();
    this.byItem = byUser.transpose();
    this.userMeans = RowMeans.of(byUser, 0);
    this.itemMeans = RowMeans.of(byItem, 0);
    this.squares = new double[byItem.rows()];
    for (int i = 0; i < squares.length; i++) {
      double raw = 0;
      for (int q = byItem.rowStart(i); q < byItem.rowStart(i + 1); q++) {
        double value = part(byItem.column(q), i, byItem.value(q));
        squares[i] += value * value;
        raw += byItem.value(q) * byItem.value(q);
      }
      squares[i] = squares[i] <= 1e-24 * raw ? 0 : squares[i];
    }
  }

  /** What of a value counts. */
  private double part(int user, int item, double value) {
    double counted = options.values() ? value : 1;
    return switch (options.similarity()) {
      case COSINE -> counted;
      case ADJUSTED_COSINE -> value - userMeans[user];
      case CENTRED_COSINE, PRINTED -> value - itemMeans[item];
    };
  }

  /** With each item; 0 with itself. */
  double[] of(int item) {
    int n = byItem.rows();
    double[] products = new double[n];
    double[] mine = new double[n];
    double[] theirs = new double[n];
    boolean squared = options.similarity() == ItemKnn.Similarity.PRINTED;
    boolean common = options.similarity() == ItemKnn.Similarity.ADJUSTED_COSINE;
    for (int q = byItem.rowStart(item); q < byItem.rowStart(item + 1); q++) {
      int user = byItem.column(q);
      double a = part(user, item, byItem.value(q));
      for (int p = byUser.rowStart(user); p < byUser.rowStart(user + 1); p++) {
        int other = byUser.column(p);
        double b = part(user, other, byUser.value(p));
        products[other] += squared ? a * a * b * b : a * b;
        if (common) {
          mine[other] += a * a;
          theirs[other] += b * b;
        }
      }
    }
    for (int j = 0; j < n; j++) {
      double a = common ? mine[j] : squares[item];
      double b = common ? theirs[j] : squares[j];
      products[j] = j == item || a == 0 || b == 0 ? 0 : similarity(products[j], a, b, squared);
    }
    return products;
  }

  private double similarity(double products, double a, double b, boolean squared) {
    return squared
        ? 1 - products / (a * b)
        : products / (Math.sqrt(a) * Math.sqrt(b) + options.shrinkage());
  }
}
