package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.evaluate.Proportion;
import lectern.market.ChannelChoice;
import lectern.market.ChannelResponse;
import lectern.market.Goal;
import lectern.market.GoalForecast;
import lectern.market.Outcomes;
import lectern.math.RandomStream;
import lectern.simulate.Actions;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.PlatformState;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.Topic;

/** Marketing driven by data in "crossplatform" 3.3 and 9.4, on the simulated platform. */
public final class CrossplatformCampaigns implements ClaimSource {
  private static final List<Channel> PLACES =
      Arrays.stream(Channel.values()).filter(Channel::place).toList();

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/4-goals-channels-effects");
    for (String section : List.of("3.3", "9.4")) {
      list.add(
              section,
              "goals can be set from analysis",
              "buyers of three weeks forecast from the three before: whether the number lies in the"
                  + " 95 % interval",
              CrossplatformCampaigns::goals)
          .add(
              section,
              "the channels chosen by data suit the users",
              "two channels for those who are mostly met in each place, by measured response to"
                  + " messages dealt by lot: their true worth, beside the mean of all channels",
              CrossplatformCampaigns::channels)
          .add(
              section,
              "placing adverts by data and recommendation raises conversion",
              "purchases in six weeks with a message a week in the channel and of the topic that"
                  + " each user viewed most, and by lot",
              CrossplatformConcepts::adverts)
          .add(
              section,
              "watching and analysing a campaign shows its effect",
              "the 95 % interval of treated less others in 40 randomised campaigns on ten"
                  + " platforms: whether nine in ten hold the true effect",
              CrossplatformCampaigns::effects)
          .add(
              section,
              "going on to adjust by results pays",
              "purchases in six weeks with lists learnt anew each week, and learnt once before",
              CrossplatformContent::feedback);
    }
    return list.claims();
  }

  private static Checked goals(String section, String statement) {
    PlatformState state = PlatformTrials.nothing();
    int before = buyers(state, PlatformTrials.WARM, PlatformTrials.WARM + 3);
    int after = buyers(state, PlatformTrials.WARM + 3, PlatformTrials.WARM + 6);
    long users = state.users().size();
    GoalForecast forecast =
        GoalForecast.of(new Goal("buyers", before), new Proportion(before, users), users);
    return Claim.statement(section, statement)
        .check(
            forecast.interval().contains(after),
            String.format(
                Locale.ROOT,
                "%d buyers before, so %.0f are expected (%.0f to %.0f); there were %d",
                before,
                forecast.expected(),
                forecast.interval().low(),
                forecast.interval().high(),
                after));
  }

  private static int buyers(PlatformState state, int from, int to) {
    double[] did =
        Outcomes.did(
            state.log(),
            state.users(),
            PlatformTrials.weekStart(from),
            PlatformTrials.weekStart(to),
            Events.PURCHASE);
    return (int) Arrays.stream(did).sum();
  }

  /** Three weeks of messages by lot; what answers there were, by the place of each user. */
  private static final class Measured {
    static final PlatformState BEFORE = PlatformTrials.warm();
    static final PlatformTrials.Habits HABITS = PlatformTrials.Habits.of(BEFORE);
    static final ChannelResponse RESPONSE = measure();

    private static ChannelResponse measure() {
      PlatformState state = BEFORE.copy();
      List<ChannelResponse.Touch> touches = new ArrayList<>();
      for (int week = 0; week < 3; week++) {
        RandomStream random = RandomStream.of(42, "channels by lot", Integer.toString(week));
        Actions actions = new Actions();
        long time = PlatformTrials.weekStart(state.nextWeek());
        for (int u = 0; u < state.users().size(); u++) {
          Channel channel = PLACES.get(random.nextInt(PLACES.size()));
          if (state.present(u)) {
            actions.contact(u, new Contact(channel, Topic.values()[HABITS.topic(u)]));
            touches.add(new ChannelResponse.Touch(state.users().id(u), channel.id(), time));
          }
        }
        state.week(actions);
      }
      return ChannelResponse.measure(
          touches, id -> place(state.users().number(id)), state.log(), Events.PURCHASE, 7);
    }

    static String place(int user) {
      return PLACES.get(HABITS.place(user)).id();
    }
  }

  private static Checked channels(String section, String statement) {
    ChannelChoice choice =
        ChannelChoice.greedy(
            Measured.RESPONSE, new ChannelChoice.Economics(1, new LinkedHashMap<>()), 2);
    Map<String, List<String>> chosen = choice.chosen();
    var truth = Measured.BEFORE.truth();
    int users = Measured.BEFORE.users().size();
    double[] ofChosen = new double[users];
    double[] ofAll = new double[users];
    for (int u = 0; u < users; u++) {
      List<String> names = chosen.getOrDefault(Measured.place(u), List.of());
      Topic topic = Topic.values()[Measured.HABITS.topic(u)];
      for (Channel channel : PLACES) {
        double worth = truth.messageChance(u, new Contact(channel, topic));
        ofAll[u] += worth / PLACES.size();
        ofChosen[u] += names.contains(channel.id()) ? worth / names.size() : 0;
      }
    }
    return OmnichannelNeeds.rises(section, statement, "purchases a message", ofChosen, ofAll);
  }

  private static Checked effects(String section, String statement) {
    int covered = 0;
    int all = 0;
    for (long seed = 1; seed <= 10; seed++) {
      SimulatedPlatform platform = Simulation.run(PlatformTrials.OPTIONS.users(300), seed);
      for (var campaign : platform.campaigns()) {
        all++;
        covered +=
            platform.estimate(campaign.campaign().name()).covers(campaign.averageEffect()) ? 1 : 0;
      }
    }
    return Claim.statement(section, statement)
        .check(covered >= 0.9 * all, covered + " of " + all + " intervals hold the true effect");
  }
}
