package lectern.simulate;

import java.util.List;

/**
 * One user's week. It reads what others did in earlier weeks and changes nothing but the user's own
 * state, so that users may be run in any order and twice.
 */
final class UserWeek {
  private static final int SEARCHED = 4;
  private static final int BROWSED = 6;

  private final World world;
  private final int week;
  private final int user;
  private final Person person;
  private final PersonState state;
  private final Actions.ForUser actions;
  private final double[] cuts;
  private final long[][] talkedAbout;
  private final EventList out;

  private final double[] seen = new double[Topic.values().length];
  private final double[] had = new double[seen.length];
  private final int[] candidates = new int[Actions.LONGEST_LIST + SEARCHED + BROWSED];
  private final Cause[] causes = new Cause[candidates.length];
  private final long[] putOffNow;
  private double putOffChance;
  private int sessions;
  private int wanted; // courses worth their price so far, those put off included

  /** How many courses were bought, other than through messages; put off ones are not bought. */
  int bought;

  /** How many courses were bought through messages. */
  int boughtThroughMessages;

  /** The expected number of those. */
  double messageChance;

  double paid;

  UserWeek(
      World world,
      int week,
      int user,
      PersonState state,
      Actions.ForUser actions,
      double[] cuts,
      long[][] talkedAbout,
      EventList out) {
    this.world = world;
    this.week = week;
    this.user = user;
    this.person = world.people[user];
    this.state = state;
    this.actions = actions;
    this.cuts = cuts;
    this.talkedAbout = talkedAbout;
    this.out = out;
    putOffNow = new long[state.owned.length];
  }

  double putOffChance() {
    return putOffChance;
  }

  int purchases() {
    return bought + boughtThroughMessages;
  }

  EventList events() {
    return out;
  }

  /** Runs the week; true if the user came. */
  boolean run() {
    state.startWeek();
    if (state.gone || !world.joined(user, week)) {
      return false;
    }
    if (!actions.contacts().isEmpty()) {
      putOffChance = world.response.putOff(person, state, actions.contacts().size());
    }
    followUps();
    double rate =
        person.activity
            * world.options.activity()
            * StrictMath.exp(0.8 * (state.satisfaction - 0.5) - 1.6 * state.fatigue);
    sessions = world.sessions.poisson(rate, user, week, 0, 0);
    for (int session = 0; session < sessions; session++) {
      session(session);
    }
    readMessages();
    endWeek();
    return sessions > 0;
  }

  private long time(int session) {
    return world.weekStart(week)
        + Rhythm.second(
            person.segment,
            world.when.uniform(user, week, session, 0),
            world.when.uniform(user, week, session, 1),
            world.when.uniform(user, week, session, 2),
            world.when.uniform(user, week, session, 3));
  }

  /** Adds an event; what would come after the week's end comes at its last second. */
  private void add(int course, int event, int place, long time, double value, Cause cause) {
    long last = world.weekStart(week + 1) - 1;
    out.add(user, course, event, place, Math.min(time, last), value, cause);
  }

  private void session(int session) {
    long time = time(session);
    int place = Draws.pick(person.places, world.where.uniform(user, week, session, 0));
    if (world.moods.uniform(user, week, session, 0) > 0.6) {
      state.mood = Mood.values()[(int) (3 * world.moods.uniform(user, week, session, 1))];
    }
    int count = gather(session, time, place);
    double bar = state.mood.bar + 0.5 * wanted;
    for (int i = 0; i < count; i++) {
      int course = candidates[i];
      boolean looks = world.shown.uniform(user, week, session, 100 + i) < 1 / (1 + 0.06 * i);
      if (!looks || state.owns(course) || PersonState.has(putOffNow, course)) {
        continue;
      }
      double appeal = world.choice.appeal(person, state, state.mood, course, friendsShare(course));
      if (appeal + 0.5 * world.clicks.normal(user, week, session, course) > bar) {
        int before = wanted;
        time = look(session, course, appeal, place, time + 20 + i, causes[i]);
        bar += 0.25 + (wanted > before ? 0.5 : 0);
      }
    }
  }

