package lectern.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.AbPower;
import lectern.evaluate.AbTest;
import lectern.evaluate.CrossValidation;
import lectern.evaluate.Folds;
import lectern.evaluate.ItemSet;
import lectern.evaluate.ListMetric;
import lectern.evaluate.NoveltyAt;
import lectern.evaluate.PrecisionAt;
import lectern.evaluate.Proportion;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Rmse;
import lectern.evaluate.Split;
import lectern.evaluate.SuggestedLists;
import lectern.math.RandomStream;
import lectern.recommend.Biases;
import lectern.recommend.Exclude;
import lectern.recommend.Popularity;
import lectern.recommend.RatingModel;
import lectern.recommend.Recommender;
import lectern.recommend.SgdMf;
import lectern.recommend.SgdMfOptions;
import lectern.recommend.SlopeOne;
import lectern.recommend.UserKnn;

/** How to judge a recommender: "omnichannel" 9.3, where it is known which of two is better. */
public final class OmnichannelJudging implements ClaimSource {
  private static final long SEED = 42;
  private static final int K = 10;
  private static final int TESTS = 400;

  /** What was viewed and bought before, and after; lists of similar users, and drawn lists. */
  private static final class Lists {
    static final Interactions ALL =
        PlatformTrials.nothing().log().interactions(Events.VIEW, Events.PURCHASE);
    static final Split SPLIT = Split.byTime(ALL, PlatformTrials.weekStart(PlatformTrials.WARM));
    static final Interactions TRAIN = SPLIT.train();
    static final SuggestedLists GOOD =
        SuggestedLists.of(
            UserKnn.fit(TRAIN, new UserKnn.Options(50, UserKnn.Scoring.WEIGHTED_SUM)),
            K,
            Exclude.seen(TRAIN));
    static final SuggestedLists DRAWN = drawn();

    private static SuggestedLists drawn() {
      int[][] lists = new int[TRAIN.userCount()][];
      for (int u = 0; u < lists.length; u++) {
        RandomStream random = RandomStream.of(SEED, "drawn list", Integer.toString(u));
        ItemSet had = ItemSet.of(TRAIN.itemsOf(u));
        lists[u] =
            Arrays.stream(random.permutation(TRAIN.itemCount()))
                .filter(item -> !had.contains(item))
                .limit(K)
                .toArray();
      }
      return SuggestedLists.of("drawn at random", TRAIN.items(), K, lists);
    }
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("omnichannel").notebook("01-omnichannel/2-choosing-and-judging");
    indicators(list);
    methods(list);
    return list.claims();
  }

  private static void indicators(ClaimList list) {
    indicator(list, "precision", lists -> mean(new PrecisionAt(K), lists));
    indicator(list, "recall", lists -> mean(new RecallAt(K), lists));
    indicator(list, "coverage", SuggestedLists::coverage);
    indicator(list, "novelty", lists -> mean(new NoveltyAt(K, Lists.TRAIN), lists));
  }

  private static void indicator(
      ClaimList list, String name, Function<SuggestedLists, Double> measure) {
    list.add(
        "9.3",
        name + " shows how good a recommender is",
        name
            + " of ten suggestions from similar users and of ten drawn at random, against what the"
            + " simulated users did next",
        (section, statement) -> {
          double good = measure.apply(Lists.GOOD);
          double drawn = measure.apply(Lists.DRAWN);
          return Claim.statement(section, statement)
              .check(
                  good > drawn,
                  String.format(
                      Locale.ROOT, "similar users %.4f, drawn at random %.4f", good, drawn));
        });
  }

  /** The mean over users who did something new. */
  private static double mean(ListMetric metric, SuggestedLists lists) {
    Interactions test = Lists.SPLIT.test();
    double sum = 0;
    int users = 0;
    for (int u = 0; u < Lists.TRAIN.userCount(); u++) {
      int tested = test.users().number(Lists.TRAIN.users().id(u));
      if (tested >= 0 && test.sizeOf(tested) > 0) {
        int[] taken =
            Arrays.stream(test.itemsOf(tested))
                .map(item -> Lists.TRAIN.items().number(test.items().id(item)))
                .filter(item -> item >= 0)
                .toArray();
        double value = metric.of(lists.list(u), ItemSet.of(taken));
        if (!Double.isNaN(value)) {
          sum += value;
          users++;
        }
      }
    }
    return sum / users;
  }

