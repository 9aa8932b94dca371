package lectern.simulate;

import java.time.LocalDate;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import lectern.math.RandomStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Makes logs of what happened. */
final class Logs {
  private Logs() {}

  /** These events, with all users and courses known and all that may be known of them. */
  static EventLog of(World world, EventList events) {
    EventLogBuilder out = EventLog.builder();
    world.userIds.ids().forEach(out::user);
    world.courseIds.ids().forEach(out::course);
    for (int row = 0; row < events.size; row++) {
      add(out, world, events, row, world.userIds.id(events.user[row]));
    }
    return out.userAttributes(users(world)).courseAttributes(world.catalogue.table()).build();
  }

  /** The same under the accounts in which it happened; nothing is known of their owners. */
  static EventLog byAccount(World world, EventList events) {
    EventLogBuilder out = EventLog.builder();
    world.courseIds.ids().forEach(out::course);
    for (int row = 0; row < events.size; row++) {
      String account =
          world.accounts.account(events.user[row], events.place[row], events.time[row]);
      add(out, world, events, row, account);
    }
    return out.courseAttributes(world.catalogue.table()).build();
  }

  private static void add(
      EventLogBuilder out, World world, EventList events, int row, String user) {
    int course = events.course[row];
    out.add(
        user,
        course < 0 ? null : world.courseIds.id(course),
        Events.ALL.get(events.event[row]),
        Channel.values()[events.place[row]].id(),
        events.time[row],
        events.value[row]);
  }

  /** What the platform knows of its users. */
  static Table users(World world) {
    IntColumn age = IntColumn.create("age");
    StringColumn gender = StringColumn.create("gender");
    StringColumn city = StringColumn.create("city");
    IntColumn tier = IntColumn.create("city tier");
    StringColumn occupation = StringColumn.create("occupation");
    DateColumn joined = DateColumn.create("joined");
    for (int u = 0; u < world.people.length; u++) {
      Person person = world.people[u];
      age.append(person.age);
      gender.append(person.gender);
      city.append(person.city);
      tier.append(person.cityTier);
      occupation.append(person.occupation);
      joined.append(joined(world, u));
    }
    return Table.create(
        "users",
        StringColumn.create("user", world.userIds.ids()),
        age,
        gender,
        city,
        tier,
        occupation,
        joined);
  }

  private static LocalDate joined(World world, int user) {
    int week = world.network.joinWeek[user];
    LocalDate start = world.options.start();
    if (week >= 0) {
      return start.plusWeeks(week);
    }
    RandomStream random = RandomStream.of(world.seed, "simulate", "joined", world.userIds.id(user));
    return start.minusDays(1 + random.nextInt(400));
  }
}