  /** Collects what the session brings before the user's eyes, suggestions first. */
  private int gather(int session, long time, int place) {
    int count = 0;
    int listed = Math.min(actions.suggested().length, Actions.LONGEST_LIST);
    for (int i = 0; i < listed; i++) {
      count = candidate(count, actions.suggested()[i], Cause.SUGGESTED);
    }
    if (world.shown.uniform(user, week, session, 0) < 0.35) {
      int topic = searchTopic(session);
      add(-1, EventList.SEARCH, place, time, Double.NaN, Cause.SEARCHED);
      for (int i = 0; i < SEARCHED; i++) {
        double draw = world.shown.uniform(user, week, session, 10 + i);
        count = candidate(count, world.catalogue.pick(topic, draw), Cause.SEARCHED);
      }
    }
    for (int i = 0; i < BROWSED; i++) {
      double draw = world.shown.uniform(user, week, session, 20 + i);
      count = candidate(count, world.catalogue.pick(draw), Cause.BROWSED);
    }
    return count;
  }

  private int candidate(int count, int course, Cause cause) {
    for (int i = 0; i < count; i++) {
      if (candidates[i] == course) {
        return count;
      }
    }
    candidates[count] = course;
    causes[count] = cause;
    return count + 1;
  }

  /** Own interests with the chance min(1, strength), else whatever the catalogue is full of. */
  private int searchTopic(int session) {
    boolean own = world.shown.uniform(user, week, session, 1) < world.options.interestStrength();
    return Draws.pick(
        own ? state.interests : world.catalogue.topicFame,
        world.shown.uniform(user, week, session, 2));
  }

  private double friendsShare(int course) {
    int[] follows = world.network.follows[user];
    int count = 0;
    for (int other : follows) {
      count += PersonState.has(talkedAbout[other], course) ? 1 : 0;
    }
    return count == 0 ? 0 : count / (double) follows.length;
  }

  /** The user opens a course's page; what may follow. Returns the time at the end. */
  private long look(int session, int course, double appeal, int place, long from, Cause cause) {
    double minutes =
        StrictMath.exp(
            1.9 + 0.5 * (appeal - 1) + 0.6 * world.minutes.normal(user, week, session, course));
    minutes = Math.max(0.1, Math.rint(minutes * 10) / 10);
    add(course, EventList.CLICK, place, from, Double.NaN, cause);
    add(course, EventList.VIEW, place, from + 2, minutes, cause);
    double[] mix = world.catalogue.mix[course];
    for (int k = 0; k < mix.length; k++) {
      seen[k] += mix[k];
    }
    long end = from + 2 + (long) (60 * minutes);
    double liking = Math.min(2, Math.max(0.2, appeal));
    deed(session, course, EventList.FAVOURITE, 0.10 * liking, place, end - 1, cause);
    deed(session, course, EventList.SHARE, 0.03 * liking, place, end + 5, cause);
    deed(session, course, EventList.COMMENT, 0.12 * person.sociability, place, end + 8, cause);
    deed(session, course, EventList.SUBSCRIBE, 0.05 * liking, place, end + 9, cause);
    decide(session, course, appeal, place, end + 15, cause);
    return end + 30;
  }

  private void deed(
      int session, int course, int event, double chance, int place, long time, Cause cause) {
    if (world.deeds.uniform(user, week, session * 16 + event, course) < chance) {
      add(course, event, place, time, Double.NaN, cause);
    }
  }

  /** The user buys if the course is worth more than what is asked. */
  private void decide(int session, int course, double appeal, int place, long time, Cause cause) {
    double full = world.catalogue.price[course];
    double reduced = full * (1 - cuts[course]);
    double asked = reduced * (1 - actions.coupon());
    double worth =
        world.choice.worth(person, appeal, world.wishes.normal(user, week, session, course));
    if (worth <= asked) {
      return;
    }
    wanted++;
    if (world.messages.uniform(user, week, 50 + session, course) < putOffChance) {
      putOffNow[course >> 6] |= 1L << course;
      return;
    }
    Cause why = worth > full ? cause : worth > reduced ? Cause.DISCOUNT : Cause.COUPON;
    buy(course, place, time, asked, why);
    bought++;
  }

