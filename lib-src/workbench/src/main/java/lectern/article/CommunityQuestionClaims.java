package lectern.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lectern.claim.Claim;
import lectern.clean.KAnonymity;
import lectern.clean.Pseudonyms;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Evaluation;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Results;
import lectern.evaluate.Split;
import lectern.evaluate.UnpairedComparison;
import lectern.evaluate.UserValues;
import lectern.math.RandomStream;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Recommender;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * What the article "community" says of word of mouth, interaction, privacy, fairness and too much
 * personalisation (2.4, 3, 8.3 and 9), on simulated platforms.
 */
public final class CommunityQuestionClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("community").notebook("04-community/2-community-activity");
    interaction(list);
    challenges(list);
    privacy(list);
    return list.claims();
  }

  private static void interaction(ClaimList list) {
    list.add(
            "2.4",
            "what users tell each other of widens the reach of products",
            "simulated purchases of 500 users in 8 weeks when friends' purchases matter and when"
                + " they do not, the same people and chance",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(5, seed -> purchases(seed, 1) - purchases(seed, 0));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "purchases " + more);
            })
        .add(
            "3.1",
            "users who take part in the community are more loyal",
            "true chance still to be there in half a year: users who wrote in the first 6 weeks"
                + " beside those who were there and did not",
            (section, statement) -> {
              UnpairedComparison found = loyalty();
              return Claim.statement(section, statement)
                  .check(
                      found.interval().low() > 0,
                      Remark.of(
                          "%+.4f, interval %.4f to %.4f. On this platform writing itself changes"
                              + " nobody's loyalty: what difference there is, is who writes",
                          found.difference(), found.interval().low(), found.interval().high()));
            })
        .add(
            "3.2",
            "guiding users to interact raises the activity of the community",
            "what the effect of guiding takes, against what the article gives; no simulated user"
                + " is guided either",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("what guiding is", "activity with it", "activity without it"),
                        List.of()));
  }

  private static double purchases(long seed, double influence) {
    SimulationOptions options =
        SimulationOptions.usual()
            .users(500)
            .weeks(8)
            .socialInfluence(influence)
            .noCampaigns()
            .noDiscounts();
    return Simulation.run(options, seed).cleanLog().count(Events.PURCHASE);
  }

  private static UnpairedComparison loyalty() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    long half = platform.weekStart(6);
    TreeSet<String> writers = new TreeSet<>();
    for (Row post : platform.posts()) {
      if (post.getLong("time") < half) {
        writers.add(post.getString("user"));
      }
    }
    EventLog early = platform.cleanLog().between(0, half);
    TreeSet<String> silent = new TreeSet<>();
    for (int row = 0; row < early.size(); row++) {
      silent.add(early.userId(row));
    }
    silent.removeAll(writers);
    return UnpairedComparison.of(
        "writes",
        loyaltyOf(platform, writers),
        "silent",
        loyaltyOf(platform, silent),
        new Bootstrap(),
        7);
  }

  private static UserValues loyaltyOf(SimulatedPlatform platform, TreeSet<String> users) {
    var truth = platform.truth();
    var index = platform.cleanLog().users();
    return UserValues.of(
        users.stream().mapToDouble(id -> truth.loyalty(index.number(id))).toArray());
  }

  private static void challenges(ClaimList list) {
    list.add(
            "8.3",
            "the privacy of users must be protected when their data are analysed",
            "users of a simulated platform who share age, gender, city and occupation with fewer"
                + " than 4 others, as a share of all: above 0",
            (section, statement) -> {
              Table users = ArticlePlatform.usual().cleanLog().userAttributes();
              KAnonymity found = KAnonymity.of(users, 5, "age", "gender", "city", "occupation");
              return Claim.statement(section, statement)
                  .check(
                      found.shareBelow() > 0,
                      Remark.of(
                          "%.0f %% are in groups of fewer than 5, though no name is in the table",
                          100 * found.shareBelow()));
            })
        .add(
            "8.3",
            "recommendations may serve groups of users unequally",
            "Recall@10 of item neighbours on a simulated platform, by true segment: the gap between"
                + " the best and the worst served is larger than users dealt to segments by chance"
                + " give",
            (section, statement) -> {
              ShuffledGroups gap = gap();
              return Claim.statement(section, statement).check(gap.isShown(), gap.toString());
            })
        .add(
            "8.3",
            "users may turn away from recommendations that are too personal",
            "users who left in 10 weeks of lists from nothing but the field that each looked at"
                + " most, against lists of neighbours with at most two courses of a field",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      5,
                      seed ->
                          ArticleLoop.difference(
                              "left", ArticleLoop.ONE_FIELD, ArticleLoop.MIXED, seed));
              SeedDifferences bored =
                  SeedDifferences.over(
                      5,
                      seed ->
                          ArticleLoop.difference(
                              "boredom", ArticleLoop.ONE_FIELD, ArticleLoop.MIXED, seed));
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "of 300 users left "
                          + more
                          + ", boredom (0 to 1) "
                          + bored
                          + ". That lists of one kind bore is built into the platform; how much"
                          + " it costs follows");
            });
  }

  private static ShuffledGroups gap() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    Interactions views = platform.cleanLog().interactions(Events.VIEW);
    Split split = Split.byTime(views, platform.weekStart(8));
    Recommender model = ItemKnn.fit(split.train(), ItemKnnOptions.of(20));
    Results results =
        Evaluation.of("simulated platform", split).metrics(new RecallAt(10)).seed(7).run(model);
    var truth = platform.truth();
    var index = platform.cleanLog().users();
    List<String> groups =
        results.users().stream().map(id -> truth.segment(index.number(id)).id()).toList();
    return ShuffledGroups.of(results.perUser(model.name(), "Recall@10"), groups, 7);
  }

  private static void privacy(ClaimList list) {
    list.add(
        "9",
        "making users anonymous keeps their data safe",
        "simulated users under keyed names: how many are the only one with the courses and days of"
            + " three of their views, known to somebody else",
        (section, statement) -> {
          EventLog log = ArticlePlatform.usual().cleanLog();
          byte[] key = new byte[Pseudonyms.KEY_BYTES];
          RandomStream random = RandomStream.of(7, "key");
          for (int i = 0; i < key.length; i++) {
            key[i] = (byte) random.nextInt(256);
          }
          double found = foundByThreeViews(Pseudonyms.withKey(key, "claims").users(log));
          return Claim.statement(section, statement)
              .check(
                  found < 0.05,
                  Remark.of(
                      "%.0f %% can be told from all others in spite of their new names",
                      100 * found));
        });
  }

  /**
   * The share of users with three views or more whom three of them, drawn, tell from all others.
   */
  private static double foundByThreeViews(EventLog log) {
    Map<String, List<Integer>> whoSaw = new LinkedHashMap<>();
    List<List<String>> views = new ArrayList<>();
    for (int u = 0; u < log.users().size(); u++) {
      views.add(new ArrayList<>());
    }
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        String view = log.courseId(row) + " on day " + log.time(row) / 86_400;
        views.get(log.user(row)).add(view);
        whoSaw.computeIfAbsent(view, v -> new ArrayList<>()).add(log.user(row));
      }
    }
    int known = 0;
    int unique = 0;
    for (int u = 0; u < views.size(); u++) {
      List<String> own = views.get(u);
      if (own.size() >= 3) {
        known++;
        TreeSet<Integer> fit = new TreeSet<>(whoSaw.get(own.get(0)));
        fit.retainAll(whoSaw.get(own.get(own.size() / 2)));
        fit.retainAll(whoSaw.get(own.get(own.size() - 1)));
        unique += fit.size() == 1 ? 1 : 0;
      }
    }
    return unique / (double) known;
  }
}
