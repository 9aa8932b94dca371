package lectern.article;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.UserValues;
import lectern.market.Outcomes;
import lectern.math.RandomStream;
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
 * What-if on the simulated platform: the same people from the same week on under two policies,
 * which meet the same chance. Differences are paired by user.
 */
final class PlatformTrials {
  static final long SEED = 42;

  /** Weeks in which nothing is done, from which policies learn. */
  static final int WARM = 6;

  /** Weeks under a policy. */
  static final int WEEKS = 6;

  static final int LIST = 10;
  static final SimulationOptions OPTIONS = SimulationOptions.usual().users(1000);

  private static final UserKnn.Options NEIGHBOURS =
      new UserKnn.Options(50, UserKnn.Scoring.WEIGHTED_SUM);

  private PlatformTrials() {}

  private static final class Warm {
    static final PlatformState STATE = Simulation.start(OPTIONS, SEED);

    static {
      for (int week = 0; week < WARM; week++) {
        STATE.week();
      }
    }
  }

  /** The platform after the warm weeks; a copy for each who asks. */
  static PlatformState warm() {
    return Warm.STATE.copy();
  }

  /** {@link #WEEKS} more weeks in which nothing is done; run once, do not run it on. */
  static PlatformState nothing() {
    return Nothing.STATE;
  }

  /** {@link #WEEKS} more weeks in which everybody is shown what is viewed and bought most. */
  static PlatformState sameForAll() {
    return SameForAll.STATE;
  }

  /** {@link #WEEKS} more weeks in which everybody is shown what similar users view and buy. */
  static PlatformState personal() {
    return Personal.STATE;
  }

  private static final class Nothing {
    static final PlatformState STATE = after(WEEKS, state -> new Actions());
  }

  private static final class SameForAll {
    static final PlatformState STATE = after(WEEKS, lists(Popularity::fit));
  }

  private static final class Personal {
    static final PlatformState STATE = after(WEEKS, lists(had -> UserKnn.fit(had, NEIGHBOURS)));
  }

  /** {@link #WEEKS} more weeks with one message a week, its channel and theme chosen from data. */
  static PlatformState aimed() {
    return Aimed.STATE;
  }

  /** {@link #WEEKS} more weeks with one message a week, its channel and theme drawn by lot. */
  static PlatformState byLot() {
    return ByLot.STATE;
  }

  private static final class Aimed {
    static final PlatformState STATE = after(WEEKS, state -> messages(state, Habits.of(state)));
  }

  private static final class ByLot {
    static final PlatformState STATE = after(WEEKS, state -> messages(state, null));
  }

  /** A message to everybody: by a user's habits, or by lot where there are none. */
  private static Actions messages(PlatformState state, Habits habits) {
    RandomStream random =
        RandomStream.of(SEED, "messages by lot", Integer.toString(state.nextWeek()));
    List<Channel> places = Arrays.stream(Channel.values()).filter(Channel::place).toList();
    Actions actions = new Actions();
    for (int u = 0; u < state.users().size(); u++) {
      Channel channel = places.get(random.nextInt(places.size()));
      Topic theme = Topic.values()[random.nextInt(Topic.values().length)];
      if (state.present(u)) {
        Contact contact =
            habits == null
                ? new Contact(channel, theme)
                : new Contact(places.get(habits.place(u)), Topic.values()[habits.topic(u)]);
        actions.contact(u, contact);
      }
    }
    return actions;
  }

  /**
   * What each user did most so far.
   *
   * @param places views by user and place, in the order of {@link Channel}
   * @param topics views by user and topic
   */
  record Habits(int[][] places, int[][] topics) {
    static Habits of(PlatformState state) {
      EventLog log = state.log();
      int[][] places = new int[state.users().size()][Channel.values().length];
      int[][] topics = new int[state.users().size()][Topic.values().length];
      for (int row = 0; row < log.size(); row++) {
        if (log.is(row, Events.VIEW)) {
          places[log.user(row)][Channel.of(log.platformId(row)).ordinal()]++;
          topics[log.user(row)][state.topic(log.course(row)).ordinal()]++;
        }
      }
      return new Habits(places, topics);
    }

    int place(int user) {
      return most(places[user]);
    }

    int topic(int user) {
      return most(topics[user]);
    }

    private static int most(int[] counts) {
      return IntStream.range(0, counts.length)
          .reduce(0, (best, i) -> counts[i] > counts[best] ? i : best);
    }
  }

  /** What a policy does in the next week. */
  @FunctionalInterface
  interface Policy {
    Actions of(PlatformState state);
  }

