package lectern.simulate;

/**
 * How a person judges a course: the formulas of the package page, in one place.
 *
 * <p>Everything that depends on who judges is multiplied by the interest strength, so that with 0
 * all judge alike.
 */
final class Choice {
  private static final double INTEREST = 3.2;
  private static final double USUAL_INTEREST = 0.25;
  private static final double FRIENDS = 0.8;
  private static final double PRICE_LEVEL = 22;

  private final Catalogue catalogue;
  private final double strength;
  private final double social;

  Choice(Catalogue catalogue, double strength, double social) {
    this.catalogue = catalogue;
    this.strength = strength;
    this.social = social;
  }

  /** What a course and a person have in common: Σₖ min(pₖ, qₖ). */
  double match(double[] interests, int course) {
    double[] mix = catalogue.mix[course];
    double match = 0;
    for (int k = 0; k < mix.length; k++) {
      match += Math.min(interests[k], mix[k]);
    }
    return match;
  }

  /** The interest that a match wakes: m³ / (m³ + θ³). */
  static double woken(double match, double threshold) {
    double m = match * match * match;
    return m / (m + threshold * threshold * threshold);
  }

  /** How sated one is with what a course is about: Σₖ qₖ sₖ. */
  double sated(double[] stock, int course) {
    double[] mix = catalogue.mix[course];
    double sated = 0;
    for (int k = 0; k < mix.length; k++) {
      sated += mix[k] * stock[k];
    }
    return sated;
  }

  /** The interest in a course at the moment, without a mood: 0 to 1. */
  double interest(Person person, PersonState state, int course) {
    double s = sated(state.stock, course);
    return woken(match(state.interests, course), person.threshold) / (1 + s * s);
  }

  /** The appeal of a course, without chance. */
  double appeal(Person person, PersonState state, Mood mood, int course, double friendsShare) {
    double s = sated(state.stock, course);
    double interest = woken(match(state.interests, course), person.threshold) / (1 + s * s);
    double personal =
        INTEREST * (mood.interest * interest - USUAL_INTEREST)
            + mood.novelty * Math.max(0, 1 - 2 * s)
            + social * FRIENDS * Math.sqrt(friendsShare);
    return catalogue.quality[course] + strength * personal;
  }

  /** The appeal to a person who is focused, has seen nothing yet and has no friends. */
  double appealAtRest(Person person, double[] interests, int course) {
    double interest = woken(match(interests, course), person.threshold);
    return catalogue.quality[course]
        + strength * INTEREST * (Mood.FOCUSED.interest * interest - USUAL_INTEREST);
  }

  /** The highest price that one would pay. */
  double worth(Person person, double appeal, double chance) {
    return PRICE_LEVEL
        * StrictMath.exp(
            0.9 * (appeal - 1)
                + 0.8 * chance
                + strength * (StrictMath.log(person.wealth) - person.priceSensitivity));
  }

  /** How well a course suited the one who took it, 0 to 1. */
  double outcome(Person person, PersonState state, int course, double chance) {
    double match = match(state.interests, course);
    double personal = strength * (woken(match, person.threshold) - 0.5);
    double outcome = 0.1 + 0.75 * catalogue.quality[course] + 0.35 * personal + 0.15 * chance;
    return Math.min(1, Math.max(0, outcome));
  }
}
