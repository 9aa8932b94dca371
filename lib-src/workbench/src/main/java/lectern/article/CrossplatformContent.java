package lectern.article;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.Evaluation;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.math.RankCorrelation;
import lectern.recommend.ContentBased;
import lectern.recommend.ImplicitAls;
import lectern.recommend.ItemFeatures;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.UserKnn;
import lectern.simulate.PlatformState;
import lectern.simulate.Topic;

/** Content made to measure in "crossplatform" 3.2 and 9.3, on the simulated platform. */
public final class CrossplatformContent implements ClaimSource {
  private static final UserKnn.Options NEIGHBOURS =
      new UserKnn.Options(50, UserKnn.Scoring.WEIGHTED_SUM);

  /** What was viewed and bought in six weeks, and in the six after them. */
  private static final class Data {
    static final PlatformState STATE = PlatformTrials.nothing();
    static final Interactions ALL = STATE.log().interactions(Events.VIEW, Events.PURCHASE);
    static final Split SPLIT = Split.byTime(ALL, PlatformTrials.weekStart(PlatformTrials.WARM));
    static final Recommender POPULAR = Popularity.fit(SPLIT.train());
    static final Recommender SIMILAR = UserKnn.fit(SPLIT.train(), NEIGHBOURS);
    static final Recommender FACTORS =
        ImplicitAls.fit(SPLIT.train(), new ImplicitAls.Options(8), 42);
    static final Recommender CONTENT =
        ContentBased.fit(
            SPLIT.train(),
            ItemFeatures.ofTable(STATE.log().courseAttributes(), "course", "field", ", "),
            new ContentBased.Options());
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossplatform").notebook("02-crossplatform/3-interest-models");
    for (String section : List.of("3.2", "9.3")) {
      add(
          list,
          section,
          "collaborative filtering models users' interests",
          "each user's topics by the model's scores against the true interests: rank correlation,"
              + " beside popularity's",
          (at, statement) -> interests(at, statement, Data.SIMILAR));
      add(
          list,
          section,
          "matrix factorisation models users' interests",
          "the same for factors of what was viewed and bought",
          (at, statement) -> interests(at, statement, Data.FACTORS));
      add(
          list,
          section,
          "recommending by content suits users",
          "recall of ten suggestions in the next six weeks, beside the same list for everybody",
          (at, statement) -> recall(at, statement, Data.CONTENT));
      add(
          list,
          section,
          "recommending by collaborative filtering suits users",
          "the same for similar users",
          (at, statement) -> recall(at, statement, Data.SIMILAR));
      add(
          list,
          section,
          "feedback improves recommendations",
          "purchases in six weeks with lists of similar users, learnt anew each week, and learnt"
              + " once before",
          CrossplatformContent::feedback);
    }
    return list.claims();
  }

  private static void add(
      ClaimList list,
      String section,
      String statement,
      String how,
      BiFunction<String, String, Checked> computation) {
    list.add(section, statement, how, computation);
  }

  private static Checked interests(String section, String statement, Recommender model) {
    double[] ofModel = correlations(model);
    double[] ofPopular = correlations(Data.POPULAR);
    return OmnichannelNeeds.rises(section, statement, "rank correlation", ofModel, ofPopular);
  }

  /** For each user, mean scores by topic against true interests in the first week. */
  private static double[] correlations(Recommender model) {
    var truth = Data.STATE.truth();
    float[] scores = new float[model.items().size()];
    double[] out = new double[model.users().size()];
    for (int u = 0; u < out.length; u++) {
      model.score(u, scores);
      double[] sums = new double[Topic.values().length];
      double[] counts = new double[sums.length];
      for (int i = 0; i < scores.length; i++) {
        int course = Data.STATE.courses().number(model.items().id(i));
        sums[Data.STATE.topic(course).ordinal()] += scores[i];
        counts[Data.STATE.topic(course).ordinal()]++;
      }
      for (int t = 0; t < sums.length; t++) {
        sums[t] /= Math.max(1, counts[t]);
      }
      int user = Data.STATE.users().number(model.users().id(u));
      out[u] = RankCorrelation.spearman(sums, truth.firstInterests(user));
    }
    return out;
  }

  private static Checked recall(String section, String statement, Recommender model) {
    var results =
        Evaluation.of("simulated", Data.SPLIT)
            .metrics(new RecallAt(10))
            .seed(42)
            .run(Data.POPULAR, model);
    return Claim.statement(section, statement)
        .check(
            results.compare("Recall@10", Data.POPULAR.name()).verdicts().equals(List.of("better")),
            String.format(
                Locale.ROOT,
                "recall %.4f, the same list %.4f",
                results.value(model.name(), "Recall@10"),
                results.value(Data.POPULAR.name(), "Recall@10")));
  }

  private static final class Once {
    static final PlatformState STATE = run();

    private static PlatformState run() {
      Interactions had = PlatformTrials.viewsAndPurchases(PlatformTrials.warm().log());
      UserKnn model = UserKnn.fit(had, NEIGHBOURS);
      return PlatformTrials.after(PlatformTrials.WEEKS, PlatformTrials.lists(now -> model));
    }
  }

  static Checked feedback(String section, String statement) {
    return OmnichannelNeeds.rises(
        section,
        statement,
        "purchases a user",
        PlatformTrials.purchases(PlatformTrials.personal()),
        PlatformTrials.purchases(Once.STATE));
  }
}
