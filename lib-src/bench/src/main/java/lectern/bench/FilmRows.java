package lectern.bench;

import static lectern.bench.QualityRow.Bar.NOT_BELOW_BY_SEEDS;
import static lectern.bench.QualityRow.Bar.WITHIN;

import java.util.List;
import lectern.bench.QualityRow.Theirs;
import lectern.data.Interactions;
import lectern.evaluate.PublishedResults;
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
    PublishedResults published = PublishedResults.movieLens100k().in("last item");
    return List.of(
        new QualityRow(
            "popularity",
            theirs(published, "popularity"),
            WITHIN,
            "users counted",
            seed -> Popularity.fit(train)),
        new QualityRow(
            "Markov",
            theirs(published, "Markov chain"),
            WITHIN,
            "last to next, popularity behind it",
            seed -> MarkovChain.fit(train)),
        new QualityRow(
            "sequence rules",
            theirs(published, "sequence rules"),
            WITHIN,
            "window 10, weight 1/distance",
            seed -> SequenceRules.fit(train)),
        new QualityRow(
            "item kNN",
            theirs(published, "item kNN"),
            WITHIN,
            "cosine, all neighbours: by the last but one film",
            seed -> ItemKnn.fit(train, ItemKnnOptions.of(2000))),
        new QualityRow(
            "user kNN",
            theirs(published, "user kNN"),
            WITHIN,
            "cosine, k = 20: by the last but one film",
            seed -> UserKnn.fit(train, new UserKnn.Options(20, UserKnn.Scoring.WEIGHTED_SUM))),
        new QualityRow(
            "EASE",
            theirs(published, "EASE"),
            WITHIN,
            "lambda 100: by the last but one film",
            seed -> Ease.fit(train, new Ease.Options(100))),
        new QualityRow(
            "implicit ALS",
            theirs(published, "ALS"),
            NOT_BELOW_BY_SEEDS,
            "64 factors, alpha 2, lambda 10, 15 iterations: by the last but one film",
            seed -> ImplicitAls.fit(train, ALS, seed)),
        new QualityRow(
            "BPR",
            theirs(published, "BPR"),
            NOT_BELOW_BY_SEEDS,
            "64 factors, rate 0.02, lambda 0.001, 50 epochs: by the last but one film",
            seed -> Bpr.fit(train, BPR, seed)));
  }

  private static Theirs theirs(PublishedResults published, String model) {
    return new Theirs(
        published.value(model, "Recall@10").orElseThrow(),
        published.value(model, "NDCG@10").orElseThrow(),
        published.value(model, "MRR@10").orElseThrow());
  }
}
