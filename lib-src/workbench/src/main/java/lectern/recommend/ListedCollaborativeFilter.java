package lectern.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.VectorKernels;

/**
 * The collaborative filter of the article "omnichannel", 5.2, step by step with its shapes.
 *
 * <p>For each user: cosine to every user over rows in which 0 is a value; sort, drop the first
 * (taken to be the user), keep the next k as neighbours; score = Nᵀ r, N being the neighbours' rows
 * (k × n) and r the user's row (n). Nᵀ is n × k, so the product exists only when k = n: for k = 3
 * and the article's 5 × 5 table it is refused. {@link #meant} is the nearest reading that has a
 * shape.
 */
public final class ListedCollaborativeFilter {
  private ListedCollaborativeFilter() {}

  /** Cosine of every two rows; 0 for a row of zeros, as in scikit-learn. */
  public static DenseMatrix cosines(DenseMatrix ratings) {
    int n = ratings.rows();
    int width = ratings.columns();
    double[] unit = ratings.array().clone();
    for (int i = 0; i < n; i++) {
      double norm = Math.sqrt(VectorKernels.get().dot(unit, i * width, unit, i * width, width));
      for (int j = 0; j < width && norm > 0; j++) {
        unit[i * width + j] /= norm;
      }
    }
    DenseMatrix rows = DenseMatrix.wrap(n, width, unit);
    return rows.multiply(rows.transpose());
  }

  /**
   * The listing's neighbours: the k rows behind the first in the order of cosine, ties by number.
   */
  public static List<Integer> neighbours(DenseMatrix ratings, int user, int k) {
    if (k < 1) {
      throw new UserError("k must be at least 1, not " + k + ".");
    }
    double[] cosine = cosines(ratings).row(user);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < ratings.rows(); i++) {
      all.add(i);
    }
    all.sort(Comparator.comparingDouble((Integer other) -> -cosine[other]));
    return List.copyOf(all.subList(Math.min(1, all.size()), Math.min(k + 1, all.size())));
  }

  /**
   * One array of scores for each user, exactly as listed.
   *
   * @throws lectern.math.ShapeMismatch unless every user has as many neighbours as there are items
   */
  public static List<double[]> asListed(DenseMatrix ratings, int k) {
    List<double[]> all = new ArrayList<>();
    for (int user = 0; user < ratings.rows(); user++) {
      all.add(neighbourRows(ratings, user, k).transpose().multiply(ratings.row(user)));
    }
    return all;
  }

  /**
   * The nearest reading that has a shape: Nᵀ (N r), each neighbour's row weighted by its dot
   * product with the user's row, one score an item.
   */
  public static List<double[]> meant(DenseMatrix ratings, int k) {
    List<double[]> all = new ArrayList<>();
    for (int user = 0; user < ratings.rows(); user++) {
      DenseMatrix rows = neighbourRows(ratings, user, k);
      all.add(rows.transpose().multiply(rows.multiply(ratings.row(user))));
    }
    return all;
  }

  private static DenseMatrix neighbourRows(DenseMatrix ratings, int user, int k) {
    return ratings.selectRows(
        neighbours(ratings, user, k).stream().mapToInt(Integer::intValue).toArray());
  }
}
