package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.data.RatingsInFileOrder;
import lectern.display.UserError;

/**
 * The folds behind Surprise's published table: {@code KFold(n_splits=k, random_state=seed)} on the
 * rows of a file.
 *
 * <p>The rows' numbers are shuffled as numpy's RandomState does, and cut in k runs, the first of
 * which are one longer where k does not divide. Fold f tests the rows of run f.
 *
 * <p>Source: Surprise 1.1, model_selection, as documented there; the shuffle is our own.
 */
public final class SurpriseFolds {
  private SurpriseFolds() {}

  /**
   * k splits of these ratings.
   *
   * @param k at least 2, at most the number of ratings
   * @param randomState the seed, at least 0
   */
  public static List<Split> of(RatingsInFileOrder ratings, int k, int randomState) {
    int n = ratings.size();
    if (k < 2 || k > n) {
      throw new UserError(
          "The number of folds must be from 2 to the number of ratings, " + n + ", not " + k + ".");
    }
    if (randomState < 0) {
      throw new UserError("randomState must be at least 0, not " + randomState + ".");
    }
    int[] order = new MersenneTwister(randomState).permutation(n);
    List<Split> folds = new ArrayList<>();
    int to = 0;
    for (int fold = 0; fold < k; fold++) {
      int from = to;
      to += n / k + (fold < n % k ? 1 : 0);
      boolean[] tested = new boolean[n];
      for (int place = from; place < to; place++) {
        tested[ratings.cell(order[place])] = true;
      }
      String how =
          String.format(
              Locale.ROOT,
              "fold %d of Surprise's KFold(n_splits=%d, random_state=%d)",
              fold + 1,
              k,
              randomState);
      folds.add(Split.of(ratings.interactions(), tested, how));
    }
    return folds;
  }
}
