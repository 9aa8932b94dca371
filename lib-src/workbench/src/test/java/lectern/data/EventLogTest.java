package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class EventLogTest {
  private static final EventLog LOG =
      EventLog.builder()
          .add("bob", "sql", Events.VIEW, "app", 30, 12)
          .add("ann", "java", Events.VIEW, "wechat", 10, 35)
          .add("ann", null, Events.SEARCH, null, EventLog.NO_TIME)
          .add("ann", "java", Events.PURCHASE, "app", 20, 99)
          .add("ann", "java", Events.RATING, "app", 25, 3)
          .add("ann", "java", Events.RATING, "app", 40, 5)
          .user("carl")
          .course("art")
          .userAttributes(
              Table.create(
                  StringColumn.create("user", "ann", "bob", "dora"),
                  IntColumn.create("age", new int[] {20, 30, 40})))
          .build();

  @Test
  void rowsStayInTheirOrderAndIdsAreNumberedByName() {
    assertEquals(6, LOG.size());
    assertEquals(List.of("ann", "bob", "carl"), LOG.users().ids());
    assertEquals(List.of("art", "java", "sql"), LOG.courses().ids());
    assertEquals(List.of("app", "wechat"), LOG.platforms().ids());
    assertEquals(List.of("purchase", "rating", "search", "view"), LOG.events().ids());
    assertEquals("bob", LOG.userId(0));
    assertEquals(1, LOG.user(0));
    assertEquals("sql", LOG.courseId(0));
    assertEquals(2, LOG.course(0));
    assertEquals(30, LOG.time(0));
    assertEquals(12, LOG.value(0));
    assertTrue(LOG.is(0, "view") && !LOG.is(0, "rating"));
    assertEquals(2, LOG.count("rating"));
    assertEquals(0, LOG.count("refund"));
  }

  @Test
  void aSearchHasNoCoursePlatformTimeOrValue() {
    assertEquals(-1, LOG.course(2));
    assertEquals("", LOG.courseId(2));
    assertEquals(-1, LOG.platform(2));
    assertEquals("", LOG.platformId(2));
    assertFalse(LOG.hasTime(2));
    assertTrue(Double.isNaN(LOG.value(2)));
  }

  @Test
  void partsKeepTheNumbersOfIds() {
    EventLog views = LOG.only("view");
    assertEquals(2, views.size());
    assertEquals(LOG.users(), views.users());
    assertEquals(2, LOG.between(20, 30).size());
    assertEquals("purchase", LOG.between(20, 30).eventName(0));
    EventLog sorted = LOG.sortedByTime();
    assertEquals("search", sorted.eventName(0));
    assertEquals(
        List.of(10L, 20L, 25L, 30L, 40L), IntStream.range(1, 6).mapToObj(sorted::time).toList());
    assertEquals(List.of("rating", "view"), namesOf(LOG.rows(5, 0)));
    assertEquals(0, LOG.where(row -> false).size());
  }

  private static List<String> namesOf(EventLog log) {
    return IntStream.range(0, log.size()).mapToObj(log::eventName).toList();
  }

  @Test
  void interactionsCountWeighOrTakeValues() {
    Interactions all = LOG.interactions();
    assertEquals(OptionalDouble.of(4), all.value("ann", "java"));
    assertEquals(3, all.users().size());
    assertEquals(3, all.items().size());
    assertEquals(OptionalDouble.of(1), LOG.interactions("purchase").value("ann", "java"));
    assertEquals(
        OptionalDouble.of(7),
        LOG.interactions(Map.of("view", 2.0, "purchase", 5.0)).value("ann", "java"));
    assertEquals(OptionalDouble.of(5), LOG.values("rating").value("ann", "java"));
    assertEquals(0, LOG.interactions("refund").size());
  }

  @Test
  void renamedUsersBecomeOneAndNobodyIsLost() {
    EventLog one = LOG.renameUsers(id -> id.equals("bob") ? "ann" : id);
    assertEquals(List.of("ann", "carl"), one.users().ids());
    assertEquals(LOG.courses(), one.courses());
    assertEquals("ann", one.userId(0));
    Table known = one.userAttributes();
    assertEquals(List.of("ann", "dora"), known.stringColumn(0).asList());
    assertEquals(20, known.intColumn("age").get(0));
  }

  @Test
  void oneIdMayMeanTwoPeopleOnTwoPlatforms() {
    EventLog two = LOG.renameUsers((platform, id) -> platform + ":" + id);
    assertEquals(List.of(":ann", "app:ann", "app:bob", "wechat:ann"), two.users().ids());
    assertEquals(LOG.courses(), two.courses());
    assertEquals(6, two.size());
  }

  @Test
  void valuesTimesAndPlatformsCanBeReplacedRowByRow() {
    double[] values = {1, 2, 3, 4, 5, Double.NaN};
    EventLog changed = LOG.withValues(values).withTimes(6, 5, 4, 3, 2, 1);
    values[0] = 9;
    assertEquals(1, changed.value(0));
    assertEquals(1, changed.time(5));
    assertEquals(12, LOG.value(0));
    EventLog moved = LOG.withPlatforms("b", "a", "", "a", "", "c");
    assertEquals(List.of("a", "b", "c"), moved.platforms().ids());
    assertEquals("b", moved.platformId(0));
    assertEquals(-1, moved.platform(2));
    assertThrows(UserError.class, () -> LOG.withPlatforms("a"));
    assertThrows(UserError.class, () -> LOG.withValues(1));
    assertThrows(UserError.class, () -> LOG.withTimes());
    assertThrows(UserError.class, () -> LOG.withValues(1, 2, 3, 4, 5, Double.POSITIVE_INFINITY));
  }

  @Test
  void attributesNeedAnIdInTheFirstColumnOnce() {
    Table numbers = Table.create(IntColumn.create("user", new int[] {7, 8}));
    assertEquals(
        List.of("7", "8"),
        LOG.withUserAttributes(numbers).userAttributes().stringColumn(0).asList());
    assertEquals(
        "The first column of these attributes must be \"course\", not \"user\": rename it.",
        assertThrows(UserError.class, () -> LOG.withCourseAttributes(numbers)).getMessage());
    assertThrows(
        UserError.class,
        () -> LOG.withUserAttributes(Table.create(StringColumn.create("user", "a", "a"))));
    assertThrows(
        UserError.class,
        () -> LOG.withUserAttributes(Table.create(StringColumn.create("user", "a", ""))));
    assertThrows(UserError.class, () -> LOG.withUserAttributes(Table.create("none")));
  }

  @Test
  void attributesAreCopiesThatNobodyCanChange() {
    LOG.userAttributes().column(0).clear();
    assertEquals(3, LOG.userAttributes().rowCount());
  }

  @Test
  void equalContentEqualChecksum() {
    EventLog same = LOG.rows(IntStream.range(0, 6).toArray());
    assertEquals(LOG, same);
    assertEquals(LOG.hashCode(), same.hashCode());
    assertEquals(64, LOG.checksum().length());
    assertNotEquals(LOG, LOG.withValues(1, 2, 3, 4, 5, 6));
    assertNotEquals(LOG, LOG.withTimes(1, 2, 3, 4, 5, 6));
    assertNotEquals(LOG, LOG.rows(1, 0, 2, 3, 4, 5));
    assertNotEquals(LOG, LOG.renameUsers(id -> id + "x"));
    assertNotEquals(LOG, LOG.withUserAttributes(Table.create("none", StringColumn.create("user"))));
  }

  @Test
  void sortingRandomRowsNeverLosesOne() {
    for (long seed = 0; seed < 20; seed++) {
      RandomStream random = RandomStream.of(seed, "event log test");
      EventLogBuilder out = EventLog.builder();
      int rows = random.nextInt(3000);
      for (int row = 0; row < rows; row++) {
        long time = random.nextInt(10) == 0 ? EventLog.NO_TIME : random.nextInt(50);
        out.add("u" + random.nextInt(9), "c" + random.nextInt(9), "view", null, time, row);
      }
      EventLog sorted = out.build().sortedByTime();
      assertEquals(rows, sorted.size(), "seed " + seed);
      for (int row = 1; row < rows; row++) {
        boolean later = sorted.time(row) > sorted.time(row - 1);
        boolean same = sorted.time(row) == sorted.time(row - 1);
        assertTrue(later || (same && sorted.value(row) > sorted.value(row - 1)), "seed " + seed);
      }
    }
  }

  @Test
  void tableSummaryAndText() {
    assertEquals(6, LOG.table().rowCount());
    assertTrue(LOG.table().longColumn("time").isMissing(2));
    Table summary = LOG.summary();
    assertEquals(List.of("purchase", "rating", "search", "view"), summary.stringColumn(0).asList());
    assertEquals(2, summary.intColumn("users").get(3));
    assertEquals(0, summary.intColumn("courses").get(2));
    assertEquals("6 events of 2 users with 2 courses on 2 platforms", LOG.toString());
    assertTrue(LOG.bundle().plain().startsWith(LOG.toString()));
  }

  @Test
  void anEmptyLogIsALog() {
    EventLog none = EventLog.builder().build();
    assertEquals(0, none.size());
    assertEquals(0, none.sortedByTime().interactions().size());
    assertEquals(0, none.summary().rowCount());
    assertEquals(none, none.renameUsers(id -> id + "x"));
  }

  @Test
  void rowsThatCannotBeSaySo() {
    EventLogBuilder out = EventLog.builder();
    assertEquals(
        "An event needs a user, which is empty here.",
        assertThrows(UserError.class, () -> out.add("", "c", "view", "app", 1)).getMessage());
    assertThrows(UserError.class, () -> out.add("u", "c", null, "app", 1));
    assertThrows(
        UserError.class, () -> out.add("u", "c", "view", "app", 1, Double.NEGATIVE_INFINITY));
  }
}
