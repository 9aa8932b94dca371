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
import lectern.recommend.Exclude;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.UserKnn;
import lectern.simulate.Actions;
import lectern.simulate.PlatformState;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;

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
      Interactions had = viewsAndPurchases(state.log());
      Recommender model = fit.apply(had);
      Exclude bought = Exclude.seen(owned(state, had));
      Actions actions = new Actions();
      for (int u = 0; u < state.users().size(); u++) {
        int number = had.users().number(state.users().id(u));
        int[] courses =
            model.top(number, LIST, bought).stream()
                .mapToInt(s -> state.courses().number(s.id()))
                .toArray();
        actions.suggest(u, courses);
      }
      return actions;
    };
  }

  /** A view counts 1, a purchase 3. */
  static Interactions viewsAndPurchases(EventLog log) {
    Map<String, Double> weights = new TreeMap<>();
    weights.put(Events.VIEW, 1.0);
    weights.put(Events.PURCHASE, 3.0);
    return log.interactions(weights);
  }

  /** The cells of a matrix in which something was bought. */
  private static Interactions owned(PlatformState state, Interactions had) {
    Interactions bought = state.log().interactions(Events.PURCHASE);
    boolean[] kept = new boolean[had.size()];
    for (int u = 0; u < had.userCount(); u++) {
      int buyer = bought.users().number(had.users().id(u));
      for (int cell = had.start(u); cell < had.start(u + 1) && buyer >= 0; cell++) {
        int item = bought.items().number(had.items().id(had.item(cell)));
        kept[cell] = item >= 0 && bought.find(buyer, item) >= 0;
      }
    }
    return had.keep(kept);
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