  /** The platform after so many more weeks under a policy. */
  static PlatformState after(int weeks, Policy policy) {
    PlatformState state = warm();
    for (int week = 0; week < weeks; week++) {
      state.week(policy.of(state));
    }
    return state;
  }

  /** Each week a list for everybody from a model fitted on what was viewed and bought so far. */
  static Policy lists(Function<Interactions, Recommender> fit) {
    return state -> {
      Recommender model = fit.apply(viewsAndPurchases(state.log()));
      Interactions bought = state.log().interactions(Events.PURCHASE);
      Actions actions = new Actions();
      for (int u = 0; u < state.users().size(); u++) {
        String id = state.users().id(u);
        int[] owned = numbers(bought, id, model.items());
        int[] courses =
            model.top(model.users().number(id), LIST, user -> owned).stream()
                .mapToInt(s -> state.courses().number(s.id()))
                .toArray();
        actions.suggest(u, courses);
      }
      return actions;
    };
  }

  /** What a user has, by the numbers of these items, rising. */
  private static int[] numbers(Interactions had, String user, IdIndex items) {
    int number = had.users().number(user);
    return number < 0
        ? new int[0]
        : Arrays.stream(had.itemsOf(number))
            .map(item -> items.number(had.items().id(item)))
            .filter(item -> item >= 0)
            .sorted()
            .toArray();
  }

  /** A view counts 1, a purchase 3. */
  static Interactions viewsAndPurchases(EventLog log) {
    Map<String, Double> weights = new TreeMap<>();
    weights.put(Events.VIEW, 1.0);
    weights.put(Events.PURCHASE, 3.0);
    return log.interactions(weights);
  }

  /** When a week of the platform begins, in seconds since 1970. */
  static long weekStart(int week) {
    return OPTIONS.start().plusWeeks(week).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /** Purchases of each user since the warm weeks. */
  static double[] purchases(PlatformState state) {
    return counted(state, Events.PURCHASE);
  }

  /** Events of this kind of each user since the warm weeks. */
  static double[] counted(PlatformState state, String event) {
    return Outcomes.count(state.log(), state.users(), weekStart(WARM), end(state), event);
  }

  /** Days on which each user came since the warm weeks. */
  static double[] activeDays(PlatformState state) {
    return Outcomes.activeDays(state.log(), state.users(), weekStart(WARM), end(state));
  }

  /** 1 for each user who has not left, else 0. */
  static double[] stayed(PlatformState state) {
    return users(state, u -> state.present(u) ? 1.0 : 0.0);
  }

  /** True satisfaction of each user. */
  static double[] satisfaction(PlatformState state) {
    var truth = state.truth();
    return users(state, truth::satisfaction);
  }

  /** True loyalty of each user. */
  static double[] loyalty(PlatformState state) {
    var truth = state.truth();
    return users(state, truth::loyalty);
  }

  private static double[] users(PlatformState state, Function<Integer, Double> of) {
    return IntStream.range(0, state.users().size()).mapToDouble(of::apply).toArray();
  }

  private static long end(PlatformState state) {
    return weekStart(state.nextWeek());
  }

  /** The mean difference over users with its 95 % interval. */
  static PairedComparison compare(double[] with, double[] without) {
    return PairedComparison.of(
        "with", UserValues.of(with), "without", UserValues.of(without), new Bootstrap(), SEED);
  }

  static boolean rises(PairedComparison difference) {
    return difference.interval().low() > 0;
  }

  /** "purchases a user: 1.20 against 1.00, difference 0.20 [0.10, 0.30]". */
  static String words(String what, double[] with, double[] without) {
    PairedComparison difference = compare(with, without);
    return String.format(
        Locale.ROOT,
        "%s: %.3f against %.3f, difference %+.3f (95 %% interval %+.3f to %+.3f)",
        what,
        Arrays.stream(with).average().orElseThrow(),
        Arrays.stream(without).average().orElseThrow(),
        difference.difference(),
        difference.interval().low(),
        difference.interval().high());
  }

  /** The numbers of the courses of a topic, the most bought so far first. */
  static List<Integer> coursesOf(PlatformState state, String topic) {
    EventLog log = state.log();
    IdIndex courses = state.courses();
    int[] sold = new int[courses.size()];
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.PURCHASE)) {
        sold[courses.number(log.courseId(row))]++;
      }
    }
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < sold.length; c++) {
      if (state.topic(c).id().equals(topic)) {
        found.add(c);
      }
    }
    found.sort((a, b) -> Integer.compare(sold[b], sold[a]));
    return found;
  }
}
