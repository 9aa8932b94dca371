package lectern.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import lectern.claim.Claim;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.evaluate.Split;
import lectern.recommend.RatingModel;
import lectern.recommend.SgdMf;
import lectern.recommend.SgdMfOptions;

/**
 * How to improve matrix factorisation: "omnichannel" 9.2, tried on ratings whose making is known.
 */
public final class OmnichannelOptions implements ClaimSource {
  private static final int SEEDS = 5;
  private static final SgdMfOptions USUAL = SgdMfOptions.of(10).learningRate(0.02).epochs(40);

  private static final class Data {
    static final Split SPLIT = MadeUpRatings.split();
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("omnichannel").notebook("01-omnichannel/2-choosing-and-judging");
    list.add(
            "9.2",
            "a random orthogonal start improves on a random start",
            "error on held-back ratings after 40 passes, five seeds, both starts with the same mean"
                + " square",
            (section, statement) -> {
              SgdMfOptions options = USUAL.regularisation(0.05);
              double[] random = errors(options.start(SgdMf.Start.NORMAL));
              double[] orthogonal = errors(options.start(SgdMf.Start.ORTHOGONAL));
              return Claim.statement(section, statement)
                  .check(
                      clearlyBelow(orthogonal, random),
                      words("RMSE orthogonal", orthogonal, "random", random));
            })
        .add(
            "9.2",
            "regularisation avoids overfitting",
            "error on held-back ratings with and without the penalty, five seeds",
            (section, statement) -> {
              double[] with = errors(USUAL.regularisation(0.1));
              double[] without = errors(USUAL.penalty(SgdMf.Penalty.NONE));
              return Claim.statement(section, statement)
                  .check(
                      clearlyBelow(with, without),
                      words("RMSE with", with, "without", without)
                          + String.format(
                              Locale.ROOT,
                              "; on the training ratings %.3f and %.3f",
                              trainError(USUAL.regularisation(0.1)),
                              trainError(USUAL.penalty(SgdMf.Penalty.NONE))));
            })
        .add(
            "9.2",
            "aiming at satisfaction satisfies users more than aiming at the loss",
            "the rating of the held-back item that each objective puts first for each user, five"
                + " seeds; satisfaction: errors of high ratings weigh more",
            (section, statement) -> {
              SgdMfOptions options = USUAL.regularisation(0.05);
              double[] loss = firstRatings(options.objective(SgdMf.Objective.SQUARED));
              double[] satisfaction =
                  firstRatings(options.objective(SgdMf.Objective.SATISFACTION).satisfaction(3));
              return Claim.statement(section, statement)
                  .check(
                      clearlyBelow(loss, satisfaction),
                      words("mean rating, satisfaction", satisfaction, "loss", loss));
            })
        .add(
            "9.2",
            "training in batches is more efficient",
            "passes over the ratings until the squared error is below 0.4, each with the best of"
                + " twelve learning rates: 32 ratings a step, against one step a pass as in 4.2.2",
            (section, statement) -> {
              int one = passes(1);
              int batch = passes(32);
              int full = passes(SgdMfOptions.FULL);
              return Claim.statement(section, statement)
                  .check(
                      batch < full,
                      "passes: "
                          + batch
                          + " in batches, "
                          + (full > 400 ? "more than 400" : full)
                          + " with one step a pass; "
                          + one
                          + " with a step for each rating");
            });
    return list.claims();
  }

  private static double[] errors(SgdMfOptions options) {
    return LongStream.range(0, SEEDS)
        .mapToDouble(seed -> rmse(SgdMf.fit(Data.SPLIT.train(), options, seed), Data.SPLIT.test()))
        .toArray();
  }

  private static double trainError(SgdMfOptions options) {
    return rmse(SgdMf.fit(Data.SPLIT.train(), options, 0), Data.SPLIT.train());
  }

  /** The root mean squared error of a model on ratings, users and items found by their names. */
  static double rmse(RatingModel model, Interactions test) {
    double sum = 0;
    for (int u = 0; u < test.userCount(); u++) {
      int user = model.users().number(test.users().id(u));
      for (int cell = test.start(u); cell < test.start(u + 1); cell++) {
        int item = model.items().number(test.items().id(test.item(cell)));
        double error = test.value(cell) - model.estimate(user, item);
        sum += error * error;
      }
    }
    return Math.sqrt(sum / test.size());
  }

  /** The mean rating of what is put first among each user's held-back items. */
  private static double[] firstRatings(SgdMfOptions options) {
    Interactions test = Data.SPLIT.test();
    return LongStream.range(0, SEEDS)
        .mapToDouble(
            seed -> {
              SgdMf model = SgdMf.fit(Data.SPLIT.train(), options, seed);
              double sum = 0;
              int users = 0;
              for (int u = 0; u < test.userCount(); u++) {
                int user = model.users().number(test.users().id(u));
                double best = Double.NEGATIVE_INFINITY;
                double rating = 0;
                for (int cell = test.start(u); cell < test.start(u + 1); cell++) {
                  int item = model.items().number(test.items().id(test.item(cell)));
                  double estimate = model.estimate(user, item);
                  if (estimate > best) {
                    best = estimate;
                    rating = test.value(cell);
                  }
                }
                sum += rating;
                users += test.sizeOf(u) > 0 ? 1 : 0;
              }
              return sum / users;
            })
        .toArray();
  }

  /** The fewest passes to a squared error of 0.4 with any of the rates; 401 if none gets there. */
  private static int passes(int batch) {
    int fewest = 401;
    for (int step = 0; step < 12; step++) {
      double rate = 0.1 / (1 << step);
      try {
        double[] losses =
            SgdMf.fit(
                    Data.SPLIT.train(),
                    SgdMfOptions.of(10)
                        .penalty(SgdMf.Penalty.NONE)
                        .learningRate(rate)
                        .batch(batch)
                        .epochs(Math.min(400, fewest)),
                    0)
                .losses();
        for (int pass = 0; pass < losses.length; pass++) {
          if (losses[pass] < 0.4) {
            fewest = Math.min(fewest, pass + 1);
          }
        }
      } catch (UserError grewWithoutEnd) {
        continue;
      }
    }
    return fewest;
  }

  /** The mean of the first is lower, by more than twice the standard error of the difference. */
  private static boolean clearlyBelow(double[] first, double[] second) {
    double[] difference = new double[first.length];
    Arrays.setAll(difference, i -> second[i] - first[i]);
    double mean = Arrays.stream(difference).average().orElseThrow();
    double squares = Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).sum();
    double error = Math.sqrt(squares / (difference.length - 1) / difference.length);
    return mean > 2 * error;
  }

  private static String words(String one, double[] first, String other, double[] second) {
    return String.format(
        Locale.ROOT,
        "%s %.4f, %s %.4f (means of %d seeds)",
        one,
        Arrays.stream(first).average().orElseThrow(),
        other,
        Arrays.stream(second).average().orElseThrow(),
        SEEDS);
  }
}
