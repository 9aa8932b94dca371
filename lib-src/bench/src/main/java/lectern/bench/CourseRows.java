package lectern.bench;

import static lectern.bench.QualityRow.Bar.NOT_BELOW_BY_SEEDS;
import static lectern.bench.QualityRow.Bar.WITHIN;

import java.util.List;
import lectern.bench.QualityRow.Theirs;
import lectern.data.Interactions;
import lectern.recommend.Bpr;
import lectern.recommend.Ease;
import lectern.recommend.ImplicitAls;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.MarkovChain;
import lectern.recommend.Popularity;
import lectern.recommend.SequenceRules;

/** Next course on XuetangX: each learner's last course held out, all others ranked. */
final class CourseRows {
  private static final ImplicitAls.Options ALS =
      new ImplicitAls.Options(64).alpha(40).regularisation(10);
  private static final Bpr.Options BPR =
      new Bpr.Options(64).learningRate(0.1).regularisation(0.001).epochs(60);

  private CourseRows() {}

  static List<QualityRow> of(Interactions train) {
    return List.of(
        new QualityRow(
            "popularity",
            new Theirs(.0622, .0337, .0251),
            WITHIN,
            "users counted",
            seed -> Popularity.fit(train)),
        new QualityRow(
            "Markov",
            new Theirs(.2621, .1707, .1425),
            WITHIN,
            "last to next, popularity behind it",
            seed -> MarkovChain.fit(train)),
        new QualityRow(
            "sequence rules",
            new Theirs(.3058, .1920, .1571),
            WITHIN,
            "window 10, weight 1/distance",
            seed -> SequenceRules.fit(train)),
        new QualityRow(
            "item kNN",
            new Theirs(.2650, .1588, .1263),
            WITHIN,
            "cosine, k = 200",
            seed -> ItemKnn.fit(train, ItemKnnOptions.of(200))),
        new QualityRow(
            "EASE",
            new Theirs(.3008, .1787, .1412),
            WITHIN,
            "lambda 200",
            seed -> Ease.fit(train, new Ease.Options(200))),
        new QualityRow(
            "implicit ALS",
            new Theirs(.2580, .1489, .1157),
            NOT_BELOW_BY_SEEDS,
            "64 factors, alpha 40, lambda 10, 15 iterations: by the last but one course",
            seed -> ImplicitAls.fit(train, ALS, seed)),
        new QualityRow(
            "BPR",
            new Theirs(.1865, .1060, .0815),
            NOT_BELOW_BY_SEEDS,
            "64 factors, rate 0.1, lambda 0.001, 60 epochs: by the last but one course",
            seed -> Bpr.fit(train, BPR, seed)));
  }
}
