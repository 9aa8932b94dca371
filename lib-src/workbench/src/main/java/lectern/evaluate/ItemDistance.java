package lectern.evaluate;

import java.util.List;
import java.util.Set;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.VectorKernels;

/** How unlike two items are, from 0 (the same) to 1, by their numbers; the same both ways. */
@FunctionalInterface
public interface ItemDistance {
  double between(int a, int b);

  /** 0 for items of one category, 1 for others: the field of a course. */
  static ItemDistance ofCategories(List<String> categories) {
    List<String> kept = List.copyOf(categories);
    return (a, b) -> kept.get(a).equals(kept.get(b)) ? 0 : 1;
  }

  /**
   * 1 − |both| / |either|, Jaccard's distance of two sets, such as the genres of films. Two empty
   * sets are the same.
   */
  static ItemDistance ofSets(List<Set<String>> sets) {
    List<Set<String>> kept = sets.stream().map(Set::copyOf).toList();
    return (a, b) -> {
      long both = kept.get(a).stream().filter(kept.get(b)::contains).count();
      long either = kept.get(a).size() + kept.get(b).size() - both;
      return either == 0 ? 0 : 1 - both / (double) either;
    };
  }

  /**
   * (1 − cosine) / 2 of two rows of features; a row of zeros is at 1/2 from all others, as if at a
   * right angle.
   *
   * @param features one row for each item, finite numbers
   */
  static ItemDistance ofFeatures(DenseMatrix features) {
    int width = features.columns();
    double[] norms = new double[features.rows()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Math.sqrt(dot(features, i, i));
      if (!Double.isFinite(norms[i])) {
        throw new UserError("The features of item " + i + " must be finite numbers.");
      }
    }
    return (a, b) -> {
      double norm = norms[a] * norms[b];
      double cosine = a == b ? 1 : norm == 0 || width == 0 ? 0 : dot(features, a, b) / norm;
      return (1 - Math.max(-1, Math.min(1, cosine))) / 2;
    };
  }

  private static double dot(DenseMatrix features, int a, int b) {
    int width = features.columns();
    return VectorKernels.get().dot(features.array(), a * width, features.array(), b * width, width);
  }
}
