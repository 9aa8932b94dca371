package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.Datasets;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class ListedCollaborativeFilterTest {
  private static final DenseMatrix ARTICLE = Datasets.omnichannelRatings().matrix();

  /** Golden: scikit-learn 1.9.1, sklearn.metrics.pairwise.cosine_similarity(R). */
  @Test
  void goldenCosines() {
    DenseMatrix golden =
        DenseMatrix.of(
            new double[][] {
              {1, 0, 0.4348282767393363, 0.9803789354850793, 0.18935242733246033},
              {0, 1, 0.3214029504033481, 0, 0.6997984269451126},
              {0.4348282767393363, 0.3214029504033481, 1, 0.41159660434202117, 0.6724089489993037},
              {0.9803789354850793, 0, 0.41159660434202117, 1, 0.08401680504168058},
              {0.18935242733246033, 0.6997984269451126, 0.6724089489993037, 0.08401680504168058, 1}
            });
    assertTrue(ListedCollaborativeFilter.cosines(ARTICLE).largestDifference(golden) < 1e-15);
    assertEquals(
        DenseMatrix.zeros(2, 2), ListedCollaborativeFilter.cosines(DenseMatrix.zeros(2, 3)));
  }

  @Test
  void theListingRunsOnlyWithAsManyNeighboursAsItems() {
    for (int k = 1; k <= 10; k++) {
      int neighbours = Math.min(k, 4);
      int asked = k;
      assertEquals(
          "Cannot multiply 5 × "
              + neighbours
              + " by a vector of length 5: the matrix has "
              + neighbours
              + " columns, and these must be equal.",
          assertThrows(
                  ShapeMismatch.class, () -> ListedCollaborativeFilter.asListed(ARTICLE, asked))
              .getMessage());
    }
    DenseMatrix narrow = DenseMatrix.of(new double[][] {{1, 2}, {2, 1}, {1, 3}});
    List<double[]> runs = ListedCollaborativeFilter.asListed(narrow, 2);
    assertEquals(3, runs.size());
    assertEquals(List.of(2, 1), ListedCollaborativeFilter.neighbours(narrow, 0, 2));
    assertArrayEquals(new double[] {1 * 1 + 2 * 2, 3 * 1 + 1 * 2}, runs.get(0));
  }

  @Test
  void whatWasMeantIsTheDotProductSumOfUserKnn() {
    var options = new UserKnn.Options(3, UserKnn.Scoring.DOT_PRODUCT_SUM);
    UserKnn model = UserKnn.fit(Datasets.omnichannelRatings().interactions(), options);
    List<double[]> meant = ListedCollaborativeFilter.meant(ARTICLE, 3);
    assertArrayEquals(new double[] {85, 32, 116, 69, 155}, meant.get(0));
    for (int u = 0; u < 5; u++) {
      double[] out = new double[5];
      model.estimates(u, out);
      assertArrayEquals(out, meant.get(u), 1e-12);
    }
  }

  @Test
  void tiesGoToTheLowestNumber() {
    assertEquals(List.of(4, 2, 0), ListedCollaborativeFilter.neighbours(ARTICLE, 1, 3));
    assertEquals(List.of(), ListedCollaborativeFilter.neighbours(ARTICLE.selectRows(0), 0, 3));
    assertThrows(UserError.class, () -> ListedCollaborativeFilter.neighbours(ARTICLE, 0, 0));
  }
}
