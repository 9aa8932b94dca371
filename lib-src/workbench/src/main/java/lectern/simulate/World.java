package lectern.simulate;

import java.time.ZoneOffset;
import java.util.Arrays;
import lectern.data.IdIndex;

/** What does not change while the platform runs: courses, people, who follows whom, and chance. */
final class World {
  /** The platform's clocks show Beijing time. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  static final long DAY = 86_400;
  static final long WEEK = 7 * DAY;

  final SimulationOptions options;
  final long seed;
  final Catalogue catalogue;
  final IdIndex userIds;
  final IdIndex courseIds;
  final Person[] people;
  final Network network;
  final Accounts accounts;
  final Choice choice;
  final Response response;
  final long start;

  final Noise sessions;
  final Noise when;
  final Noise where;
  final Noise moods;
  final Noise shown;
  final Noise clicks;
  final Noise minutes;
  final Noise wishes;
  final Noise deeds;
  final Noise courseRuns;
  final Noise messages;
  final Noise leaving;
  final Noise posts;

  World(SimulationOptions options, long seed) {
    this.options = options;
    this.seed = seed;
    catalogue = new Catalogue(options.courses(), seed);
    String[] ids = Ids.of("u", options.users());
    userIds = IdIndex.inThisOrder(Arrays.asList(ids));
    courseIds = IdIndex.inThisOrder(Arrays.asList(catalogue.ids));
    people = new Person[ids.length];
    for (int u = 0; u < ids.length; u++) {
      people[u] = new Person(ids[u], options.segments(), seed);
    }
    network = new Network(people, ids, options.weeks(), seed);
    accounts = new Accounts(people, ids, seed);
    choice = new Choice(catalogue, options.interestStrength(), options.socialInfluence());
    response = new Response(catalogue);
    start = options.start().atStartOfDay().toEpochSecond(ZONE);
    sessions = Noise.of(seed, "sessions");
    when = Noise.of(seed, "when");
    where = Noise.of(seed, "where");
    moods = Noise.of(seed, "moods");
    shown = Noise.of(seed, "shown");
    clicks = Noise.of(seed, "clicks");
    minutes = Noise.of(seed, "minutes");
    wishes = Noise.of(seed, "wishes");
    deeds = Noise.of(seed, "deeds");
    courseRuns = Noise.of(seed, "course runs");
    messages = Noise.of(seed, "messages");
    leaving = Noise.of(seed, "leaving");
    posts = Noise.of(seed, "posts");
  }

  long weekStart(int week) {
    return start + week * WEEK;
  }

  /** True when the user has joined by this week. */
  boolean joined(int user, int week) {
    return network.joinWeek[user] <= week;
  }
}
