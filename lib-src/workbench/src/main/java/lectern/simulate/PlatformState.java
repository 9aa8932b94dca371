package lectern.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.Parallel;

/**
 * A platform that runs week by week under a policy of yours.
 *
 * <pre>{@code
 * var state = Simulation.start(options, seed);
 * for (int w = 0; w < 8; w++) {
 *   Week week = state.week(policy.actions(state));   // suggestions, messages, coupons, price cuts
 *   policy.learn(week.events());
 * }
 * }</pre>
 *
 * <p>Two runs with the same options and seed meet the same chance whatever their policies do: every
 * draw has an address of purpose, user, week and place. What is done to one user reaches others
 * only through purchases that those who follow him hear of, from the next week on. Campaigns and
 * discounts of the options are not run here; the policy decides. One thread at a time.
 */
public final class PlatformState implements Displayable {
  private static final int BLOCK = 64;

  private final World world;
  private final PersonState[] states;
  private final Community community;
  private final EventList all = new EventList();
  private final List<Week> weeks = new ArrayList<>();

  PlatformState(SimulationOptions options, long seed) {
    world = new World(options, seed);
    states = new PersonState[options.users()];
    for (int u = 0; u < states.length; u++) {
      states[u] = new PersonState(world.people[u].interests, options.courses());
    }
    community = new Community(world);
  }

  private PlatformState(PlatformState from) {
    world = from.world;
    states = Arrays.stream(from.states).map(PersonState::copy).toArray(PersonState[]::new);
    community = from.community.copy();
    all.addAll(from.all);
    weeks.addAll(from.weeks);
  }

  /** A platform of its own at the same point: to try what another policy would do from here. */
  public PlatformState copy() {
    return new PlatformState(this);
  }

  /** The next week's number, from 0. */
  public int nextWeek() {
    return weeks.size();
  }

  /** The users and their numbers: the same in every log. */
  public IdIndex users() {
    return world.userIds;
  }

  /** The courses and their numbers: the same in every log. */
  public IdIndex courses() {
    return world.courseIds;
  }

  /** The courses' prices, by number. */
  public double[] prices() {
    return world.catalogue.price.clone();
  }

  /** The courses' topics, by number. */
  public Topic topic(int course) {
    return Topic.values()[world.catalogue.topic[course]];
  }

  /** True when the user has joined and has not left, as far as anybody can know. */
  public boolean present(int user) {
    return world.joined(user, nextWeek()) && !states[user].gone;
  }

  /** All events so far, with attributes. */
  public EventLog log() {
    return Logs.of(world, all);
  }

  /** What happened in the weeks so far. */
  public List<Week> weeks() {
    return List.copyOf(weeks);
  }

  /** What nobody on a real platform knows, as it stands now. */
  public PlatformTruth truth() {
    return new PlatformTruth(world, states, nextWeek());
  }

  /** Runs the next week with nothing done. */
  public Week week() {
    return week(new Actions());
  }

  /**
   * Runs the next week.
   *
   * @throws UserError if the actions name a user or course that there is not
   */
  public Week week(Actions actions) {
    return week(actions, List.of());
  }

  Week week(Actions actions, List<Trial> trials) {
    int n = states.length;
    actions.check(n, world.catalogue.size);
    int number = nextWeek();
    double[] cuts = cuts(actions);
    long[][] talkedAbout = new long[n][];
    for (int u = 0; u < n; u++) {
      talkedAbout[u] = states[u].talkedAbout();
    }
    EventList[] parts = new EventList[(n + BLOCK - 1) / BLOCK];
    boolean[] came = new boolean[n];
    Parallel.forBlocks(
        n,
        BLOCK,
        (from, to) -> {
          EventList part = new EventList();
          for (int u = from; u < to; u++) {
            came[u] = run(u, number, actions.of(u), trials, cuts, talkedAbout, part);
          }
          parts[from / BLOCK] = part;
        });
    EventList happened = new EventList();
    for (EventList part : parts) {
      happened.addAll(part);
    }
    EventList sorted = happened.rows(happened.byTime(0));
    all.addAll(sorted);
    community.week(number, came, states);
    Week week = Week.of(world, number, sorted, came, states, actions.contacts());
    weeks.add(week);
    return week;
  }

  private boolean run(
      int user,
      int week,
      Actions.ForUser actions,
      List<Trial> trials,
      double[] cuts,
      long[][] talkedAbout,
      EventList out) {
    for (Trial trial : trials) {
      if (trial.placeOf[user] >= 0) {
        EventList[] kept = new EventList[1];
        boolean came =
            trial.run(
                user,
                states,
                actions,
                (state, acts) ->
                    new UserWeek(
                        world, week, user, state, acts, cuts, talkedAbout, new EventList()),
                kept);
        out.addAll(kept[0]);
        return came;
      }
    }
    return new UserWeek(world, week, user, states[user], actions, cuts, talkedAbout, out).run();
  }

  /** The part that price cuts take off each course; of several the largest. */
  private double[] cuts(Actions actions) {
    double[] cuts = new double[world.catalogue.size];
    for (TimedDiscount cut : actions.discounts()) {
      for (int c = 0; c < cuts.length; c++) {
        double strength = world.options.interestStrength();
        cuts[c] = Math.max(cuts[c], world.catalogue.cut(c, cut.theme(), cut.discount(), strength));
      }
    }
    return cuts;
  }

  World world() {
    return world;
  }

  PersonState[] states() {
    return states;
  }

  EventList events() {
    return all;
  }

  Community community() {
    return community;
  }

  @Override
  public String toString() {
    return "a platform of "
        + states.length
        + " users and "
        + world.catalogue.size
        + " courses after "
        + nextWeek()
        + " weeks";
  }

  @Override
  public MimeBundle bundle() {
    return Week.bundle(toString(), weeks);
  }
}