  private void buy(int course, int place, long time, double price, Cause cause) {
    double rounded = Math.rint(price * 100) / 100;
    add(course, EventList.PURCHASE, place, time, rounded, cause);
    paid += rounded;
    state.buy(course);
    double[] mix = world.catalogue.mix[course];
    for (int k = 0; k < mix.length; k++) {
      had[k] += 0.6 * mix[k]; // felt from next week on, so that messages leave this week as it is
    }
    CourseRun.plan(world, user, week, course, rounded, place, state);
  }

  /** What was planned for this week when courses were bought. */
  private void followUps() {
    for (PersonState.Pending due : state.pending) {
      if (due.week() == week) {
        long time = world.weekStart(week) + due.second();
        add(due.course(), due.event(), due.place(), time, due.value(), Cause.FOLLOWED);
        if (due.event() == EventList.REFUND) {
          state.satisfaction *= 0.8;
        } else if (due.event() == EventList.COMPLETION) {
          state.satisfaction = 0.8 * state.satisfaction + 0.2 * due.value();
        }
      }
    }
    state.pending.removeIf(due -> due.week() <= week);
  }

  /** Each message may bring a purchase that would not have been. */
  private void readMessages() {
    List<Contact> contacts = actions.contacts();
    for (int i = 0; i < contacts.size(); i++) {
      Contact contact = contacts.get(i);
      double chance = world.response.chance(person, state, contact, i);
      messageChance += chance;
      if (world.messages.uniform(user, week, i, 0) < chance) {
        int course = messageCourse(contact, i);
        if (course >= 0) {
          int place = contact.channel().landing().ordinal();
          long time = time(40 + i);
          double cut = 1 - (1 - cuts[course]) * (1 - contact.discount());
          add(course, EventList.CLICK, place, time, Double.NaN, Cause.MESSAGE);
          double price = world.catalogue.price[course] * (1 - cut);
          buy(course, place, time + 240, price, Cause.MESSAGE);
          boughtThroughMessages++;
        }
      }
    }
    state.contactLoad = 0.6 * state.contactLoad + contacts.size();
  }

  /** A course of the theme that one does not own, by fame; one at all with strength 0. */
  private int messageCourse(Contact contact, int message) {
    int theme = contact.theme().ordinal();
    boolean themed =
        world.messages.uniform(user, week, message, 1) < world.options.interestStrength();
    for (int tries = 0; tries < 30; tries++) {
      double draw = world.messages.uniform(user, week, message, 2 + tries);
      int course = themed ? world.catalogue.pick(theme, draw) : world.catalogue.pick(draw);
      if (!unavailable(course)) {
        return course;
      }
    }
    for (int course : world.catalogue.ofTopic(theme)) {
      if (!unavailable(course)) {
        return course;
      }
    }
    return -1;
  }

  private boolean unavailable(int course) {
    return state.owns(course) || PersonState.has(putOffNow, course);
  }

  private void endWeek() {
    double narrow = 0;
    boolean shown = sessions > 0 && actions.suggested().length > 0;
    if (shown) {
      narrow = Narrowness.of(actions.suggested(), world.catalogue);
    }
    state.fatigue = 0.75 * state.fatigue + 0.25 * narrow;
    Narrowness.drift(state.interests, person.interests, seen, narrow);
    for (int k = 0; k < seen.length; k++) {
      state.stock[k] = 0.75 * (state.stock[k] + had[k] + 0.03 * seen[k]);
    }
    state.leaveChance = leaveChance();
    if (world.leaving.uniform(user, week, 0, 0) < state.leaveChance) {
      state.gone = true;
      state.leftWeek = week;
    }
  }

  private double leaveChance() {
    double chance =
        0.008
            * StrictMath.exp(-3 * (state.satisfaction - 0.5))
            * (1 + 12 * state.fatigue * state.fatigue)
            * (1 + 0.3 * Math.max(0, state.contactLoad - 3));
    return Math.min(0.5, chance);
  }
}
