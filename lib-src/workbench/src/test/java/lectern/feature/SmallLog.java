package lectern.feature;

import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import lectern.math.RandomStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Logs whose features can be told by hand; day 100 is the cut-off. */
final class SmallLog {
  static final long AS_OF = day(100);

  private SmallLog() {}

  static long day(double day) {
    return (long) (day * 86_400);
  }

  static Table topics() {
    return Table.create(
        StringColumn.create("course", "java", "python", "tax"),
        StringColumn.create("topic", "code", "code", "money"));
  }

  /** Ann buys twice, Bob only looks, Cy comes later than the cut-off. */
  static EventLog log() {
    return EventLog.builder()
        .add("ann", "java", Events.VIEW, "wechat", day(40), 10)
        .add("ann", "java", Events.PURCHASE, "app", day(50), 30)
        .add("ann", "tax", Events.VIEW, "app", day(50) + 600)
        .add("ann", "tax", Events.PURCHASE, "app", day(80), 20)
        .add("ann", "tax", Events.REFUND, "app", day(82))
        .add("ann", "python", Events.PURCHASE, "app", day(100), 99)
        .add("bob", "python", Events.VIEW, null, day(97), 20)
        .add("bob", "python", Events.VIEW, null, day(97) + 1200, 4)
        .add("cy", "tax", Events.PURCHASE, "weibo", day(101), 7)
        .add("dee", "tax", Events.VIEW, "app", EventLog.NO_TIME, 7)
        .courseAttributes(topics())
        .build();
  }

  /** Events at random over 120 days. */
  static EventLog random(long seed) {
    RandomStream random = RandomStream.of(seed, "small log");
    EventLogBuilder out = EventLog.builder().courseAttributes(topics());
    String[] courses = {"java", "python", "tax"};
    String[] platforms = {"app", "wechat", "weibo"};
    for (int i = 0; i < 400; i++) {
      String event = Events.ALL.get(1 + random.nextInt(Events.ALL.size() - 1));
      out.add(
          "u" + random.nextInt(30),
          courses[random.nextInt(3)],
          event,
          platforms[random.nextInt(3)],
          day(120 * random.nextDouble()),
          event.equals(Events.RATING) ? 1 + random.nextInt(5) : random.nextInt(90));
    }
    return out.build();
  }
}
