package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lectern.basket.AssociationRules;
import lectern.basket.Baskets;
import lectern.basket.FrequentSets;
import lectern.basket.RuleOptions;
import lectern.basket.SetOptions;
import lectern.basket.ShuffleCheck;
import lectern.clean.Cleaning;
import lectern.clean.DoubleFired;
import lectern.clean.ExactDuplicates;
import lectern.clean.ImpossibleValues;
import lectern.clean.MissingValues;
import lectern.clean.Outliers;
import lectern.clean.StepCount;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.feature.AvailableFeatures;
import lectern.feature.FeatureExtraction;
import lectern.feature.RfmScores;
import lectern.feature.TfIdf;
import lectern.market.CommunityActivity;
import lectern.market.CommunityScores;
import lectern.market.EffectReport;
import lectern.market.EngagementParts;
import lectern.market.NextEventData;
import lectern.market.NextEventModel;
import lectern.market.OpinionLeaders;
import lectern.market.ReplyGraph;
import lectern.market.StrategyProblem;
import lectern.market.StrategySolver;
import lectern.needs.BuysTopic;
import lectern.needs.NeedsSample;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a log, every method that takes one answers or refuses with one sentence:
 * no events, one, one user, no times, no values, no courses, all alike, numbers at the ends of
 * their range, ids and attributes that are unknown.
 */
class BrokenLogsTest {
  private static Map<String, EventLog> logs() {
    Map<String, EventLog> all = new LinkedHashMap<>();
    all.put("no events", EventLog.builder().build());
    all.put("users only", EventLog.builder().user("ann").course("java").build());
    all.put("one event", EventLog.builder().add("ann", "java", "purchase", "app", 100, 9).build());
    all.put(
        "no times",
        EventLog.builder()
            .add("ann", "java", "purchase", "app", EventLog.NO_TIME, 9)
            .add("bob", "java", "view", "app", EventLog.NO_TIME)
            .build());
    all.put(
        "no courses",
        EventLog.builder()
            .add("ann", null, "search", null, 5)
            .add("bob", null, "search", null, 6)
            .build());
    var one = EventLog.builder();
    for (int i = 0; i < 30; i++)
      one.add("ann", "c" + i % 4, i % 3 == 0 ? "purchase" : "view", "app", i * 86400L, i);
    all.put("one user", one.build());
    var nan = EventLog.builder();
    for (int i = 0; i < 30; i++)
      nan.add("u" + i % 5, "c" + i % 4, i % 3 == 0 ? "purchase" : "view", "app", i * 86400L);
    all.put("no values", nan.build());
    var alike = EventLog.builder();
    for (int i = 0; i < 30; i++) {
      alike.add("u" + i % 5, "c", "purchase", "app", 86400L, 1);
    }
    all.put("all alike", alike.build());
    var huge = EventLog.builder();
    for (int i = 0; i < 30; i++)
      huge.add(
          "u" + i % 5,
          "c" + i % 4,
          i % 3 == 0 ? "purchase" : "view",
          "app",
          i % 2 == 0 ? 90_000_000_000L : -90_000_000_000L,
          i % 2 == 0 ? 1e300 : -1e300);
    all.put("huge values", huge.build());
    var extreme = EventLog.builder();
    for (int i = 0; i < 30; i++)
      extreme.add(
          "u" + i % 5,
          "c" + i % 4,
          i % 3 == 0 ? "purchase" : "view",
          "app",
          i % 2 == 0 ? Long.MAX_VALUE : Long.MIN_VALUE + 1,
          i);
    all.put("extreme times", extreme.build());
    return all;
  }

  private static final long CUT = 20 * 86400L;

