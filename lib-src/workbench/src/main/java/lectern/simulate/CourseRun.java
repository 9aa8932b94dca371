package lectern.simulate;

/** What becomes of a course once it is bought: refund, or completion and perhaps a rating. */
final class CourseRun {
  private CourseRun() {}

  /** Puts what will happen on the user's list of what is to come. */
  static void plan(
      World world, int user, int week, int course, double price, int place, PersonState state) {
    Person person = world.people[user];
    Noise noise = world.courseRuns;
    double outcome =
        world.choice.outcome(person, state, course, noise.normal(user, week, course, 0));
    if (noise.uniform(user, week, course, 1) < 0.02 + 0.5 * Math.max(0, 0.45 - outcome)) {
      long second = second(noise.uniform(user, week, course, 2));
      state.pending.add(
          new PersonState.Pending(week + 1, EventList.REFUND, course, second, price, place));
      return;
    }
    int last = week + 1 + (int) (3 * noise.uniform(user, week, course, 3));
    double done = outcome + 0.15 + 0.2 * noise.normal(user, week, course, 4);
    done = Math.rint(100 * Math.min(1, Math.max(0, done))) / 100;
    long second = second(noise.uniform(user, week, course, 5));
    state.pending.add(
        new PersonState.Pending(last, EventList.COMPLETION, course, second, done, place));
    if (noise.uniform(user, week, course, 6) < 0.55) {
      double stars =
          1 + 4 * outcome + person.generosity + 0.4 * noise.normal(user, week, course, 7);
      stars = Math.min(5, Math.max(1, Math.rint(stars)));
      state.pending.add(
          new PersonState.Pending(last, EventList.RATING, course, second + 900, stars, place));
    }
  }

  /** A second of the week's first six days, between 7 and 23 o'clock. */
  private static long second(double uniform) {
    double days = 6 * uniform;
    long day = (long) days;
    return day * World.DAY + (long) ((7 + 16 * (days - day)) * 3600);
  }
}
