package lectern.article;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.market.LoopContext;
import lectern.market.LoopPolicy;
import lectern.market.LoopRun;
import lectern.market.LoopStages;
import lectern.market.StrategyScores;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.recommend.Exclude;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Recommender;
import lectern.recommend.Suggestion;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.Topic;

/**
 * What crossing fields does for a platform, and what it costs: the article "crossover", 2 and 3, in
 * the closed loop of the simulated platform.
 */
public final class CrossoverMarketingClaims implements ClaimSource {
  private static final int SEEDS = 5;

  /** The fields of a platform that has courses on technology alone. */
  private static final List<Topic> OWN = List.of(Topic.PROGRAMMING, Topic.DATA);

  private static final LoopPolicy ONE_AREA =
      LoopPolicy.of(
          "own fields", () -> List.of(LoopStages.collect(), CrossoverMarketingClaims::ownFields));

  /** 4.3's strategies: e-mail for technology, social media for health, SMS for all else. */
  private static final LoopPolicy AS_PRINTED =
      LoopPolicy.of(
          "channels as printed",
          () -> List.of(LoopStages.collect(), CrossoverMarketingClaims::channelsAsPrinted));

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossover").notebook("05-crossover/1-cross-domain");
    widening(list);
    strategies(list.notebook("05-crossover/2-choosing-a-strategy"));
    return list.claims();
  }

  private static void widening(ClaimList list) {
    list.add(
            "2.1",
            "other fields widen the group of users who pay",
            "share of 300 users who bought in 10 weeks of lists by item neighbours from all fields,"
                + " against the same from two fields alone",
            (section, statement) -> {
              SeedDifferences more = users(Events.PURCHASE);
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "share of paying users "
                          + more
                          + "; of those who look at anything "
                          + users(Events.VIEW));
            })
        .add(
            "3.3",
            "contents of other fields are more attractive",
            "clicks in the same 10 weeks",
            (section, statement) -> {
              SeedDifferences more = counts(Events.CLICK);
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "clicks of 300 users " + more);
            })
        .add(
            "3.3",
            "crossing fields raises conversion",
            "share of users who bought in the same 10 weeks",
            (section, statement) -> {
              SeedDifferences more = users(Events.PURCHASE);
              SeedDifferences perClick =
                  SeedDifferences.over(
                      SEEDS,
                      seed ->
                          conversion(ArticleLoop.run(ArticleLoop.NEIGHBOURS, seed))
                              - conversion(ArticleLoop.run(ONE_AREA, seed)));
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "share of users " + more + "; purchases a click " + perClick);
            })
        .add(
            "3.3",
            "crossing fields spreads knowledge: users learn in more fields",
            "different fields that a user bought courses of in the same 10 weeks, mean of all"
                + " users",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      SEEDS,
                      seed ->
                          fieldsBought(ArticleLoop.run(ArticleLoop.NEIGHBOURS, seed))
                              - fieldsBought(ArticleLoop.run(ONE_AREA, seed)));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "fields a user " + more);
            });
  }

  private static SeedDifferences users(String event) {
    return SeedDifferences.over(
        SEEDS,
        seed ->
            ArticleLoop.users(ArticleLoop.run(ArticleLoop.NEIGHBOURS, seed), event, 1)
                - ArticleLoop.users(ArticleLoop.run(ONE_AREA, seed), event, 1));
  }

  private static SeedDifferences counts(String event) {
    return SeedDifferences.over(
        SEEDS,
        seed ->
            ArticleLoop.count(ArticleLoop.run(ArticleLoop.NEIGHBOURS, seed), event)
                - ArticleLoop.count(ArticleLoop.run(ONE_AREA, seed), event));
  }

  private static double conversion(LoopRun run) {
    return ArticleLoop.count(run, Events.PURCHASE) / (double) ArticleLoop.count(run, Events.CLICK);
  }

  private static double fieldsBought(LoopRun run) {
    TreeSet<String> pairs = new TreeSet<>();
    run.weeks().stream()
        .skip(ArticleLoop.WARM_UP)
        .forEach(
            week -> {
              EventLog log = week.events();
              List<String> fields = log.courseAttributes().stringColumn("field").asList();
              for (int row = 0; row < log.size(); row++) {
                if (log.is(row, Events.PURCHASE)) {
                  pairs.add(log.userId(row) + " " + fields.get(log.course(row)));
                }
              }
            });
    return pairs.size() / (double) ArticleLoop.USERS;
  }

  private static void ownFields(LoopContext context) {
    EventLog log = context.log();
    Recommender model =
        ItemKnn.fit(
            log.interactions(Events.VIEW, Events.PURCHASE), ItemKnnOptions.of(20).values(true));
    int[] others =
        IntStream.range(0, context.courses().size())
            .filter(course -> !OWN.contains(context.topic(course)))
            .toArray();
    Exclude leftOut = Exclude.seen(log.interactions(Events.PURCHASE)).and(user -> others);
    for (int u = 0; u < context.users().size(); u++) {
      context.list(u, model.top(u, 10, leftOut).stream().mapToInt(Suggestion::item).toArray());
    }
  }

  private static void channelsAsPrinted(LoopContext context) {
    RandomStream random =
        RandomStream.of(context.seed(), "as printed", Integer.toString(context.week()));
    EventLog log = context.log();
    int[][] looks = new int[context.users().size()][Topic.values().length];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        looks[log.user(row)][context.topic(log.course(row)).ordinal()]++;
      }
    }
    int sent = 0;
    for (int u : random.permutation(looks.length)) {
      if (sent < ArticleLoop.MESSAGES && context.present(u)) {
        int most = 0;
        for (int k = 1; k < looks[u].length; k++) {
          most = looks[u][k] > looks[u][most] ? k : most;
        }
        Topic topic = Topic.values()[most];
        Channel channel =
            OWN.contains(topic)
                ? Channel.EMAIL
                : topic == Topic.HEALTH ? Channel.WECHAT : Channel.SMS;
        context.message(u, new Contact(channel, topic));
        sent++;
      }
    }
  }

  private static void strategies(ClaimList list) {
    list.add(
            "3.2",
            "choosing strategies by data raises conversion",
            "purchases in 10 weeks with 60 messages a week whose channels are learnt from what came"
                + " of earlier ones, against 60 by the fixed channels of 4.3",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      SEEDS,
                      seed ->
                          ArticleLoop.difference(
                              "purchases", ArticleLoop.CHANNELS_LEARNT, AS_PRINTED, seed));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "purchases of 300 users " + more);
            })
        .add(
            "3.2",
            "choosing strategies by data raises satisfaction",
            "mean true satisfaction at the end of the same 10 weeks",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      SEEDS,
                      seed ->
                          ArticleLoop.difference(
                              "satisfaction", ArticleLoop.CHANNELS_LEARNT, AS_PRINTED, seed));
              return Claim.statement(section, statement)
                  .check(
                      more.isAbove0(),
                      "satisfaction (0 to 1) "
                          + more
                          + ". Messages do not touch it on this platform; courses do");
            })
        .add(
            "3.3",
            "the method is complex and needs much computing",
            "ratings that the triple sum asks for, counted on 9 small platforms: users × contents ×"
                + " strategies; the same law for a million users, 10,000 contents and 3 strategies,"
                + " above the 10⁹ that a core does in seconds",
            (section, statement) -> {
              boolean law = true;
              for (int users = 1; users <= 3; users++) {
                for (int contents = 2; contents <= 4; contents++) {
                  law &= asked(users, contents, 3) == users * contents * 3;
                }
              }
              double large = 1e6 * 1e4 * 3;
              return Claim.statement(section, statement)
                  .check(
                      law && large > 1e9,
                      Remark.of(
                          "%.0e ratings; the article's example has %d. The best strategy of one"
                              + " user and content takes %d, whatever the platform's size",
                          large, asked(1, 6, 3), asked(1, 1, 3)));
            });
  }

  /** How often the triple sum asks for a rating. */
  private static int asked(int users, int contents, int strategies) {
    int[] count = new int[1];
    StrategyScores.of(
            names(users),
            names(contents),
            names(strategies),
            DenseMatrix.zeros(users, contents),
            DenseMatrix.zeros(contents, strategies),
            (u, c, m) -> {
              count[0]++;
              return 1;
            })
        .asPrinted();
    return count[0];
  }

  private static List<String> names(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> "" + i).toList();
  }
}
