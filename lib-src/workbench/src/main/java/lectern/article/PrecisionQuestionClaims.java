package lectern.article;

import java.util.List;
import lectern.claim.Claim;
import lectern.clean.Cleaning;
import lectern.clean.ImpossibleValues;
import lectern.clean.MissingValues;
import lectern.clean.Outliers;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.DiversityAt;
import lectern.evaluate.Evaluation;
import lectern.evaluate.Exposure;
import lectern.evaluate.ItemDistance;
import lectern.evaluate.PrecisionAt;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Results;
import lectern.evaluate.Split;
import lectern.evaluate.SuggestedLists;
import lectern.recommend.Exclude;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Recommender;
import lectern.recommend.Reranked;
import lectern.simulate.SimulatedPlatform;

/** The questions and answers of the article "precision", section 9, on a simulated platform. */
public final class PrecisionQuestionClaims implements ClaimSource {
  private static final int K = 10;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/3-fairness-and-diversity");
    diversity(list);
    gaps(list);
    metrics(list);
    return list.claims();
  }

  /** Lists of item neighbours, and the same in another order. */
  private record Lists(
      Results results, SuggestedLists own, SuggestedLists other, String otherName) {
    static Lists of(Reranked.Options options) {
      SimulatedPlatform platform = ArticlePlatform.usual();
      Interactions views = platform.cleanLog().interactions(Events.VIEW);
      Split split = Split.byTime(views, platform.weekStart(8));
      Recommender model = ItemKnn.fit(split.train(), ItemKnnOptions.of(20));
      Recommender other =
          Reranked.of(model, split.train(), ArticleLoop.fields(platform.cleanLog()), options, 7);
      Results results =
          Evaluation.of("simulated platform", split)
              .metrics(
                  new PrecisionAt(K),
                  new RecallAt(K),
                  new DiversityAt(K, ItemDistance.ofCategories(fields())))
              .seed(7)
              .run(model, other);
      Exclude seen = Exclude.seen(split.train());
      return new Lists(
          results,
          SuggestedLists.of(model, K, seen),
          SuggestedLists.of(other, K, seen),
          other.name());
    }

    double diversityGained() {
      double[] values = results.values("Diversity@10");
      return values[1] - values[0];
    }

    String text() {
      double[] diversity = results.values("Diversity@10");
      double[] recall = results.values("Recall@10");
      return Remark.of(
          "diversity %.3f to %.3f, coverage %.3f to %.3f, Recall@10 %.4f to %.4f",
          diversity[0], diversity[1], own.coverage(), other.coverage(), recall[0], recall[1]);
    }
  }

  private static List<String> fields() {
    EventLog log = ArticlePlatform.usual().cleanLog();
    return log.courseAttributes().stringColumn("field").asList();
  }

  private static void diversity(ClaimList list) {
    list.add(
            "9",
            "randomising raises diversity",
            "lists of ten by item neighbours on a simulated platform, and the same with each place"
                + " drawn from the best 100 with the chance 0.3: share of pairs of other fields",
            (section, statement) -> {
              Lists lists = Lists.of(new Reranked.Options(Reranked.Method.RANDOM, 0.3));
              return Claim.statement(section, statement)
                  .check(lists.diversityGained() > 0, lists.text());
            })
        .add(
            "9",
            "limiting repeats raises diversity",
            "the same lists with at most two courses of a field: share of pairs of other fields",
            (section, statement) -> {
              Lists lists = Lists.of(Reranked.Options.limited(2));
              return Claim.statement(section, statement)
                  .check(lists.diversityGained() > 0, lists.text());
            })
        .add(
            "9",
            "randomising raises fairness",
            "largest gap over fields between the share of places in lists and the share of what"
                + " users took, before and after randomising",
            (section, statement) -> {
              Lists lists = Lists.of(new Reranked.Options(Reranked.Method.RANDOM, 0.3));
              Interactions views = ArticlePlatform.usual().cleanLog().interactions(Events.VIEW);
              double before = Exposure.of(lists.own(), fields(), views).largestGap();
              double after = Exposure.of(lists.other(), fields(), views).largestGap();
              return Claim.statement(section, statement)
                  .check(
                      after < before,
                      Remark.of("largest gap %.4f before, %.4f after", before, after));
            })
        .add(
            "9",
            "diversity and coverage measure fairness",
            "two made-up sets of lists with the same coverage and diversity, one of which shows the"
                + " courses of teacher A nine times as often as those of B: does either number tell"
                + " them apart?",
            (section, statement) -> {
              double[] even = measures(1);
              double[] uneven = measures(9);
              boolean told = even[0] != uneven[0] || even[1] != uneven[1];
              return Claim.statement(section, statement)
                  .check(
                      told,
                      Remark.of(
                          "coverage %.2f and %.2f, diversity %.2f and %.2f: neither counts how"
                              + " often a course is shown",
                          even[0], uneven[0], even[1], uneven[1]));
            });
  }

  /** Coverage and mean diversity of lists of two: (A1, A2) so many times, then (B1, B2) once. */
  private static double[] measures(int times) {
    var items = lectern.data.IdIndex.inThisOrder(List.of("A1", "A2", "B1", "B2"));
    int[][] lists = new int[times + 1][];
    for (int i = 0; i < times; i++) {
      lists[i] = new int[] {0, 1};
    }
    lists[times] = new int[] {2, 3};
    DiversityAt diversity =
        new DiversityAt(2, ItemDistance.ofCategories(List.of("art", "law", "art", "law")));
    double sum = 0;
    for (int[] one : lists) {
      sum += diversity.of(one, lectern.evaluate.ItemSet.of(0));
    }
    return new double[] {
      SuggestedLists.of("made up", items, 2, lists).coverage(), sum / lists.length
    };
  }

  private static void gaps(ClaimList list) {
    list.add(
            "9",
            "filling gaps handles missing values",
            "what users paid in all on a simulated platform: sum over purchases with a known price,"
                + " and with the median in the gaps, beside the truth",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.soiled();
              double truth = paid(platform.cleanLog());
              EventLog plain = cleaned(platform, Cleaning.of(platform.log()));
              EventLog filled =
                  cleaned(
                      platform,
                      Cleaning.of(platform.log())
                          .step(MissingValues.fillMedian().of(Events.PURCHASE)));
              double before = paid(plain) - truth;
              double after = paid(filled) - truth;
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(after) < Math.abs(before),
                      Remark.of("off by %+.0f of %.0f before, %+.0f after", before, truth, after));
            })
        .add(
            "9",
            "finding and filtering outliers handles them",
            "mean minutes of a view: error against the truth with outliers in the log and without"
                + " those that are found",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.soiled();
              double truth = meanMinutes(platform.cleanLog());
              EventLog filtered =
                  Cleaning.of(platform.log())
                      .step(ImpossibleValues.usual(platform.weekStart(8)))
                      .step(Outliers.mad(Outliers.Action.DROP).of(Events.VIEW).onLogScale())
                      .run()
                      .log();
              double before = meanMinutes(platform.log());
              double after = meanMinutes(filtered);
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(after - truth) < Math.abs(before - truth),
                      Remark.of("true mean %.2f, %.2f before, %.2f after", truth, before, after));
            });
  }

  private static EventLog cleaned(SimulatedPlatform platform, Cleaning steps) {
    return steps
        .step(new lectern.clean.ExactDuplicates())
        .step(lectern.clean.DoubleFired.within(3))
        .step(ImpossibleValues.usual(platform.weekStart(8)))
        .run()
        .log();
  }

  private static double paid(EventLog log) {
    double sum = 0;
    for (int row = 0; row < log.size(); row++) {
      sum += log.is(row, Events.PURCHASE) && !Double.isNaN(log.value(row)) ? log.value(row) : 0;
    }
    return sum;
  }

  private static double meanMinutes(EventLog log) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW) && !Double.isNaN(log.value(row))) {
        sum += log.value(row);
        count++;
      }
    }
    return sum / count;
  }

  private static void metrics(ClaimList list) {
    list.add(
        "9",
        "precision, recall, coverage and diversity of a recommender",
        "item neighbours on a simulated platform, views of 8 weeks learnt from, new ones of the"
            + " next 4 tested, lists of ten",
        (section, statement) -> {
          Lists lists = Lists.of(Reranked.Options.limited(2));
          Results results = lists.results();
          return Claim.withoutNumber(section, statement)
              .check(
                  List.of(
                      Remark.of("precision %.4f", results.values("Precision@10")[0]),
                      Remark.of("recall %.4f", results.values("Recall@10")[0]),
                      Remark.of("coverage %.4f", lists.own().coverage()),
                      Remark.of("diversity %.4f", results.values("Diversity@10")[0])),
                  "four numbers that need not agree: another model may win by each");
        });
  }
}
