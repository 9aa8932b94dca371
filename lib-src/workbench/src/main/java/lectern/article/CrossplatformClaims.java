package lectern.article;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.KMeans;
import lectern.cluster.Partition;
import lectern.cluster.Start;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** What the article "crossplatform" prints in section 4: formulas, factors, segments. */
public final class CrossplatformClaims implements ClaimSource {
  private static final DenseMatrix RATINGS =
      DenseMatrix.of(new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 1, 1}});
  private static final DenseMatrix USERS = DenseMatrix.of(new double[][] {{1, 0}, {0, 1}, {1, -1}});
  private static final DenseMatrix ITEMS = DenseMatrix.of(new double[][] {{1, 1}, {0, 0}, {1, -1}});
  private static final DenseMatrix POINTS =
      DenseMatrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {5, 7}, {6, 9}});
  private static final DenseMatrix CENTRES = DenseMatrix.of(new double[][] {{3, 5}, {6, 8}});

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossplatform").notebook("02-crossplatform/3-interest-models");
    neighbours(list);
    factors(list);
    segments(list.notebook("02-crossplatform/2-segments-and-patterns"));
    return list.claims();
  }

  private static void neighbours(ClaimList list) {
    list.add(
            "4.1",
            "the cosine of two users' ratings is a similarity between −1 and 1",
            "the cosine of 1,000 random pairs of rows of ratings",
            (section, statement) -> {
              RandomStream random = RandomStream.of(42, "crossplatform cosine");
              boolean inside = true;
              for (int pair = 0; pair < 1000; pair++) {
                double cosine = cosine(ratings(random), ratings(random));
                inside &= cosine >= -1 - 1e-12 && cosine <= 1 + 1e-12;
              }
              return Claim.statement(section, statement).check(inside);
            })
        .add(
            "4.1",
            "the user-based prediction is a rating: it stays on the scale of 1 to 5",
            "Σ R_kj · sim(i, k) over ten neighbours who all gave 5 stars with similarity 0.9",
            (section, statement) -> {
              double sum = 10 * 5 * 0.9;
              return Claim.statement(section, statement)
                  .check(
                      sum <= 5,
                      "ten such neighbours predict "
                          + sum
                          + " stars; divided by Σ sim = 9 it would be 5");
            })
        .add(
            "4.1",
            "the printed item similarity is Euclid's distance",
            "1 − Σ d_i² d_j² / (Σ d_i² Σ d_j²) for two items with the same ratings, whose distance"
                + " is 0",
            (section, statement) -> {
              double[] item = {5, 3, 1, 4};
              double printed = printedSimilarity(item, item);
              return Claim.statement(section, statement)
                  .check(
                      printed == 0,
                      String.format(
                          Locale.ROOT, "the formula gives %.4f for a distance of 0", printed));
            })
        .add(
            "4.1",
            "the printed item similarity is 1 for items that are rated alike",
            "the same formula for two items with the same ratings",
            (section, statement) -> {
              double[] item = {5, 3, 1, 4};
              double printed = printedSimilarity(item, item);
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(printed - 1) < 1e-12,
                      String.format(Locale.ROOT, "the formula gives %.4f", printed));
            })
        .add(
            "4.1",
            "the printed item similarity tells likes from dislikes",
            "the formula for items rated alike and for items rated the opposite way",
            (section, statement) -> {
              double alike =
                  printedSimilarity(new double[] {5, 3, 1, 4}, new double[] {5, 3, 1, 4});
              double opposite =
                  printedSimilarity(new double[] {5, 3, 1, 4}, new double[] {1, 3, 5, 2});
              return Claim.statement(section, statement)
                  .check(
                      alike > opposite + 1e-12,
                      String.format(
                          Locale.ROOT,
                          "alike %.4f, opposite %.4f: squares lose the sign",
                          alike,
                          opposite));
            })
        .add(
            "4.1",
            "what N(j) and sim(i, k) are in the item-based prediction",
            "k runs over the neighbours of item j, so the similarity must be that of item j;"
                + " printed is sim(i, k) with the user i",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "sim is of two items",
                        (String first) -> first.equals("item"),
                        "sim(i, k) with i the user",
                        (String first) -> first.equals("user"))
                    .check(List.of("item", "user")));
  }

  private static double[] ratings(RandomStream random) {
    double[] row = new double[8];
    for (int j = 0; j < row.length; j++) {
      row[j] = 1 + random.nextInt(5);
    }
    return row;
  }

  private static double cosine(double[] a, double[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** 1 − Σ (R_il − R̄_i)² (R_jl − R̄_j)² / (Σ (R_il − R̄_i)² Σ (R_jl − R̄_j)²). */
  private static double printedSimilarity(double[] a, double[] b) {
    double[] x = squaredDeviations(a);
    double[] y = squaredDeviations(b);
    double sumX = 0;
    double sumY = 0;
    for (int l = 0; l < x.length; l++) {
      sumX += x[l];
      sumY += y[l];
    }
    return 1 - dot(x, y) / (sumX * sumY);
  }

  private static double[] squaredDeviations(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double[] out = new double[values.length];
    for (int l = 0; l < out.length; l++) {
      out[l] = (values[l] - mean) * (values[l] - mean);
    }
    return out;
  }

  private static void factors(ClaimList list) {
    list.add(
            "4.2",
            "the printed U and V factorise R: U Vᵀ ≈ R",
            "the squared error of U Vᵀ, beside that of a matrix of zeros",
            (section, statement) -> {
              double error = squaredError(USERS.multiply(ITEMS.transpose()));
              double ofZeros = squaredError(DenseMatrix.zeros(3, 3));
              return Claim.statement(section, statement)
                  .check(
                      error < ofZeros,
                      String.format(
                          Locale.ROOT,
                          "squared error %.0f; a matrix of zeros has %.0f, the best of rank 2 %.4f",
                          error,
                          ofZeros,
                          bestOfRankTwo()));
            })
        .add(
            "4.2",
            "the printed U and V minimise the loss for k = 2",
            "the squared error of the best matrix of rank 2, by the singular values of R",
            (section, statement) -> {
              double error = squaredError(USERS.multiply(ITEMS.transpose()));
              return Claim.statement(section, statement)
                  .check(
                      error <= bestOfRankTwo() + 1e-9,
                      String.format(
                          Locale.ROOT, "theirs %.0f, the smallest %.4f", error, bestOfRankTwo()));
            })
        .add(
            "4.2",
            "predicted rating of item 1 by user 2",
            "U_2 · V_1 = 0 · 1 + 1 · 1 from the printed matrices",
            (section, statement) ->
                Claim.of(section, statement, "-1").check(dot(USERS.row(1), ITEMS.row(0))))
        .add(
            "4.2",
            "the printed product has as many terms as there are factors",
            "terms of the printed sum against the columns of U",
            (section, statement) -> Claim.of(section, statement, "3").check(USERS.columns()))
        .add(
            "4.2",
            "the rating of item 1 by user 2 is unknown",
            "the cell of the printed matrix R",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        RATINGS.get(1, 0) == 0, "R holds " + (int) RATINGS.get(1, 0) + " there"));
  }

  private static double squaredError(DenseMatrix estimate) {
    double norm = RATINGS.minus(estimate).frobeniusNorm();
    return norm * norm;
  }

  /** The squares of the singular values behind the second (Eckart and Young). */
  private static double bestOfRankTwo() {
    double[] singular =
        new SingularValueDecomposition(new Array2DRowRealMatrix(RATINGS.toArray()))
            .getSingularValues();
    return singular[2] * singular[2];
  }

  private static void segments(ClaimList list) {
    list.add(
            "4.3",
            "the two final centres of the five points",
            "the centres of the best of all 15 ways to make two groups",
            (section, statement) ->
                Claim.matrix(section, statement, CENTRES, 0.5)
                    .check(
                        ExhaustivePartitions.best(POINTS, 2).partition().centres(POINTS),
                        "0.5 is forgiven, as if they were rounded"))
        .add(
            "4.3",
            "the printed centres no longer move",
            "one more step from them: points to the nearest centre, centres to the mean",
            (section, statement) -> {
              var next =
                  KMeans.fit(POINTS, new KMeans.Options(2, 1, 0, Start.given(CENTRES), 1), 42);
              Partition groups = Partition.of(next.predict(POINTS));
              DenseMatrix moved = groups.centres(POINTS);
              return Claim.statement(section, statement)
                  .check(
                      moved.largestDifference(CENTRES) < 1e-9,
                      "they move to " + moved.toString().replace('\n', ' '));
            })
        .add(
            "4.3",
            "each printed centre is the mean of a group of the points",
            "the mean of every one of the 31 groups of points, against both printed centres",
            (section, statement) -> {
              long means = CENTRES.rows() - notMeans();
              return Claim.statement(section, statement)
                  .check(means == CENTRES.rows(), means + " of 2 is the mean of some points");
            })
        .add(
            "4.3",
            "two user groups result",
            "how many groups Lloyd's method ends with from the printed centres",
            (section, statement) ->
                Claim.of(section, statement, "2")
                    .check(
                        KMeans.fit(POINTS, KMeans.Options.from(CENTRES), 42).partition().groups()));
  }

  private static int notMeans() {
    int none = 0;
    for (int c = 0; c < CENTRES.rows(); c++) {
      boolean found = false;
      for (int subset = 1; subset < 32 && !found; subset++) {
        int chosen = subset;
        int[] rows = IntStream.range(0, 5).filter(i -> (chosen >> i & 1) == 1).toArray();
        double[] mean = POINTS.selectRows(rows).columnMeans();
        found =
            Math.abs(mean[0] - CENTRES.get(c, 0)) < 1e-9
                && Math.abs(mean[1] - CENTRES.get(c, 1)) < 1e-9;
      }
      none += found ? 0 : 1;
    }
    return none;
  }
}
