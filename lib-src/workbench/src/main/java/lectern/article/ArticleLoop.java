package lectern.article;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.market.LearntCampaign;
import lectern.market.Loop;
import lectern.market.LoopContext;
import lectern.market.LoopPolicy;
import lectern.market.LoopRun;
import lectern.market.LoopStage;
import lectern.market.LoopStages;
import lectern.math.RandomStream;
import lectern.recommend.ContentBased;
import lectern.recommend.ItemFeatures;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Recommender;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Topic;

/**
 * The closed loop that several claims ask: 300 users and 14 weeks, of which the first four run
 * without a policy. A policy on a platform is run once, when the first claim asks for it.
 */
final class ArticleLoop {
  static final int USERS = 300;
  static final int WARM_UP = 4;
  static final int WEEKS = 14;
  private static final int PLACES = 10;

  private static final Loop LOOP =
      Loop.of(SimulationOptions.usual().users(USERS).weeks(WEEKS).noCampaigns().noDiscounts())
          .warmUp(WARM_UP);
  private static final Map<String, LoopRun> RUNS = new ConcurrentHashMap<>();

  /** Nothing is suggested and nobody is written to. */
  static final LoopPolicy NOTHING = LoopPolicy.of("nothing", List::of);

  /** Ten courses drawn for each user, new each week. */
  static final LoopPolicy DRAWN = policy("drawn lists", ArticleLoop::drawnLists);

  /** Ten courses whose fields are like those that the user looked at. */
  static final LoopPolicy BY_FIELD =
      policy(
          "lists by field",
          LoopStages.recommend(
              PLACES,
              (had, log, seed) -> ContentBased.fit(had, fields(log), new ContentBased.Options())));

  /** What others looked at besides, learnt anew each week. */
  static final LoopPolicy NEIGHBOURS = policy("neighbours", LoopStages.personal(PLACES));

  /** The same, with at most two courses of a field in a list. */
  static final LoopPolicy MIXED = policy("mixed neighbours", LoopStages.diversified(PLACES, 2));

  /** The same list for everybody. */
  static final LoopPolicy POPULAR = policy("popular", LoopStages.popular(PLACES));

  /** Nothing but the field that a user looked at most. */
  static final LoopPolicy ONE_FIELD = policy("one field", LoopStages.favouriteField(PLACES));

  /** What others looked at besides, learnt once from the weeks before. */
  static final LoopPolicy NEIGHBOURS_ONCE =
      LoopPolicy.of(
          "neighbours, once",
          () ->
              List.of(
                  LoopStages.collect(),
                  LoopStages.recommend(
                      PLACES, LoopStages.once((had, log, seed) -> neighbours(log)))));

  /** A message each third week about the topic that each user looked at most. */
  static final LoopPolicy MESSAGES_BY_INTEREST =
      policy("messages by interest", context -> messages(context, false));

  /** As many messages, about topics that are drawn. */
  static final LoopPolicy MESSAGES_DRAWN =
      policy("drawn messages", context -> messages(context, true));

  /** Messages a week of {@link #CHANNELS_LEARNT}. */
  static final int MESSAGES = 60;

  /** Messages by e-mail, WeChat or SMS, chosen by what came of earlier ones. */
  static final LoopPolicy CHANNELS_LEARNT = channels("channels learnt", 3);

  /** As many by the same three channels, always by lot. */
  static final LoopPolicy CHANNELS_DRAWN = channels("channels drawn", WEEKS);

  private ArticleLoop() {}

  private static LoopPolicy channels(String name, int weeksByLot) {
    Map<Channel, Double> costs = Map.of(Channel.EMAIL, 1.0, Channel.WECHAT, 1.0, Channel.SMS, 1.0);
    List<Channel> channels = List.of(Channel.EMAIL, Channel.WECHAT, Channel.SMS);
    return LoopPolicy.of(
        name,
        () ->
            List.of(
                LoopStages.collect(),
                LoopStages.segments(4, f -> f.interests("field").platformMix()),
                new LearntCampaign(
                    new LearntCampaign.Options(channels, costs, MESSAGES, weeksByLot, 0.2, 2))));
  }

  private static LoopPolicy policy(String name, LoopStage stage) {
    return LoopPolicy.of(name, () -> List.of(LoopStages.collect(), stage));
  }

  /** One policy on the platform of a seed. */
  static LoopRun run(LoopPolicy policy, long seed) {
    String key = policy.name() + ", seed " + seed;
    return RUNS.computeIfAbsent(key, asked -> LOOP.run(policy, seed));
  }

  /** A measure of the weeks under the first policy minus the same under the second. */
  static double difference(String measure, LoopPolicy first, LoopPolicy second, long seed) {
    return run(first, seed).total(measure, WARM_UP) - run(second, seed).total(measure, WARM_UP);
  }

  /** How many events of a kind there were under the policy. */
  static int count(LoopRun run, String event) {
    return run.weeks().stream().skip(WARM_UP).mapToInt(w -> w.events().count(event)).sum();
  }

  /** The share of users who bought at least so many courses under the policy. */
  static double buyers(LoopRun run, int least) {
    return users(run, Events.PURCHASE, least);
  }

  /** The share of users with at least so many events of a kind under the policy. */
  static double users(LoopRun run, String event, int least) {
    int[] counts = new int[USERS];
    run.weeks().stream()
        .skip(WARM_UP)
        .forEach(
            week -> {
              EventLog log = week.events();
              for (int row = 0; row < log.size(); row++) {
                counts[log.user(row)] += log.is(row, event) ? 1 : 0;
              }
            });
    int users = 0;
    for (int count : counts) {
      users += count >= least ? 1 : 0;
    }
    return users / (double) USERS;
  }

  /** The field of each course, as a shop knows it. */
  static ItemFeatures fields(EventLog log) {
    return ItemFeatures.ofTable(log.courseAttributes(), "course", "field", ";");
  }

  private static void drawnLists(LoopContext context) {
    for (int u = 0; u < context.users().size(); u++) {
      context.list(u, stream(context, "drawn list", u).sample(context.courses().size(), PLACES));
    }
  }

  private static RandomStream stream(LoopContext context, String what, int user) {
    return RandomStream.of(
        context.seed(), what, Integer.toString(context.week()), context.users().id(user));
  }

  /** What was viewed or bought together, each as often as it was. */
  private static Recommender neighbours(EventLog log) {
    return ItemKnn.fit(
        log.interactions(Events.VIEW, Events.PURCHASE), ItemKnnOptions.of(20).values(true));
  }

  private static void messages(LoopContext context, boolean drawn) {
    if (context.week() % 3 != 1) {
      return;
    }
    double[][] looks = new double[context.users().size()][Topic.values().length];
    EventLog log = context.log();
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        looks[log.user(row)][context.topic(log.course(row)).ordinal()]++;
      }
    }
    for (int u = 0; u < looks.length; u++) {
      int topic =
          drawn ? stream(context, "drawn topic", u).nextInt(looks[u].length) : most(looks[u]);
      context.message(u, new Contact(Channel.WECHAT, Topic.values()[topic]));
    }
  }

  private static int most(double[] counts) {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }
}