  private static Map<String, Function<EventLog, Object>> onLogs() {
    Map<String, Function<EventLog, Object>> all = new LinkedHashMap<>();
    all.put("show", log -> log);
    all.put("sorted", EventLog::sortedByTime);
    all.put("interactions", EventLog::interactions);
    all.put("values", log -> log.values("purchase"));
    all.put("unknown event", log -> log.interactions("nothing"));
    all.put(
        "clean duplicates",
        log -> Cleaning.of(log).step(new ExactDuplicates(true)).step(DoubleFired.within(3)).run());
    all.put(
        "clean impossible",
        log -> Cleaning.of(log).step(ImpossibleValues.none().negative().before(0)).run());
    for (Outliers.Action a : Outliers.Action.values()) {
      all.put(
          "clean outliers " + a,
          log -> Cleaning.of(log).step(Outliers.mad(a)).step(Outliers.mad(a).onLogScale()).run());
    }
    all.put("clean missing", log -> Cleaning.of(log).step(MissingValues.fillMedian()).run());
    all.put("available", log -> AvailableFeatures.of(log));
    all.put("available topic", log -> AvailableFeatures.of(log, "topic"));
    all.put(
        "features",
        log -> FeatureExtraction.of(log, CUT).recencyFrequencyMonetary().activity().features());
    all.put(
        "features interests", log -> FeatureExtraction.of(log, CUT).interests("topic").features());
    all.put(
        "rfm",
        log -> RfmScores.fit(FeatureExtraction.of(log, CUT).recencyFrequencyMonetary().features()));
    all.put("baskets", log -> Baskets.ofUsers(log));
    all.put("basket days", log -> Baskets.ofDays(log));
    all.put("sets", log -> FrequentSets.of(Baskets.ofUsers(log), new SetOptions(0.5)));
    all.put("rules", log -> AssociationRules.of(Baskets.ofUsers(log), RuleOptions.of(0.5)));
    all.put(
        "rules unknown",
        log -> AssociationRules.of(Baskets.ofUsers(log, "nothing"), RuleOptions.of(0.5)));
    all.put("shuffles", log -> ShuffleCheck.of(Baskets.ofUsers(log), RuleOptions.of(0.5), 3, 1));
    all.put(
        "needs", log -> NeedsSample.of(log, CUT, new BuysTopic("topic", "x"), f -> f.activity()));
    all.put("engagement", log -> EngagementParts.of(log, CUT, new EngagementParts.Options()));
    all.put(
        "communities",
        log -> CommunityScores.of(log, CUT, u -> "one", "topic", new CommunityScores.Options()));
    all.put(
        "effects",
        log ->
            EffectReport.of(
                log,
                List.of("ann", "u1", "who"),
                List.of("u2"),
                0,
                CUT,
                new EffectReport.Options(),
                1));
    all.put(
        "effects nobody",
        log -> EffectReport.of(log, List.of(), List.of(), 0, CUT, new EffectReport.Options(), 1));
    all.put(
        "next",
        log ->
            NextEventModel.fit(
                NextEventData.of(
                    log,
                    NextEventData.kinds(log),
                    List.of(),
                    Map.of("a", List.of("b")),
                    new NextEventData.Options()),
                new NextEventModel.Options()));
    all.put(
        "next topic",
        log ->
            NextEventData.of(
                log,
                NextEventData.courses(log, "topic", Events.VIEW),
                List.of(),
                Map.of(),
                new NextEventData.Options()));
    return all;
  }

  @Test
  void everyMethodAnswersOrRefusesWithASentence() {
    onLogs()
        .forEach(
            (what, method) ->
                logs()
                    .forEach(
                        (fault, log) -> {
                          String before = log.checksum();
                          Refusals.of(what + ", " + fault, () -> method.apply(log));
                          assertEquals(before, log.checksum(), "the log is as it was");
                        }));
  }

  @Test
  void cleaningCountsEveryRow() {
    logs()
        .forEach(
            (fault, log) -> {
              var report =
                  Cleaning.of(log)
                      .step(new ExactDuplicates(true))
                      .step(ImpossibleValues.none().negative().before(0))
                      .step(Outliers.mad(Outliers.Action.DROP))
                      .run();
              int dropped = report.steps().stream().mapToInt(StepCount::dropped).sum();
              assertEquals(log.size(), report.log().size() + dropped, fault);
              assertEquals(dropped, report.dropped().rowCount(), fault);
            });
  }

  @Test
  void whatIsNotInALogIsAnsweredOrNamed() {
    Refusals.of("nobody replies", () -> OpinionLeaders.of(ReplyGraph.builder().build()));
    Refusals.of("no options", () -> StrategySolver.exact(StrategyProblem.builder(1, 1).build()));
    for (double days : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      var activity = CommunityActivity.withArticlesWeights();
      assertNotEquals("", Refusals.of("days", () -> activity.asPrinted(0.5, 0.5, days)));
      assertNotEquals("", Refusals.of("days", () -> activity.asMeant(0.5, 0.5, days, 30)));
    }
    assertEquals(
        "The id \"a\" stands twice in an index of ids.",
        Refusals.of("ids", () -> TfIdf.fit(List.of("a", "a"), List.of("java course", "java"))));
    assertNotEquals("", Refusals.of("no texts", () -> TfIdf.fit(List.of(), List.of())));
    assertNotEquals("", Refusals.of("blank", () -> TfIdf.fit(List.of("a"), List.of(" "))));
  }
}
