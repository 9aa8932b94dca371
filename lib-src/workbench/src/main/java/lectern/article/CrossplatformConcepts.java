package lectern.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.math.RandomStream;
import lectern.simulate.Actions;
import lectern.simulate.Channel;
import lectern.simulate.PlatformState;
import lectern.simulate.Topic;

/** What "crossplatform" 2 promises of many channels, of analysis and of deciding by data. */
public final class CrossplatformConcepts implements ClaimSource {
  private static final double CUT = 0.3;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/4-goals-channels-effects");
    reach(list);
    analysis(list);
    decisions(list);
    return list.claims();
  }

  private static void reach(ClaimList list) {
    list.add(
        "2",
        "several channels reach users of more kinds",
        "of each true segment, the share of users whom the simulated platform met in its busiest"
            + " channel, and in all",
        (section, statement) -> {
          double[] one = new double[2];
          double[] all = new double[2];
          Channel busiest = busiest();
          for (int segment = 0; segment < 2; segment++) {
            // 0: the segment that is met least in the busiest channel; 1: the mean of all segments
            one[segment] = met(busiest, segment == 0);
            all[segment] = met(null, segment == 0);
          }
          return Claim.statement(section, statement)
              .check(
                  all[0] > one[0],
                  String.format(
                      Locale.ROOT,
                      "%s alone met %.0f %% of users, and %.0f %% of the segment met least; all"
                          + " channels %.0f %% and %.0f %%",
                      busiest.id(),
                      100 * one[1],
                      100 * one[0],
                      100 * all[1],
                      100 * all[0]));
        });
  }

  private static Channel busiest() {
    EventLog log = PlatformTrials.nothing().log();
    int[] events = new int[Channel.values().length];
    for (int row = 0; row < log.size(); row++) {
      events[Channel.of(log.platformId(row)).ordinal()]++;
    }
    int most = Arrays.stream(events).max().orElseThrow();
    return Arrays.stream(Channel.values())
        .filter(c -> events[c.ordinal()] == most)
        .findFirst()
        .orElseThrow();
  }

  /** The share of users with an event in a channel (or any), least over segments or of all. */
  private static double met(Channel channel, boolean least) {
    PlatformState state = PlatformTrials.nothing();
    EventLog log = state.log();
    boolean[] met = new boolean[state.users().size()];
    for (int row = 0; row < log.size(); row++) {
      met[log.user(row)] |= channel == null || log.platformId(row).equals(channel.id());
    }
    int[] segments = state.truth().segments();
    double[] there = new double[5];
    double[] size = new double[5];
    for (int u = 0; u < met.length; u++) {
      size[segments[u]]++;
      there[segments[u]] += met[u] ? 1 : 0;
    }
    double lowest = 1;
    for (int s = 0; s < 5; s++) {
      lowest = Math.min(lowest, size[s] == 0 ? 1 : there[s] / size[s]);
    }
    return least ? lowest : Arrays.stream(there).sum() / met.length;
  }

  private static void analysis(ClaimList list) {
    list.add(
            "2",
            "personal content from analysed behaviour raises satisfaction",
            "true satisfaction after six weeks with lists of similar users, and with the same list"
                + " for everybody",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "satisfaction",
                    PlatformTrials.satisfaction(PlatformTrials.personal()),
                    PlatformTrials.satisfaction(PlatformTrials.sameForAll())))
        .add(
            "2",
            "personal content from analysed behaviour raises loyalty",
            "true loyalty, the chance still to be there in 26 weeks, after the same six weeks",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "loyalty",
                    PlatformTrials.loyalty(PlatformTrials.personal()),
                    PlatformTrials.loyalty(PlatformTrials.sameForAll())));
  }

  private static void decisions(ClaimList list) {
    list.add(
            "2",
            "placing adverts by data raises conversion",
            "purchases in six weeks with a message a week in the channel and of the topic that each"
                + " user viewed most, and by lot",
            CrossplatformConcepts::adverts)
        .add(
            "2",
            "recommending by data makes users come more often",
            "days on which each user came in six weeks with lists of similar users, and with the"
                + " same list for everybody",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "days",
                    PlatformTrials.activeDays(PlatformTrials.personal()),
                    PlatformTrials.activeDays(PlatformTrials.sameForAll())))
        .add(
            "2",
            "campaigns by data make more users take part",
            "who buys in six weeks with 30 % off the topic that was viewed most in the week before,"
                + " and off one drawn by lot",
            (section, statement) -> {
              double[] data = bought(state -> off(popularTopic(state)));
              double[] lot = bought(state -> off(drawnTopic(state)));
              return OmnichannelNeeds.rises(section, statement, "share who bought", data, lot);
            });
  }

  static Checked adverts(String section, String statement) {
    return OmnichannelNeeds.rises(
        section,
        statement,
        "purchases a user",
        PlatformTrials.purchases(PlatformTrials.aimed()),
        PlatformTrials.purchases(PlatformTrials.byLot()));
  }

  private static double[] bought(PlatformTrials.Policy policy) {
    PlatformState state = PlatformTrials.after(PlatformTrials.WEEKS, policy);
    return Arrays.stream(PlatformTrials.purchases(state)).map(n -> n > 0 ? 1 : 0).toArray();
  }

  private static Actions off(Topic topic) {
    return new Actions().discount(topic, CUT);
  }

  private static Topic popularTopic(PlatformState state) {
    EventLog log = state.weeks().get(state.nextWeek() - 1).events();
    int[] views = new int[Topic.values().length];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        views[state.topic(log.course(row)).ordinal()]++;
      }
    }
    int most = Arrays.stream(views).max().orElseThrow();
    return Arrays.stream(Topic.values())
        .filter(t -> views[t.ordinal()] == most)
        .findFirst()
        .orElseThrow();
  }

  private static Topic drawnTopic(PlatformState state) {
    RandomStream random = RandomStream.of(42, "topic by lot", Integer.toString(state.nextWeek()));
    return Topic.values()[random.nextInt(Topic.values().length)];
  }
}
