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
import lectern.recommend.UserKnn;

/** Next film on MovieLens 100K: each user's last film held out, all others ranked. */
final class FilmRows {
  private static final ImplicitAls.Options ALS =
      new ImplicitAls.Options(64).alpha(2).regularisation(10);
  private static final Bpr.Options BPR =
      new Bpr.Options(64).learningRate(0.02).regularisation(0.001).epochs(50);

  private FilmRows() {}

  /**
   * The rows.
   *
   * @param train every rating counted as 1
   */
  static List<QualityRow> of(Interactions train) {
    return List.of(
        new QualityRow(
            "popularity",
            new Theirs(.0859, .0449, .0326),
            WITHIN,
            "users counted",
            seed -> Popularity.fit(train)),
        new QualityRow(
            "Markov",
            new Theirs(.1453, .0793, .0593),
            WITHIN,
            "last to next, popularity behind it",
            seed -> MarkovChain.fit(train)),
        new QualityRow(
            "sequence rules",
            new Theirs(.2047, .1173, .0913),
            WITHIN,
            "window 10, weight 1/distance",
            seed -> SequenceRules.fit(train)),
        new QualityRow(
            "item kNN",
            new Theirs(.1092, .0563, .0404),
            WITHIN,
            "cosine, all neighbours: by the last but one film",
            seed -> ItemKnn.fit(train, ItemKnnOptions.of(2000))),
        new QualityRow(
            "user kNN",
            new Theirs(.1209, .0624, .0447),
            WITHIN,
            "cosine, k = 20: by the last but one film",
            seed -> UserKnn.fit(train, new UserKnn.Options(20, UserKnn.Scoring.WEIGHTED_SUM))),
        new QualityRow(
            "EASE",
            new Theirs(.1485, .0723, .0497),
            WITHIN,
            "lambda 100: by the last but one film",
            seed -> Ease.fit(train, new Ease.Options(100))),
        new QualityRow(
            "implicit ALS",
            new Theirs(.1421, .0744, .0540),
            NOT_BELOW_BY_SEEDS,
            "64 factors, alpha 2, lambda 10, 15 iterations: by the last but one film",
            seed -> ImplicitAls.fit(train, ALS, seed)),
        new QualityRow(
            "BPR",
            new Theirs(.1273, .0671, .0488),
            NOT_BELOW_BY_SEEDS,
            "64 factors, rate 0.02, lambda 0.001, 50 epochs: by the last but one film",
            seed -> Bpr.fit(train, BPR, seed)));
  }
}