  private static void methods(ClaimList list) {
    list.add(
            "9.3",
            "cross-validation judges models: it ranks them as fresh ratings do",
            "three models by their error in five folds of 60 % of made-up ratings, and on the other"
                + " 40 %",
            (section, statement) -> crossValidation(section, statement))
        .add(
            "9.3",
            "an A/B test tells which of two recommenders is better",
            "400 made-up tests with a rise from 10 % to 13 % and 400 without one, of the planned"
                + " size for 80 % power at 5 %",
            (section, statement) -> {
              long each = AbPower.proportions(0.10, 0.03).perGroup();
              double found = shareOfAlarms(0.13, each);
              double falseAlarms = shareOfAlarms(0.10, each);
              return Claim.statement(section, statement)
                  .check(
                      found > 0.75 && falseAlarms < 0.08,
                      String.format(
                          Locale.ROOT,
                          "%,d users a group: the rise is found in %.1f %% of tests, one that is"
                              + " not there in %.1f %%",
                          each,
                          100 * found,
                          100 * falseAlarms));
            })
        .add(
            "9.3",
            "evaluation online and offline agree on the better recommender",
            "purchases on the simulated platform in six weeks under lists of similar users and"
                + " under the same list for all, beside recall on earlier data",
            (section, statement) -> {
              double[] personal = PlatformTrials.purchases(PlatformTrials.personal());
              double[] same = PlatformTrials.purchases(PlatformTrials.sameForAll());
              double offline = mean(new RecallAt(K), Lists.GOOD);
              double offlineSame = mean(new RecallAt(K), popular());
              boolean online = PlatformTrials.rises(PlatformTrials.compare(personal, same));
              return Claim.statement(section, statement)
                  .check(
                      online == offline > offlineSame,
                      PlatformTrials.words("purchases a user", personal, same)
                          + String.format(
                              Locale.ROOT, "; recall %.4f against %.4f", offline, offlineSame));
            });
  }

  private static SuggestedLists popular() {
    return SuggestedLists.of(Popularity.fit(Lists.TRAIN), K, Exclude.seen(Lists.TRAIN));
  }

  private static Checked crossValidation(String section, String statement) {
    Split halves = Split.random(MadeUpRatings.all(), 0.4, SEED);
    Map<String, Function<Interactions, Recommender>> models = new LinkedHashMap<>();
    models.put("biases", Biases::fit);
    models.put("SlopeOne", SlopeOne::fit);
    models.put(
        "factors",
        train ->
            SgdMf.fit(
                train, SgdMfOptions.of(5).learningRate(0.02).epochs(40).regularisation(0.1), SEED));
    CrossValidation folds =
        CrossValidation.of(
            "made-up ratings",
            Folds.random(halves.train(), 5, SEED),
            models,
            judge -> judge.metrics(new Rmse()).seed(SEED));
    Map<String, Double> fresh = new LinkedHashMap<>();
    models.forEach(
        (name, fit) ->
            fresh.put(
                name,
                OmnichannelOptions.rmse((RatingModel) fit.apply(halves.train()), halves.test())));
    List<String> byFolds =
        models.keySet().stream()
            .sorted(Comparator.comparingDouble(name -> folds.mean(name, "RMSE")))
            .toList();
    List<String> byFresh =
        models.keySet().stream().sorted(Comparator.comparingDouble(fresh::get)).toList();
    StringBuilder words = new StringBuilder("RMSE in folds and fresh:");
    byFolds.forEach(
        name ->
            words.append(
                String.format(
                    Locale.ROOT,
                    " %s %.3f %.3f,",
                    name,
                    folds.mean(name, "RMSE"),
                    fresh.get(name))));
    return Claim.statement(section, statement)
        .check(byFolds.equals(byFresh), words.substring(0, words.length() - 1));
  }

  private static double shareOfAlarms(double treatedRate, long each) {
    RandomStream random = RandomStream.of(SEED, "A/B tests", Double.toString(treatedRate));
    long alarms =
        IntStream.range(0, TESTS)
            .filter(
                test ->
                    AbTest.proportions(
                                new Proportion(successes(random, 0.10, each), each),
                                new Proportion(successes(random, treatedRate, each), each))
                            .p()
                        < 0.05)
            .count();
    return alarms / (double) TESTS;
  }

  private static long successes(RandomStream random, double rate, long trials) {
    long successes = 0;
    for (long t = 0; t < trials; t++) {
      successes += random.nextDouble() < rate ? 1 : 0;
    }
    return successes;
  }
}
