package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import lectern.cluster.KMeans;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.data.Sha256;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.recommend.Bpr;
import lectern.recommend.CrossDomain;
import lectern.recommend.Ease;
import lectern.recommend.ExplicitAls;
import lectern.recommend.GradientMf;
import lectern.recommend.GradientMfOptions;
import lectern.recommend.ImplicitAls;
import lectern.recommend.RatingKnn;
import lectern.recommend.RatingKnnOptions;
import lectern.recommend.SgdMf;
import lectern.recommend.SgdMfOptions;
import lectern.recommend.UserKnn;
import org.junit.jupiter.api.Test;

/**
 * Models as checksums of their bits, written down once: every Java, machine and number of threads
 * must reach them. A change of method that moves them on purpose also raises the model's version.
 */
class SameBitsTest {
  private static String sum(double... values) {
    Sha256 sum = new Sha256();
    Arrays.stream(values).forEach(value -> sum.add(Double.doubleToRawLongBits(value)));
    return sum.hex().substring(0, 16);
  }

  private static Interactions ratings() {
    RandomStream random = RandomStream.of(11, "same bits");
    InteractionsBuilder rows = Interactions.builder();
    for (int p = 0; p < 4000; p++) {
      rows.add(random.nextInt(200), random.nextInt(150), 1 + random.nextInt(5));
    }
    return rows.build();
  }

  @Test
  void kMeans() {
    RandomStream random = RandomStream.of(12, "same bits");
    DenseMatrix rows = DenseMatrix.zeros(6000, 19).map(x -> random.nextGaussian());
    var model = KMeans.fit(rows, new KMeans.Options(6), 3);
    assertEquals("aeef25df427b9925", sum(model.centres().array()));
  }

  @Test
  void gradientMf() {
    var options = GradientMfOptions.of(21).learningRate(0.002).regularisation(0.1).steps(60);
    assertEquals(
        "89cb64260baaf7a3", sum(GradientMf.fit(ratings(), options, 4).itemFactors().array()));
  }

  @Test
  void userKnn() {
    var options = new UserKnn.Options(9, UserKnn.Scoring.CENTRED_WEIGHTED_MEAN);
    double[] out = new double[ratings().itemCount()];
    UserKnn.fit(ratings(), options).estimates(7, out);
    assertEquals("03e64d9722e63ed5", sum(out));
  }

  @Test
  void sgdMf() {
    var options = SgdMfOptions.of(19).start(SgdMf.Start.ORTHOGONAL).batch(7);
    assertEquals("399e0166c471c2a9", sum(SgdMf.fit(ratings(), options, 5).itemFactors().array()));
  }

  @Test
  void ratingKnn() {
    var options =
        RatingKnnOptions.of(RatingKnn.Form.BASELINE)
            .similarity(RatingKnn.Similarity.PEARSON_BASELINE)
            .k(9);
    double[] out = new double[ratings().itemCount()];
    RatingKnn.fit(ratings(), options).estimates(7, out);
    assertEquals("9b708fd35acd5d58", sum(out));
  }

  @Test
  void crossDomain() {
    Interactions train = ratings();
    var target = train.items().ids().subList(0, 40);
    float[] out = new float[train.itemCount()];
    CrossDomain.fit(train, target, new CrossDomain.Options(), 6).score(7, out);
    double[] wide = new double[out.length];
    Arrays.setAll(wide, i -> out[i]);
    assertEquals("3ff8eadb9ea3cdb1", sum(wide));
  }

  @Test
  void implicitAls() {
    for (ImplicitAls.Solver solver : ImplicitAls.Solver.values()) {
      var options = new ImplicitAls.Options(21).iterations(4).solver(solver);
      ImplicitAls model = ImplicitAls.fit(ratings(), options, 6);
      assertEquals(
          solver == ImplicitAls.Solver.EXACT ? "73021cc53318c120" : "f95215e7e0b7769c",
          sum(model.itemFactors().array()));
    }
  }

  @Test
  void explicitAls() {
    ExplicitAls model = ExplicitAls.fit(ratings(), new ExplicitAls.Options(19, 0.05, 4), 6);
    assertEquals("3dbacdcbe4b6a03b", sum(model.itemFactors().array()));
  }

  @Test
  void bpr() {
    Bpr model = Bpr.fit(ratings(), new Bpr.Options(21).epochs(3), 6);
    assertEquals("087891675a8a9769", sum(model.itemFactors().array()));
  }

  @Test
  void ease() {
    Ease model = Ease.fit(ratings(), new Ease.Options(20));
    double[] row = new double[150];
    Arrays.setAll(row, j -> model.weight(3, j));
    assertEquals("8be816f133634403", sum(row));
  }
}
