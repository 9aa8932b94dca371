package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.market.NextEventData.Group;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NextEventTest {
  private static final long DAY = 86_400;

  /** Section 4.1's user: courses A, B, C before, D now, an advert and a friend. */
  private static EventLog example() {
    return EventLog.builder()
        .add("friend", "D", Events.VIEW, "app", 29 * DAY)
        .add("u1", "A", Events.VIEW, "app", 0)
        .add("u1", "B", Events.VIEW, "app", 10 * DAY)
        .add("u1", "C", Events.VIEW, "app", 30 * DAY)
        .add("u1", "D", Events.VIEW, "app", 30 * DAY + 60)
        .courseAttributes(
            Table.create(
                StringColumn.create("course", "A", "B", "C", "D"),
                StringColumn.create("title", "A", "B", "C", "D")))
        .build();
  }

  @Test
  void whatWasKnownBeforeTheArticlesUserBrowsedD() {
    EventLog log = example();
    NextEventData data =
        NextEventData.of(
            log,
            NextEventData.courses(log, "title", Events.VIEW),
            List.of(
                new NextEventData.Advert("u1", 29 * DAY, "D"),
                new NextEventData.Advert("u1", 2 * DAY, "A")),
            Map.of("u1", List.of("friend", "nobody")),
            new NextEventData.Options());
    assertEquals(3, data.size());
    assertEquals("D", data.labels().get(data.label(2)));
    double[] row = data.features().row(2);
    assertArrayEquals(
        new double[] {
          1.25 / 3,
          1.25 / 3,
          0.25 / 3,
          0.25 / 3,
          StrictMath.log1p(2),
          0,
          0,
          1,
          0,
          0,
          0,
          1,
          0,
          0,
          1,
          0,
          0,
          0,
          StrictMath.log1p(1)
        },
        row,
        1e-12);
    assertEquals("advert D", data.columns().get(14));
    assertEquals(Group.FRIEND, data.groups().get(18));
  }

  @Test
  void nothingFromTheFutureIsRead() {
    EventLog log = example();
    var label = NextEventData.courses(log, "title", Events.VIEW);
    NextEventData early =
        NextEventData.of(
            log.between(0, 30 * DAY + 1), label, List.of(), Map.of(), new NextEventData.Options());
    NextEventData all =
        NextEventData.of(log, label, List.of(), Map.of(), new NextEventData.Options());
    assertEquals(2, early.size());
    assertEquals(all.before(30 * DAY).size(), early.before(30 * DAY).size());
    assertEquals(2, all.from(30 * DAY).size());
  }

  /**
   * Made-up users: half of the time they follow the advert of the day, a third of the time they
   * repeat the last label, else their favourite; friends mean nothing.
   */
  private static NextEventData made(int users, int days, long seed) {
    RandomStream random = RandomStream.of(seed, "next");
    String[] labels = {"a", "b", "c"};
    var log = EventLog.builder();
    List<NextEventData.Advert> adverts = new ArrayList<>();
    Map<String, List<String>> follows = new TreeMap<>();
    for (int u = 0; u < users; u++) {
      String user = "u" + u;
      follows.put(user, List.of("u" + random.nextInt(users), "u" + random.nextInt(users)));
      for (int day = 0; day < days; day++) {
        String advert = random.nextInt(2) == 0 ? labels[random.nextInt(3)] : null;
        if (advert != null) {
          adverts.add(new NextEventData.Advert(user, day * 10 * DAY, advert));
        }
        String last = null;
        for (int i = 0; i < 3; i++) {
          int choice = random.nextInt(6);
          String next =
              choice < 3 && advert != null
                  ? advert
                  : choice < 5 && last != null ? last : labels[u % 3];
          log.add(user, "x", next, "app", day * 10 * DAY + 100 + 60 * i);
          last = next;
        }
      }
    }
    EventLog built = log.build();
    return NextEventData.of(
        built, NextEventData.kinds(built), adverts, follows, new NextEventData.Options());
  }

  @Test
  void eachGroupThatMattersIsMissedAndTheOtherIsNot() {
    NextEventData data = made(120, 12, 1);
    NextEventAblation found =
        NextEventAblation.of(
            data.before(80 * DAY), data.from(80 * DAY), new NextEventModel.Options(), 1);
    for (Group group : List.of(Group.HISTORY, Group.CURRENT, Group.ADVERT)) {
      assertTrue(found.without(group).interval().low() > 0, group + ": " + found.table());
    }
    assertTrue(found.without(Group.FRIEND).interval().low() < 0.001, found.table().toString());
    double[] losses = found.losses();
    assertTrue(losses[0] < losses[losses.length - 1] - 0.3);
    assertTrue(found.figure().toString().contains("group"));
  }

  @Test
  void withoutColumnsTheChancesAreTheShares() {
    NextEventData data = made(30, 6, 2);
    NextEventModel model =
        NextEventModel.fit(data, new NextEventModel.Options(1e-3, 100, Set.of()));
    double[] chances = model.chances(data.features().row(0));
    double[] shares = new double[3];
    for (int i = 0; i < data.size(); i++) {
      shares[data.label(i)] += 1.0 / data.size();
    }
    assertArrayEquals(shares, chances, 1e-5);
    double entropy = 0;
    for (double s : shares) {
      entropy -= s * StrictMath.log(s);
    }
    assertEquals(entropy, model.logLoss(data).mean(), 1e-8);
  }

  @Test
  void chancesAddUpAndTheFitIsAMinimum() {
    NextEventData data = made(40, 6, 3);
    NextEventModel model = NextEventModel.fit(data, new NextEventModel.Options());
    for (int i = 0; i < data.size(); i += 37) {
      double sum = 0;
      for (double c : model.chances(data.features().row(i))) {
        sum += c;
      }
      assertEquals(1, sum, 1e-12);
    }
    NextEventModel held =
        NextEventModel.fit(data, new NextEventModel.Options(1, 200, EnumSet.allOf(Group.class)));
    NextEventModel hasty =
        NextEventModel.fit(data, new NextEventModel.Options(1e-3, 1, EnumSet.allOf(Group.class)));
    assertTrue(model.logLoss(data).mean() < held.logLoss(data).mean());
    assertTrue(model.logLoss(data).mean() < hasty.logLoss(data).mean());
    assertTrue(model.accuracy(data) > 0.6);
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    NextEventData data = made(60, 6, 4);
    double[] one =
        Parallel.withThreads(
            1,
            () ->
                NextEventModel.fit(data, new NextEventModel.Options())
                    .chances(data.features().row(5)));
    double[] many =
        Parallel.withThreads(
            3,
            () ->
                NextEventModel.fit(data, new NextEventModel.Options())
                    .chances(data.features().row(5)));
    assertArrayEquals(one, many);
  }

  @Test
  void settingsOfTheDataChangeColumns() {
    EventLog log = example();
    var label = NextEventData.courses(log, "title", Events.VIEW);
    var adverts = List.of(new NextEventData.Advert("u1", 29 * DAY, "D"));
    var follows = Map.of("u1", List.of("friend"));
    double[] usual =
        NextEventData.of(log, label, adverts, follows, new NextEventData.Options())
            .features()
            .row(2);
    double[] brief =
        NextEventData.of(log, label, adverts, follows, new NextEventData.Options(0.5, 0.5, 0.5))
            .features()
            .row(2);
    assertEquals(1, usual[13]);
    assertEquals(0, brief[13]);
    assertEquals(0, brief[17]);
    assertTrue(brief[4] > usual[4]);
  }

  @Test
  void theMinimiserFindsRosenbrocksValley() {
    try (Progress.Task task = Progress.silent().begin("valley", 500)) {
      double[] found =
          Lbfgs.minimum(
              (x, g) -> {
                double a = 1 - x[0];
                double b = x[1] - x[0] * x[0];
                g[0] = -2 * a - 400 * x[0] * b;
                g[1] = 200 * b;
                return a * a + 100 * b * b;
              },
              new double[] {-1.2, 1},
              500,
              1e-9,
              task);
      assertArrayEquals(new double[] {1, 1}, found, 1e-6);
    }
  }

  @Test
  void refusesWhatCannotBeForetold() {
    EventLog one = EventLog.builder().add("u", "c", "view", "app", 5).build();
    assertThrows(
        UserError.class,
        () ->
            NextEventData.of(
                one, NextEventData.kinds(one), List.of(), Map.of(), new NextEventData.Options()));
    assertThrows(UserError.class, () -> NextEventData.courses(one, "topic", "view"));
    assertThrows(UserError.class, () -> new NextEventData.Options(0, 7, 7));
    NextEventData data = made(5, 3, 1);
    assertThrows(
        UserError.class, () -> NextEventModel.fit(data.before(0), new NextEventModel.Options()));
    NextEventModel model = NextEventModel.fit(data, new NextEventModel.Options());
    assertThrows(UserError.class, () -> model.chances(new double[2]));
    assertThrows(UserError.class, () -> new NextEventModel.Options(0, 5, Set.of()));
  }
}
