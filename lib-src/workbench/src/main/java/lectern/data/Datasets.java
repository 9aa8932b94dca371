package lectern.data;

import java.util.List;
import lectern.math.DenseMatrix;

/**
 * Data by name: the articles' small tables, which travel in the jar, and public data sets, which
 * are fetched once and kept.
 */
public final class Datasets {
  private Datasets() {}

  /** The 5 × 5 ratings of the article "omnichannel", sections 4.2.3 and 5.2. */
  public static OmnichannelRatings omnichannelRatings() {
    List<String> lines = Bundled.text("omnichannel/ratings.csv").lines().skip(1).toList();
    DenseMatrix matrix = DenseMatrix.zeros(5, 5);
    InteractionsBuilder rated = Interactions.builder().duplicates(DuplicateRule.REFUSE);
    for (String line : lines) {
      String[] field = line.split(",");
      double rating = Double.parseDouble(field[2]);
      int cell = (Integer.parseInt(field[0]) - 1) * 5 + Integer.parseInt(field[1]) - 1;
      matrix.array()[cell] = rating;
      if (rating != 0) {
        rated.add(field[0], field[1], rating);
      }
    }
    return new OmnichannelRatings(matrix, rated.build());
  }
}
