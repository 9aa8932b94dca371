package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.evaluate.AbTest;
import lectern.evaluate.Evaluation;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.market.ChannelResponse;
import lectern.math.RandomStream;
import lectern.recommend.ContentBased;
import lectern.recommend.ImplicitAls;
import lectern.recommend.ItemFeatures;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.UserKnn;
import lectern.simulate.Actions;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.PlatformState;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Topic;

/**
 * What "omnichannel" says of channels (3.2) and of recommending (3.3), on the simulated platform.
 */
public final class OmnichannelChannels implements ClaimSource {
  private static final List<Channel> PLACES =
      Arrays.stream(Channel.values()).filter(Channel::place).toList();

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("omnichannel").notebook("01-omnichannel/2-choosing-and-judging");
    channels(list);
    interaction(list);
    recommending(list.notebook("01-omnichannel/1-user-needs-and-recommendation"));
    return list.claims();
  }

  /** Weeks in which each user gets one message a week, of a theme drawn by lot. */
  private record Messages(List<ChannelResponse.Touch> touches, PlatformState after) {
    static Messages in(PlatformState state, int weeks, List<Channel> channels) {
      List<ChannelResponse.Touch> touches = new ArrayList<>();
      for (int week = 0; week < weeks; week++) {
        RandomStream random = RandomStream.of(42, "messages", Integer.toString(week));
        Actions actions = new Actions();
        long time = PlatformTrials.weekStart(state.nextWeek());
        for (int u = 0; u < state.users().size(); u++) {
          Topic theme = Topic.values()[random.nextInt(Topic.values().length)];
          Channel channel = channels.get(random.nextInt(channels.size()));
          if (state.present(u)) {
            actions.contact(u, new Contact(channel, theme));
            touches.add(new ChannelResponse.Touch(state.users().id(u), channel.id(), time));
          }
        }
        state.week(actions);
      }
      return new Messages(touches, state);
    }
  }

  private static final class Runs {
    static final Messages ALL_CHANNELS =
        Messages.in(PlatformTrials.warm(), PlatformTrials.WEEKS, PLACES);
    static final Messages ONE_CHANNEL =
        Messages.in(PlatformTrials.warm(), PlatformTrials.WEEKS, List.of(Channel.WECHAT));
  }

  /** A platform of 2,500 users, three weeks of messages after two of waiting. */
  private static final class Large {
    static final PlatformState BEFORE = Simulation.start(SimulationOptions.usual().users(2500), 42);

    static {
      BEFORE.week();
      BEFORE.week();
    }

    static final Messages MESSAGES = Messages.in(BEFORE.copy(), 3, PLACES);
  }

  private static void channels(ClaimList list) {
    list.add(
            "3.2",
            "analysing the channels shows the strong and the weak ones",
            "purchases within a week of 7,000 messages in six channels dealt by lot: whether every"
                + " two channels that a test tells apart stand in the order of the truth",
            (section, statement) -> {
              ChannelResponse measured =
                  ChannelResponse.measure(
                      Large.MESSAGES.touches(),
                      user -> "all",
                      Large.MESSAGES.after().log(),
                      Events.PURCHASE,
                      7);
              List<String> truth =
                  PLACES.stream()
                      .sorted(Comparator.comparingDouble(c -> -worth(c)))
                      .map(Channel::id)
                      .toList();
              int apart = 0;
              int right = 0;
              for (int better = 0; better < truth.size(); better++) {
                for (int worse = better + 1; worse < truth.size(); worse++) {
                  AbTest test =
                      AbTest.proportions(
                          measured.ofChannel(truth.get(worse)),
                          measured.ofChannel(truth.get(better)));
                  apart += test.p() < 0.05 ? 1 : 0;
                  right += test.p() < 0.05 && test.difference() > 0 ? 1 : 0;
                }
              }
              return Claim.statement(section, statement)
                  .check(
                      apart > 0 && right == apart,
                      apart
                          + " of 15 pairs are told apart, "
                          + right
                          + " of them rightly; in truth, the best first: "
                          + truth);
            })
        .add(
            "3.2",
            "a joined system brings the data of all channels together",
            "accounts of six platforms joined by telephone, e-mail and device: whether there are"
                + " then about as many users as there are people",
            (section, statement) -> {
              int people = CleaningTrials.platform().cleanLog().users().size();
              int accounts = CleaningTrials.joined().accounts().size();
              int persons = CleaningTrials.joined().persons();
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(persons - people) < Math.abs(accounts - people),
                      String.format(
                          Locale.ROOT,
                          "%d accounts become %d users, in truth %d; of the pairs joined %.3f are"
                              + " right, of the true pairs %.3f are found",
                          accounts,
                          persons,
                          people,
                          CleaningTrials.quality().precision(),
                          CleaningTrials.quality().recall()));
            });
  }

  /** Expected purchases of a message in this channel, over users and themes. */
  private static double worth(Channel channel) {
    var truth = Large.BEFORE.truth();
    double sum = 0;
    for (int u = 0; u < Large.BEFORE.users().size(); u++) {
      for (Topic theme : Topic.values()) {
        sum += truth.messageChance(u, new Contact(channel, theme));
      }
    }
    return sum;
  }

  private static void interaction(ClaimList list) {
    list.add(
            "3.2",
            "activities in several channels make users interact in several",
            "places in which each user does something in six weeks: a message a week in six"
                + " channels by turns of the lot, against as many in WeChat alone",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "places a user",
                    places(Runs.ALL_CHANNELS.after()),
                    places(Runs.ONE_CHANNEL.after())))
        .add(
            "3.2",
            "judging the effect shows which interaction to go on with",
            "purchases under both plans in the first three weeks, and in the three after them",
            (section, statement) -> {
              double[] first = {sold(Runs.ALL_CHANNELS, 0), sold(Runs.ONE_CHANNEL, 0)};
              double[] later = {sold(Runs.ALL_CHANNELS, 3), sold(Runs.ONE_CHANNEL, 3)};
              return Claim.statement(section, statement)
                  .check(
                      first[0] > first[1] == later[0] > later[1],
                      String.format(
                          Locale.ROOT,
                          "first %.0f in all channels, %.0f in WeChat; later %.0f and %.0f",
                          first[0],
                          first[1],
                          later[0],
                          later[1]));
            });
  }

  private static double[] places(PlatformState state) {
    var log = state.log();
    List<Set<Integer>> seen =
        IntStream.range(0, state.users().size())
            .<Set<Integer>>mapToObj(u -> new TreeSet<>())
            .toList();
    for (int row = 0; row < log.size(); row++) {
      if (log.time(row) >= PlatformTrials.weekStart(PlatformTrials.WARM)) {
        seen.get(log.user(row)).add(log.platform(row));
      }
    }
    return seen.stream().mapToDouble(Set::size).toArray();
  }

  /** Purchases in the three weeks from this one on, counted from the first message. */
  private static double sold(Messages run, int from) {
    return run.after().weeks().stream()
        .filter(week -> week.number() >= PlatformTrials.WARM + from)
        .filter(week -> week.number() < PlatformTrials.WARM + from + 3)
        .mapToInt(week -> week.purchases())
        .sum();
  }

  /** What was viewed and bought in the first six weeks, and in the six after them. */
  private static final class Offline {
    static final Split SPLIT =
        Split.byTime(
            PlatformTrials.nothing().log().interactions(Events.VIEW, Events.PURCHASE),
            PlatformTrials.weekStart(PlatformTrials.WARM));
  }

  private static void recommending(ClaimList list) {
    model(
        list,
        "collaborative filtering",
        () ->
            UserKnn.fit(
                Offline.SPLIT.train(), new UserKnn.Options(50, UserKnn.Scoring.WEIGHTED_SUM)));
    model(
        list,
        "recommending by labels of content",
        () ->
            ContentBased.fit(
                Offline.SPLIT.train(),
                ItemFeatures.ofTable(
                    PlatformTrials.nothing().log().courseAttributes(), "course", "field", ", "),
                new ContentBased.Options()));
    model(
        list,
        "recommending by a model",
        () -> ImplicitAls.fit(Offline.SPLIT.train(), new ImplicitAls.Options(8), 42));
  }

  private static void model(ClaimList list, String name, Supplier<Recommender> fit) {
    list.add(
        "3.3",
        name + " suggests better than the same list for everybody",
        "ten suggestions for each simulated user against what was viewed or bought in the next six"
            + " weeks: recall beside popularity's, difference by user",
        (section, statement) -> {
          Recommender popular = Popularity.fit(Offline.SPLIT.train());
          Recommender model = fit.get();
          var results =
              Evaluation.of("simulated", Offline.SPLIT)
                  .metrics(new RecallAt(10))
                  .seed(42)
                  .run(popular, model);
          var compared = results.compare("Recall@10", popular.name());
          return Claim.statement(section, statement)
              .check(
                  compared.verdicts().equals(List.of("better")),
                  String.format(
                      Locale.ROOT,
                      "recall %.4f, popularity %.4f",
                      results.value(model.name(), "Recall@10"),
                      results.value(popular.name(), "Recall@10")));
        });
  }
}
