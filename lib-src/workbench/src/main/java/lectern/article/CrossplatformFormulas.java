package lectern.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.claim.Claim;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.Partition;
import lectern.data.Interactions;
import lectern.evaluate.Split;
import lectern.math.DenseMatrix;
import lectern.recommend.Biases;
import lectern.recommend.GradientMf;
import lectern.recommend.GradientMfOptions;
import lectern.recommend.RatingModel;
import lectern.recommend.UserKnn;

/**
 * What the formulas of "crossplatform" 4 are said to do, tried on ratings whose making is known.
 */
public final class CrossplatformFormulas implements ClaimSource {
  private static final DenseMatrix POINTS =
      DenseMatrix.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {5, 7}, {6, 9}});

  private static final class Data {
    static final Split SPLIT = MadeUpRatings.split();
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossplatform").notebook("02-crossplatform/3-interest-models");
    neighbours(list);
    factors(list);
    example(list);
    segments(list.notebook("02-crossplatform/2-segments-and-patterns"));
    return list.claims();
  }

  private static void neighbours(ClaimList list) {
    list.add(
        "4.1",
        "the user-based formula foretells unknown ratings",
        "error on held-back made-up ratings of the printed sum over 20 neighbours, beside giving"
            + " every rating the mean",
        (section, statement) -> {
          double printed =
              error(UserKnn.fit(Data.SPLIT.train(), UserKnn.Options.crossplatform(20)));
          double mean = errorOfMean();
          double divided = error(UserKnn.fit(Data.SPLIT.train(), new UserKnn.Options(20)));
          return Claim.statement(section, statement)
              .check(
                  printed < mean,
                  String.format(
                      Locale.ROOT,
                      "RMSE %.3f, the mean %.3f; divided by the similarities %.3f",
                      printed,
                      mean,
                      divided));
        });
  }

  private static double error(RatingModel model) {
    return OmnichannelOptions.rmse(model, Data.SPLIT.test());
  }

  private static double errorOfMean() {
    double mean = Data.SPLIT.train().meanValue();
    Interactions test = Data.SPLIT.test();
    double sum = 0;
    for (int cell = 0; cell < test.size(); cell++) {
      sum += (test.value(cell) - mean) * (test.value(cell) - mean);
    }
    return Math.sqrt(sum / test.size());
  }

  private static void factors(ClaimList list) {
    list.add(
            "4.2",
            "the loss can be worked out where ratings are unknown",
            "what the sum over all users and items needs, against a matrix with unknown ratings",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of(
                            "the known ratings",
                            "U and V",
                            "a rating for each unknown cell, or that the sum leaves them out"),
                        List.of("the known ratings", "U and V")))
        .add(
            "4.2",
            "minimising over all cells foretells unknown ratings",
            "error on held-back made-up ratings with unknown cells as 0, beside the mean",
            (section, statement) -> {
              GradientMfOptions options = GradientMfOptions.of(3).learningRate(0.001).steps(600);
              double zeros =
                  error(
                      GradientMf.fit(
                          Data.SPLIT.train(), options.zeros(GradientMf.Zeros.VALUE), 42));
              double known = error(GradientMf.fit(Data.SPLIT.train(), options, 42));
              double mean = errorOfMean();
              return Claim.statement(section, statement)
                  .check(
                      zeros < mean,
                      String.format(
                          Locale.ROOT,
                          "RMSE %.3f, the mean %.3f; over known cells alone %.3f, users' and items'"
                              + " means %.3f",
                          zeros,
                          mean,
                          known,
                          error(Biases.fit(Data.SPLIT.train()))));
            })
        .add(
            "4.2",
            "factorisation recommends by features of content",
            "what the loss is made of, against features of the contents",
            (section, statement) -> {
              List<String> read = List.of("ratings R", "factors U", "factors V");
              return Claim.statement(section, statement)
                  .check(read.contains("features of the contents"), "it reads " + read);
            });
  }

  private static void example(ClaimList list) {
    DenseMatrix users = DenseMatrix.of(new double[][] {{1, 0}, {0, 1}, {1, -1}});
    DenseMatrix items = DenseMatrix.of(new double[][] {{1, 1}, {0, 0}, {1, -1}});
    list.add(
            "4.2",
            "U has a row for each user and k = 2 columns",
            "the shape of the printed matrix",
            (section, statement) -> Claim.shape(section, statement, 3, 2).check(users))
        .add(
            "4.2",
            "V has a row for each item and k = 2 columns",
            "the shape of the printed matrix",
            (section, statement) -> Claim.shape(section, statement, 3, 2).check(items))
        .add(
            "4.2",
            "the first factors of the printed product are U_2",
            "row 2 of the printed U",
            (section, statement) ->
                Claim.array(section, statement, new double[] {0, 1, 1}, 0).check(users.row(1)))
        .add(
            "4.2",
            "the second factors of the printed product are V_1",
            "row 1 of the printed V",
            (section, statement) ->
                Claim.array(section, statement, new double[] {1, 0, -1}, 0).check(items.row(0)))
        .add(
            "4.2",
            "the value of the printed product",
            "0 · 1 + 1 · 0 + 1 · (−1)",
            (section, statement) ->
                Claim.of(section, statement, "-1").check(0 * 1 + 1 * 0 + 1 * -1))
        .add(
            "4.2",
            "what is foretold for user 2 is a rating",
            "whether −1 lies between the smallest and the largest rating of R",
            (section, statement) -> {
              double[] ratings = {0, 1, 0, 1, 0, 1, 0, 1, 1};
              double least = Arrays.stream(ratings).min().orElseThrow();
              double most = Arrays.stream(ratings).max().orElseThrow();
              return Claim.statement(section, statement)
                  .check(
                      least <= -1 && -1 <= most,
                      String.format(
                          Locale.ROOT, "the ratings of R go from %.0f to %.0f", least, most));
            });
  }

  private static void segments(ClaimList list) {
    list.add(
            "4.3",
            "the data of the example have so many features",
            "the columns of the printed matrix",
            (section, statement) -> Claim.of(section, statement, "3").check(POINTS.columns()))
        .add(
            "4.3",
            "within a segment users are alike",
            "the mean squared distance of two users of a segment and of different ones, in the best"
                + " two segments of the example",
            (section, statement) -> {
              Partition best = ExhaustivePartitions.best(POINTS, 2).partition();
              double within = distance(best, true);
              double across = distance(best, false);
              return Claim.statement(section, statement)
                  .check(
                      within < across,
                      String.format(Locale.ROOT, "within %.2f, across %.2f", within, across));
            });
  }

  private static double distance(Partition groups, boolean together) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < POINTS.rows(); i++) {
      for (int j = i + 1; j < POINTS.rows(); j++) {
        if (groups.together(i, j) == together) {
          pairs++;
          for (int f = 0; f < POINTS.columns(); f++) {
            sum += (POINTS.get(i, f) - POINTS.get(j, f)) * (POINTS.get(i, f) - POINTS.get(j, f));
          }
        }
      }
    }
    return sum / pairs;
  }
}
