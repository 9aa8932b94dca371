package lectern.article;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.evaluate.Evaluation;
import lectern.evaluate.Rmse;
import lectern.evaluate.Split;
import lectern.math.DenseMatrix;
import lectern.recommend.SgdMf;
import lectern.recommend.SgdMfOptions;

/** What the article "precision" says of encoding, losses and better training, 3.3 and 5.4. */
public final class PrecisionTrainingClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/2-sequence-lstm");
    losses(list);
    improving(list);
    return list.claims();
  }

  private static void losses(ClaimList list) {
    list.add(
            "3.3.2",
            "an RNN or a Transformer encodes what a user did",
            "what each of the two needs to be built, against what the article gives: 5.2 builds an"
                + " RNN of 32 units, which lectern.lstm follows, and no Transformer",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("units of the RNN", "layers, heads and width of the Transformer"),
                        List.of("units of the RNN")))
        .add(
            "3.3.2",
            "cross entropy and mean squared error both tell how good a predicted chance is",
            "both losses of 0/1 labels of which 30 % are 1, for each predicted chance from 0.01 to"
                + " 0.99: lowest at 0.30",
            (section, statement) -> {
              double entropy = lowest(p -> -0.3 * StrictMath.log(p) - 0.7 * StrictMath.log(1 - p));
              double squared = lowest(p -> 0.3 * (1 - p) * (1 - p) + 0.7 * p * p);
              return Claim.statement(section, statement)
                  .check(
                      entropy == 0.3 && squared == 0.3,
                      Remark.of(
                          "A sure mistake (0.01 for a 1) costs %.2f by cross entropy, without"
                              + " limit, and %.2f by the square, at most 1",
                          -StrictMath.log(0.01), 0.99 * 0.99));
            })
        .add(
            "3.3.2",
            "an embedding maps ids to vectors",
            "row i of a table, for each of 6 ids, beside its one-hot row times the table",
            (section, statement) -> {
              DenseMatrix table = PrecisionProgramClaims.random(6, 3);
              double difference = DenseMatrix.identity(6).multiply(table).largestDifference(table);
              return Claim.statement(section, statement).check(difference == 0);
            });
  }

  /** The chance from 0.01 to 0.99 with the lowest loss. */
  private static double lowest(DoubleUnaryOperator loss) {
    return IntStream.rangeClosed(1, 99)
        .mapToObj(i -> i / 100.0)
        .min((a, b) -> Double.compare(loss.applyAsDouble(a), loss.applyAsDouble(b)))
        .orElseThrow();
  }

  private static void improving(ClaimList list) {
    list.add(
            "5.4",
            "regularisation improves a model",
            "RMSE of held-out ratings of a simulated platform by matrix factorisation with the"
                + " penalty 0.1 and with none (20 factors, 100 rounds, mean of 6 seeds)",
            (section, statement) -> {
              SeedDifferences worse =
                  SeedDifferences.over(6, seed -> rmse(seed, 0) - rmse(seed, 0.1));
              return Claim.statement(section, statement)
                  .check(worse.isAbove0(), "RMSE without the penalty, minus with it: " + worse);
            })
        .add(
            "5.4",
            "mean squared error, precision and recall judge a model more fully",
            "of 1,000 users 50 would buy: a model that says no to all beside one that finds 40 and"
                + " is wrong about 60; do accuracy and the other measures put them in another"
                + " order?",
            (section, statement) -> {
              double accuracyOfNo = 950 / 1000.0;
              double accuracyOfModel = (40 + 890) / 1000.0;
              double recallOfNo = 0;
              double recallOfModel = 40 / 50.0;
              return Claim.statement(section, statement)
                  .check(
                      accuracyOfNo > accuracyOfModel && recallOfNo < recallOfModel,
                      Remark.of(
                          "accuracy %.2f and %.2f, recall %.1f and %.1f, precision – and %.1f",
                          accuracyOfNo, accuracyOfModel, recallOfNo, recallOfModel, 40 / 100.0));
            });
  }

  private static double rmse(long seed, double penalty) {
    var ratings = ArticlePlatform.usual().cleanLog().values(Events.RATING);
    Split split = Split.random(ratings, 0.25, seed);
    SgdMfOptions options = SgdMfOptions.of(20).epochs(100).regularisation(penalty);
    SgdMf model = SgdMf.fit(split.train(), options, seed);
    return Evaluation.of("simulated platform", split)
        .metrics(new Rmse())
        .seed(seed)
        .run(model)
        .value(model.name(), "RMSE");
  }
}
