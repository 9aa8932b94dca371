package lectern.cluster;

import java.util.Arrays;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.VectorKernels;

/** Where the centres of {@link KMeans} begin. */
public interface Start {
  /**
   * k-means++: the first centre is a random row, each further one a row drawn with a chance in
   * proportion to its squared distance to the nearest centre so far. When every row lies on a
   * centre, the rest are rows drawn evenly.
   */
  Start PLUS_PLUS = new PlusPlus();

  /**
   * k different rows, each set being equally likely: what the article "omnichannel" does (4.1.2).
   */
  Start RANDOM_ROWS = new RandomRows();

  /** These centres. */
  static Start given(DenseMatrix centres) {
    return new Given(centres);
  }

  /** k starting centres for these rows. */
  DenseMatrix centres(DenseMatrix rows, int k, RandomStream random);

  /** Centres chosen by the caller. */
  record Given(DenseMatrix centres) implements Start {
    public Given {
      for (double value : centres.array()) {
        if (!Double.isFinite(value)) {
          throw new UserError("A starting centre must be of finite numbers, not " + value + ".");
        }
      }
    }

    @Override
    public DenseMatrix centres(DenseMatrix rows, int k, RandomStream random) {
      return centres;
    }
  }

  /** See {@link #RANDOM_ROWS}. */
  record RandomRows() implements Start {
    @Override
    public DenseMatrix centres(DenseMatrix rows, int k, RandomStream random) {
      return rows.selectRows(random.sample(rows.rows(), k));
    }

    @Override
    public String toString() {
      return "random rows";
    }
  }

  /** See {@link #PLUS_PLUS}. */
  record PlusPlus() implements Start {
    @Override
    public DenseMatrix centres(DenseMatrix rows, int k, RandomStream random) {
      int n = rows.rows();
      int[] chosen = new int[k];
      double[] distance = new double[n];
      Arrays.fill(distance, Double.POSITIVE_INFINITY);
      chosen[0] = random.nextInt(n);
      for (int c = 1; c < k; c++) {
        double total = 0;
        for (int i = 0; i < n; i++) {
          distance[i] = Math.min(distance[i], distance(rows, i, chosen[c - 1]));
          total += distance[i];
        }
        chosen[c] = total > 0 ? draw(distance, random.nextDouble() * total) : random.nextInt(n);
      }
      return rows.selectRows(chosen);
    }

    private static double distance(DenseMatrix rows, int a, int b) {
      int width = rows.columns();
      return VectorKernels.get()
          .squaredDistance(rows.array(), a * width, rows.array(), b * width, width);
    }

    /** The row in whose share of the total the point falls; never a row with share 0. */
    private static int draw(double[] share, double point) {
      int last = -1;
      double sum = 0;
      for (int i = 0; i < share.length; i++) {
        if (share[i] > 0) {
          last = i;
          sum += share[i];
          if (point < sum) {
            return i;
          }
        }
      }
      return last;
    }

    @Override
    public String toString() {
      return "k-means++";
    }
  }
}
