package lectern.simulate;

/**
 * A campaign under way: who takes part, who is treated, and what becomes of everybody both ways.
 */
final class Trial {
  final Campaign campaign;
  final int[] users;
  final boolean[] treated;
  final double[] chance;
  final int[] without;
  final int[] with;
  final double[] expected;
  final double[] paidWithout;
  final double[] paidWith;

  /** For each user of the platform his place in {@link #users}, or −1. */
  final int[] placeOf;

  Trial(Campaign campaign, World world, PersonState[] states) {
    this.campaign = campaign;
    int week = campaign.week();
    users =
        java.util.stream.IntStream.range(0, states.length)
            .filter(u -> world.joined(u, week) && !states[u].gone)
            .toArray();
    placeOf = new int[states.length];
    java.util.Arrays.fill(placeOf, -1);
    treated = new boolean[users.length];
    chance = new double[users.length];
    without = new int[users.length];
    with = new int[users.length];
    expected = new double[users.length];
    paidWithout = new double[users.length];
    paidWith = new double[users.length];
    Noise draw = Noise.of(world.seed, "assignment of " + campaign.name());
    for (int i = 0; i < users.length; i++) {
      int u = users[i];
      placeOf[u] = i;
      chance[i] = chance(world.people[u], states[u]);
      treated[i] = draw.uniform(u, 0, 0, 0) < chance[i];
    }
  }

  /**
   * The chance to be treated: the share; with confounding its log odds rise by 0.8 for each
   * doubling of activity from 2 sessions a week, and by 4 for each unit of interest from 0.15.
   */
  private double chance(Person person, PersonState state) {
    double share = campaign.treatedShare();
    if (campaign.assignment() == Campaign.Assignment.RANDOMISED) {
      return share;
    }
    double keen = state.interests[campaign.theme().ordinal()] - 0.15;
    double doublings = StrictMath.log(person.activity / 2) / StrictMath.log(2);
    double odds = StrictMath.log(share / (1 - share)) + 0.8 * doublings + 4 * keen;
    return 1 / (1 + StrictMath.exp(-odds));
  }

  /** Runs a user's week both ways; the state and the events of what came to be are kept. */
  boolean run(
      int user,
      PersonState[] states,
      Actions.ForUser others,
      java.util.function.BiFunction<PersonState, Actions.ForUser, UserWeek> weeks,
      EventList[] kept) {
    int i = placeOf[user];
    PersonState other = states[user].copy();
    PersonState real = states[user];
    Actions.ForUser asked = others.with(campaign.contact());
    UserWeek treatedWeek = weeks.apply(treated[i] ? real : other, asked);
    UserWeek plainWeek = weeks.apply(treated[i] ? other : real, others);
    boolean came = treatedWeek.run();
    plainWeek.run();
    without[i] = plainWeek.purchases();
    with[i] = treatedWeek.purchases();
    paidWithout[i] = plainWeek.paid;
    paidWith[i] = treatedWeek.paid;
    double putOffMore = (1 - treatedWeek.putOffChance()) / (1 - plainWeek.putOffChance()) - 1;
    expected[i] =
        plainWeek.bought * putOffMore + treatedWeek.messageChance - plainWeek.messageChance;
    kept[0] = treated[i] ? treatedWeek.events() : plainWeek.events();
    return came;
  }
}
