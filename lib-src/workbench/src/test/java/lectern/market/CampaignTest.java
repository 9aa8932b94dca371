package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.evaluate.Proportion;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CampaignTest {
  private static final long WEEK = 7 * 86_400L;

  @Test
  void theListedGoals() {
    assertEquals(
        List.of(new Goal("registration", 1000), new Goal("purchases", 500)), Goal.asListed());
    assertThrows(UserError.class, () -> new Goal("x", 0));
    assertThrows(UserError.class, () -> new Goal(" ", 5));
  }

  /** Golden: scipy betabinom(12000, 50.5, 950.5): mean, ppf(.025), ppf(.975), sf(499). */
  @Test
  void aForecastAsInScipy() {
    Goal goal = new Goal("purchases", 500);
    GoalForecast forecast = GoalForecast.of(goal, new Proportion(50, 1000), 12_000);
    assertEquals(605.3946, forecast.expected(), 1e-3);
    assertEquals(447, forecast.interval().low());
    assertEquals(785, forecast.interval().high());
    assertEquals(0.895025034255991, forecast.chance(), 1e-8);
    long reach = forecast.reachFor(0.9);
    assertTrue(GoalForecast.of(goal, new Proportion(50, 1000), reach).chance() >= 0.9);
    assertTrue(GoalForecast.of(goal, new Proportion(50, 1000), reach - 1).chance() < 0.9);
    assertEquals(0, GoalForecast.of(goal, new Proportion(50, 1000), 499).chance());
    assertThrows(UserError.class, () -> GoalForecast.of(goal, new Proportion(0, 0), 5));
    assertThrows(UserError.class, () -> forecast.reachFor(1));
  }

  private static EventLog sales() {
    var log = EventLog.builder();
    for (int i = 0; i < 30; i++) {
      log.add("u" + i, "java", Events.VIEW, "app", i * WEEK / 10);
      log.add("u" + i, "java", Events.PURCHASE, "app", i * WEEK / 10 + 60, 10);
    }
    return log.build();
  }

  /** 30 in three weeks, 50 wanted in five. Golden: scipy 1 − nbinom(30.5, 0.6).cdf(19). */
  @Test
  void trackingByHand() {
    Goal goal = new Goal("purchases", 50);
    GoalTracking way = GoalTracking.ofEvents(goal, sales(), Events.PURCHASE, 0, 3 * WEEK, 5 * WEEK);
    assertEquals(30, way.counted());
    assertEquals(10, way.pace(), 1e-12);
    assertEquals(10, way.paceNeeded(), 1e-12);
    assertEquals(30 + 30.5 * 2 / 3, way.expected(), 1e-12);
    assertEquals(0.5307645131121682, way.chance(), 1e-8);
    assertEquals(List.of(10, 10, 10), way.table().intColumn("counted").asList());
    GoalTracking users =
        GoalTracking.ofNewUsers(new Goal("registration", 20), sales(), 0, 3 * WEEK, 3 * WEEK);
    assertEquals(30, users.counted());
    assertEquals(1, users.chance());
    assertEquals(0, users.paceNeeded());
    assertTrue(way.figure().toString().contains("purchases"));
    assertThrows(UserError.class, () -> GoalTracking.ofEvents(goal, sales(), Events.VIEW, 5, 5, 9));
  }

  private static ChannelResponse response() {
    return ChannelResponse.builder()
        .add("cluster_0", "微信", new Proportion(300, 3000))
        .add("cluster_0", "微博", new Proportion(30, 3000))
        .add("cluster_0", "抖音", new Proportion(90, 3000))
        .add("cluster_1", "微信", new Proportion(60, 3000))
        .add("cluster_1", "微博", new Proportion(30, 3000))
        .add("cluster_1", "抖音", new Proportion(450, 3000))
        .add("cluster_2", "微信", new Proportion(2, 5))
        .build();
  }

  @Test
  void littleDataIsDrawnToTheMeanAndMuchIsNot() {
    ChannelResponse response = response();
    assertEquals(0.1, response.rate("cluster_0", "微信"), 0.002);
    assertTrue(response.rate("cluster_2", "微信") < 0.2);
    assertTrue(response.interval("cluster_2", "微信").high() > 0.1);
    assertEquals(response.ofChannel("抖音").rate(), response.rate("cluster_2", "抖音"), 0.003);
    assertTrue(response.interval("cluster_0", "微信").contains(0.1));
    assertEquals(9, response.table().rowCount());
    assertThrows(UserError.class, () -> response.rate("nobody", "微信"));
    assertThrows(UserError.class, () -> ChannelResponse.builder().build());
  }

  /** Equal rates in every segment: what differs is chance, and all get the channel's rate. */
  @Test
  void segmentsThatDoNotDifferGetOneRate() {
    ChannelResponse flat =
        ChannelResponse.builder()
            .add("a", "sms", new Proportion(50, 1000))
            .add("b", "sms", new Proportion(50, 1000))
            .build();
    assertEquals(flat.rate("a", "sms"), flat.rate("b", "sms"), 1e-12);
    assertEquals(0.05, flat.rate("a", "sms"), 5e-4);
  }

  @Test
  void anIntervalIsNotNarrowerThanAllContactsOfTheChannelAllow() {
    ChannelResponse alike =
        ChannelResponse.builder()
            .add("a", "sms", new Proportion(30, 100))
            .add("b", "sms", new Proportion(30, 100))
            .build();
    assertEquals(1e6, alike.priorContacts("sms"), "segments that do not differ");
    double width = alike.interval("a", "sms").high() - alike.interval("a", "sms").low();
    double pooled = 2 * 1.96 * Math.sqrt(0.3 * 0.7 / 200);
    assertEquals(pooled, width, 0.03 * pooled);
  }

  @Test
  void measuredFromContactsAndEvents() {
    List<ChannelResponse.Touch> touches =
        List.of(
            new ChannelResponse.Touch("u1", "sms", 0),
            new ChannelResponse.Touch("u1", "sms", 20 * WEEK),
            new ChannelResponse.Touch("u2", "sms", WEEK / 10),
            new ChannelResponse.Touch("stranger", "sms", 0));
    ChannelResponse found =
        ChannelResponse.measure(
            touches, u -> u.equals("stranger") ? null : "all", sales(), Events.PURCHASE, 7);
    assertEquals(new Proportion(2, 3), found.counted("all", "sms"));
  }

  @Test
  void onlyTreatedRowsOfAMarketingLogAreMessagesAndAdverts() {
    Table contacts =
        Table.create(
            "contacts",
            StringColumn.create("user", "a", "b", "c"),
            StringColumn.create("channel", "sms", "sms", "email"),
            StringColumn.create("theme", "data", "data", "health"),
            LongColumn.create("time", 5, 5, 9),
            BooleanColumn.create("treated", true, false, true));
    assertEquals(
        List.of(
            new ChannelResponse.Touch("a", "sms", 5), new ChannelResponse.Touch("c", "email", 9)),
        ChannelResponse.Touch.ofTreated(contacts));
    assertEquals(
        List.of(
            new NextEventData.Advert("a", 5, "data"), new NextEventData.Advert("c", 9, "health")),
        NextEventData.Advert.ofTreated(contacts));
    Table follows =
        Table.create(
            "follows",
            StringColumn.create("user", "a", "b", "a"),
            StringColumn.create("followed", "b", "c", "c"));
    assertEquals(Map.of("a", List.of("b", "c"), "b", List.of("c")), NextEventData.follows(follows));
  }

  @Test
  void channelsAreChosenByWhatTheyBring() {
    var free = new ChannelChoice.Economics(100, Map.of());
    ChannelChoice choice = ChannelChoice.greedy(response(), free, 2);
    assertEquals(List.of("微信", "抖音"), choice.chosen().get("cluster_0"));
    assertEquals(List.of("抖音", "微信"), choice.chosen().get("cluster_1"));
    var dear = new ChannelChoice.Economics(100, Map.of("微信", 50.0));
    assertFalse(ChannelChoice.greedy(response(), dear, 2).chosen().get("cluster_0").contains("微信"));
    assertEquals(1, ChannelChoice.greedy(response(), free, 1).chosen().get("cluster_0").size());
    var beside = choice.beside("listed", ChannelChoice.asListed());
    assertEquals("微信, 微博", beside.stringColumn("listed").get(0));
    assertTrue(
        beside.doubleColumn("worth a contact").get(0)
            > beside.doubleColumn("worth a contact, listed").get(0));
    assertTrue(Double.isNaN(beside.doubleColumn("worth a contact, listed").getDouble(2)));
    assertThrows(UserError.class, () -> ChannelChoice.greedy(response(), free, 0));
  }

  @Test
  void thompsonTriesWhatIsUncertain() {
    var free = new ChannelChoice.Economics(100, Map.of());
    var shares = ChannelChoice.thompson(response(), free, 2000, 1);
    assertEquals(1, shares.doubleColumn("微信").get(0), 1e-9);
    assertTrue(shares.doubleColumn("抖音").get(2) > 0.02);
    assertTrue(shares.doubleColumn("微信").get(2) > 0.02);
    assertArrayEquals(
        shares.doubleColumn("抖音").asDoubleArray(),
        ChannelChoice.thompson(response(), free, 2000, 1).doubleColumn("抖音").asDoubleArray());
    var ruinous = new ChannelChoice.Economics(0, Map.of("微信", 1.0, "微博", 1.0, "抖音", 1.0));
    assertEquals(0, ChannelChoice.thompson(response(), ruinous, 10, 1).doubleColumn("微信").get(0));
  }

  @Test
  void betaDrawsHaveTheirMeanAndVariance() {
    RandomStream random = RandomStream.of(3, "beta");
    for (double[] ab : new double[][] {{2, 5}, {0.5, 0.5}, {40, 3}}) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < 20_000; i++) {
        double x = BetaDraw.of(ab[0], ab[1], random);
        sum += x / 20_000;
        squares += x * x / 20_000;
      }
      double total = ab[0] + ab[1];
      double mean = ab[0] / total;
      assertEquals(mean, sum, 0.01);
      assertEquals(mean * (1 - mean) / (total + 1), squares - sum * sum, 0.005);
    }
  }

  @Test
  void placementAsListedAndUnderABudget() {
    Map<String, Map<String, String>> listed =
        AdPlacement.asListed(
            Map.of("u1", List.of("微信", "微博")), Map.of("u1", List.of("A", "B", "C")));
    assertEquals(Map.of("u1", Map.of("微信", "A", "微博", "B")), listed);
    assertThrows(
        UserError.class, () -> AdPlacement.asListed(Map.of("u1", List.of("微信")), Map.of()));
    Map<String, Double> costs = Map.of("微信", 1.0, "微博", 1.0, "抖音", 1.0);
    StrategyProblem problem =
        AdPlacement.problem(
            List.of("u1", "u2"),
            List.of("cluster_0", "cluster_1"),
            List.of("A", "B"),
            DenseMatrix.of(new double[][] {{0.9, 0.1}, {0.2, 0.8}}),
            new double[] {100, 100},
            response(),
            costs,
            2,
            1);
    StrategyPlan plan = StrategySolver.exact(problem);
    assertEquals(List.of("A", "B"), plan.table().stringColumn("content").asList());
    assertEquals(List.of("微信", "抖音"), plan.table().stringColumn("strategy").asList());
    assertThrows(
        ShapeMismatch.class,
        () ->
            AdPlacement.problem(
                List.of("u1"),
                List.of(),
                List.of("A"),
                DenseMatrix.zeros(1, 1),
                new double[1],
                response(),
                costs,
                2,
                1));
  }

  /** Treated a, b; control c, d, e. Window one week; the next one shows who stays. */
  @Test
  void theEffectReportByHand() {
    EventLog log =
        EventLog.builder()
            .add("a", "java", Events.CLICK, "app", 10)
            .add("a", "java", Events.CLICK, "app", 20)
            .add("a", "java", Events.PURCHASE, "app", 30, 100)
            .add("a", "java", Events.VIEW, "app", WEEK + 5)
            .add("b", "java", Events.CLICK, "app", 40)
            .add("b", "java", Events.VIEW, "app", 3 * 86_400)
            .add("c", "java", Events.PURCHASE, "app", 50, 60)
            .add("c", "java", Events.REFUND, "app", 60, 60)
            .add("d", "java", Events.VIEW, "app", 2 * WEEK)
            .build();
    EffectReport report =
        EffectReport.of(
            log, List.of("a", "b"), List.of("c", "d", "e"), 0, WEEK, new EffectReport.Options(), 1);
    assertEquals(List.of(1.0, 1.0 / 3), report.of("participation").values());
    assertEquals(List.of(0.5, 0.0), report.of("retention").values());
    assertEquals(List.of(1.0, 0.0), report.of("click rate").values());
    assertEquals(List.of(50.0, 0.0), report.of("sales").values());
    EffectReport ofViews =
        EffectReport.of(
            log,
            List.of("a", "b"),
            List.of("c", "d", "e"),
            0,
            2 * WEEK,
            new EffectReport.Options(
                Events.CLICK, Events.VIEW, new lectern.evaluate.Bootstrap(200, 0.9)),
            1);
    assertEquals(1.5, ofViews.of("click rate").values().get(0));
    assertTrue(report.figure().toString().contains("Effect"));
    assertThrows(UserError.class, () -> report.of("love"));
    assertThrows(
        UserError.class,
        () ->
            EffectReport.of(log, List.of("a"), List.of("a"), 0, 1, new EffectReport.Options(), 1));
    assertThrows(
        UserError.class,
        () -> EffectReport.of(log, List.of(), List.of("a"), 0, 1, new EffectReport.Options(), 1));
  }

  /** Segment "yes" buys 0.3 more when treated, "no" nothing: intervals, shrinkage, whom to send. */
  @Test
  void upliftFindsTheSegmentThatAnswers() {
    RandomStream random = RandomStream.of(8, "uplift");
    List<String> segments = new ArrayList<>();
    boolean[] treated = new boolean[4000];
    double[] outcomes = new double[4000];
    for (int u = 0; u < 4000; u++) {
      boolean answers = u % 2 == 0;
      segments.add(answers ? "yes" : "no");
      treated[u] = random.nextDouble() < 0.5;
      outcomes[u] = random.nextDouble() < 0.1 + (answers && treated[u] ? 0.3 : 0) ? 1 : 0;
    }
    Uplift uplift = Uplift.of(segments, treated, outcomes);
    assertTrue(uplift.effect("yes").test().interval().contains(0.3));
    assertTrue(uplift.effect("no").test().interval().contains(0));
    assertEquals(List.of("yes"), uplift.worthSending(10, 1));
    assertTrue(uplift.effect("no").shrunk() > uplift.effect("no").effect());
    assertEquals(0.15, uplift.overall().difference(), 0.03);
    assertTrue(uplift.figure().toString().contains("segment"));
  }

  @Test
  void upliftFromContactsCountsWhatFollowedThem() {
    EventLog log =
        EventLog.builder()
            .add("a", "x", Events.PURCHASE, "app", 10, 1)
            .add("a", "x", Events.PURCHASE, "app", 86_409, 1)
            .add("a", "x", Events.PURCHASE, "app", 86_410, 1)
            .add("b", "x", Events.PURCHASE, "app", 9, 1)
            .add("c", "x", Events.VIEW, "app", 20, 1)
            .build();
    Table contacts =
        Table.create(
            "contacts",
            StringColumn.create("user", "a", "b", "c", "d", "left out"),
            LongColumn.create("time", 10, 10, 10, 10, 10),
            BooleanColumn.create("treated", true, true, false, false, false));
    Uplift found =
        Uplift.measure(
            contacts, user -> user.equals("left out") ? null : "all", log, Events.PURCHASE, 1);
    assertEquals(2, found.effect("all").treated());
    assertEquals(2, found.effect("all").control());
    assertEquals(1, found.effect("all").effect(), "a bought 2 in time, b none");
    assertThrows(
        UserError.class, () -> Uplift.measure(contacts, u -> "all", log, Events.PURCHASE, 0));
  }

  @Test
  void aSegmentTooSmallToMeasureGetsTheMean() {
    List<String> segments = new ArrayList<>(java.util.Collections.nCopies(40, "many"));
    segments.add("one");
    boolean[] treated = new boolean[41];
    double[] outcomes = new double[41];
    for (int u = 0; u < 41; u++) {
      treated[u] = u % 2 == 0;
      outcomes[u] = u % 3;
    }
    Uplift uplift = Uplift.of(segments, treated, outcomes);
    assertTrue(Double.isNaN(uplift.effect("one").effect()));
    assertEquals(uplift.effect("many").effect(), uplift.effect("one").shrunk(), 1e-12);
    assertNotEquals(0, uplift.table().rowCount());
    assertThrows(UserError.class, () -> Uplift.of(segments, new boolean[3], outcomes));
    assertThrows(UserError.class, () -> uplift.effect("none"));
  }
}
