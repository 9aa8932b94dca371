package lectern.recommend;

import lectern.math.Parallel;
import lectern.math.SparseMatrix;

/**
 * The similarity of every two rows, over the columns in which both have a value: for each row, one
 * walk over its columns and over the rows that meet it there.
 */
final class RowSimilarities {
  private static final int BLOCK = 16;

  private final SparseMatrix rows;
  private final SparseMatrix columns;
  private final RatingKnnOptions options;
  private final double[] rowOffset;
  private final double[] columnOffset;

  RowSimilarities(
      SparseMatrix rows, SparseMatrix columns, RatingKnnOptions options, Biases biases) {
    this.rows = rows;
    this.columns = columns;
    this.options = options;
    this.rowOffset = new double[rows.rows()];
    this.columnOffset = new double[columns.rows()];
    if (options.similarity() == RatingKnn.Similarity.PEARSON_BASELINE) {
      boolean ofUsers = options.side() == RatingKnn.Side.USERS;
      for (int x = 0; x < rowOffset.length; x++) {
        rowOffset[x] = ofUsers ? biases.userBias(x) : biases.itemBias(x);
      }
      for (int y = 0; y < columnOffset.length; y++) {
        double bias = ofUsers ? biases.itemBias(y) : biases.userBias(y);
        columnOffset[y] = biases.meanValue() + bias;
      }
    }
  }

  double[][] all() {
    double[][] out = new double[rows.rows()][];
    Parallel.forBlocks(
        out.length,
        BLOCK,
        (from, to) -> {
          for (int x = from; x < to; x++) {
            out[x] = of(x);
          }
        });
    return out;
  }

  /** A row with each row; 0 with itself. */
  private double[] of(int x) {
    int n = rows.rows();
    int[] common = new int[n];
    double[] products = new double[n];
    double[] mine = new double[n];
    double[] theirs = new double[n];
    double[] squaresMine = new double[n];
    double[] squaresTheirs = new double[n];
    for (int p = rows.rowStart(x); p < rows.rowStart(x + 1); p++) {
      int y = rows.column(p);
      double a = rows.value(p) - columnOffset[y] - rowOffset[x];
      for (int q = columns.rowStart(y); q < columns.rowStart(y + 1); q++) {
        int z = columns.column(q);
        double b = columns.value(q) - columnOffset[y] - rowOffset[z];
        common[z]++;
        products[z] += a * b;
        mine[z] += a;
        theirs[z] += b;
        squaresMine[z] += a * a;
        squaresTheirs[z] += b * b;
      }
    }
    double[] out = new double[n];
    for (int z = 0; z < n; z++) {
      int both = common[z];
      if (z != x && both >= options.minSupport()) {
        out[z] =
            switch (options.similarity()) {
              case COSINE -> ratio(products[z], squaresMine[z], squaresTheirs[z]);
              case MSD ->
                  both / (Math.max(0, squaresMine[z] - 2 * products[z] + squaresTheirs[z]) + both);
              case PEARSON ->
                  pearson(both, products[z], mine[z], theirs[z], squaresMine[z], squaresTheirs[z]);
              case PEARSON_BASELINE ->
                  ratio(products[z], squaresMine[z], squaresTheirs[z])
                      * (both == 1 ? 0 : (both - 1) / (both - 1 + options.shrinkage()));
            };
      }
    }
    return out;
  }

  private static double pearson(
      int n, double products, double a, double b, double squaresA, double squaresB) {
    double varianceA = n * squaresA - a * a;
    double varianceB = n * squaresB - b * b;
    double smallest = 1e-12 * n;
    if (n < 2 || varianceA <= smallest * squaresA || varianceB <= smallest * squaresB) {
      return 0;
    }
    return ratio(n * products - a * b, varianceA, varianceB);
  }

  private static double ratio(double products, double a, double b) {
    double norm = Math.sqrt(a) * Math.sqrt(b);
    return norm == 0 ? 0 : products / norm;
  }
}
