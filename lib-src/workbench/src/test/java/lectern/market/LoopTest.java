package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.simulate.Channel;
import lectern.simulate.PlatformState;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Week;
import org.junit.jupiter.api.Test;

class LoopTest {
  static final LoopPolicy NOTHING = LoopPolicy.of("nothing", List::of);
  static final LoopPolicy POPULAR =
      LoopPolicy.of(
          "popular",
          () -> List.of(LoopStages.collect(), LoopStages.clean(), LoopStages.popular(10)));
  static final LoopPolicy PERSONAL =
      LoopPolicy.of(
          "personal",
          () -> List.of(LoopStages.collect(), LoopStages.clean(), LoopStages.personal(10)));
  static final LoopPolicy DIVERSIFIED =
      LoopPolicy.of(
          "diversified",
          () -> List.of(LoopStages.collect(), LoopStages.clean(), LoopStages.diversified(10, 3)));
  static final LoopPolicy NARROW =
      LoopPolicy.of(
          "favourite field",
          () -> List.of(LoopStages.collect(), LoopStages.clean(), LoopStages.favouriteField(10)));

  private static SimulationOptions platform(int users, int weeks) {
    return SimulationOptions.usual().users(users).weeks(weeks).courses(80);
  }

  private static LoopPolicy spending(String name, double tryShare, int restWeeks) {
    return LoopPolicy.of(
        name,
        () ->
            List.of(
                LoopStages.collect(),
                LoopStages.clean(),
                LoopStages.segments(5, f -> f.interests("field").platformMix()),
                new LearntCampaign(
                    new LearntCampaign.Options(
                        List.of(Channel.WECHAT, Channel.EMAIL, Channel.SMS, Channel.OFFLINE),
                        Map.of(
                            Channel.WECHAT, 1.0,
                            Channel.EMAIL, 1.0,
                            Channel.SMS, 1.0,
                            Channel.OFFLINE, 1.0),
                        80,
                        3,
                        tryShare,
                        restWeeks))));
  }

  /** What the simulator is known to do: lists of one field bore, narrow and drive away. */
  @Test
  void tooMuchPersonalisationBoresAndADiverseListMendsIt() {
    LoopResults found =
        Loop.of(platform(300, 14)).run(List.of(PERSONAL, DIVERSIFIED, NARROW), 4, 1);
    assertEquals(1, found.mean("favourite field", "fields in list"), 1e-9);
    assertTrue(found.mean("diversified", "fields in list") > 4);
    var bored = found.against("diversified", "boredom");
    var left = found.against("diversified", "left");
    var breadth = found.against("diversified", "breadth");
    assertEquals(List.of("higher", "higher"), bored.stringColumn("verdict").asList());
    assertEquals("higher", left.stringColumn("verdict").get(1), left.toString());
    assertEquals("lower", breadth.stringColumn("verdict").get(1), breadth.toString());
    assertTrue(
        found.mean("diversified", "net revenue") > found.mean("favourite field", "net revenue"));
    assertTrue(found.figure("boredom").toString().contains("boredom"));
    assertTrue(found.figureAgainst("personal", "left").toString().contains("left by week, minus"));
  }

  @Test
  void suggestionsAndMessagesSellAndLearningSpendsBetterThanTheLot() {
    LoopResults found =
        Loop.of(platform(400, 14))
            .run(
                List.of(NOTHING, POPULAR, spending("by lot", 1, 2), spending("learnt", 0.2, 2)),
                4,
                21);
    var sold = found.against("nothing", "net revenue");
    assertEquals(
        List.of("higher", "higher", "higher"),
        sold.stringColumn("verdict").asList(),
        sold.toString());
    assertTrue(
        found.mean("learnt", "net revenue") > found.mean("by lot", "net revenue"),
        found.of("net revenue").toString());
    assertEquals(
        found.mean("by lot", "messages"), found.mean("learnt", "messages"), 60, "same money");
  }

  @Test
  void whatIsLearntOnceIsWhatIsLearntAnewInTheFirstWeekAndNotAfterwards() {
    Loop loop = Loop.of(platform(80, 6)).warmUp(2);
    LoopRun anew = loop.run(PERSONAL, 3);
    LoopRun once =
        loop.run(
            LoopPolicy.of(
                "once",
                () -> List.of(LoopStages.collect(), LoopStages.clean(), LoopStages.learntOnce(10))),
            3);
    assertEquals(anew.weeks().get(2).events(), once.weeks().get(2).events());
    assertNotEquals(anew.weeks().get(5).events(), once.weeks().get(5).events());
  }

  @Test
  void policiesMeetTheSameChanceAndNothingIsNothing() {
    SimulationOptions options = platform(80, 5);
    LoopRun run = Loop.of(options).run(NOTHING, 3);
    PlatformState alone = Simulation.start(options, 3);
    for (int week = 0; week < 5; week++) {
      assertEquals(alone.week().events(), run.weeks().get(week).events(), "week " + week);
    }
    LoopRun popular = Loop.of(options).warmUp(2).run(POPULAR, 3);
    assertEquals(run.weeks().get(1).events(), popular.weeks().get(1).events());
    assertNotEquals(run.weeks().get(3).events(), popular.weeks().get(3).events());
    assertTrue(Double.isNaN(popular.value("fields in list", 1)));
    assertTrue(popular.value("fields in list", 2) > 1);
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    List<LoopPolicy> policies = List.of(DIVERSIFIED, spending("learnt", 0.2, 1));
    Loop loop = Loop.of(platform(80, 6));
    LoopResults one = Parallel.withThreads(1, () -> loop.run(policies, 3, 5));
    LoopResults many = Parallel.withThreads(3, () -> loop.run(policies, 3, 5));
    for (String policy : one.policies()) {
      assertArrayEquals(
          one.totals(policy, "net revenue"), many.totals(policy, "net revenue"), policy);
      assertEquals(
          one.runs(policy).get(2).weeks().get(5).events(),
          many.runs(policy).get(2).weeks().get(5).events());
    }
  }

  @Test
  void ownStagesSeeWhatWasDoneBeforeAndWhatCameOfIt() {
    List<String> seen = new ArrayList<>();
    LoopStage own =
        new LoopStage() {
          @Override
          public void before(LoopContext context) {
            context.list(0, 1, 2);
            seen.add("before " + context.week() + " " + (context.log().size() > 0));
          }

          @Override
          public void after(LoopContext context, Week week) {
            seen.add("after " + week.number() + " " + context.list(0).length);
          }
        };
    LoopPolicy policy = LoopPolicy.of("own", () -> List.of(LoopStages.collect(), own));
    Loop.of(platform(40, 3)).run(policy, 1);
    assertEquals(List.of("before 1 true", "after 1 2", "before 2 true", "after 2 2"), seen);
  }

  /** Messages a week and the shortest pause between two messages to one user, in weeks. */
  private static int[] messages(double budget, int tryWeeks, double tryShare, int restWeeks) {
    Map<Integer, Integer> last = new TreeMap<>();
    int[] found = {0, Integer.MAX_VALUE};
    LoopStage look =
        context -> {
          for (LoopContext.Message message : context.messages()) {
            Integer before = last.put(message.user(), context.week());
            found[0]++;
            found[1] = before == null ? found[1] : Math.min(found[1], context.week() - before);
          }
        };
    LearntCampaign.Options options =
        new LearntCampaign.Options(
            List.of(Channel.WECHAT, Channel.EMAIL),
            Map.of(Channel.WECHAT, 1.0, Channel.EMAIL, 0.5),
            budget,
            tryWeeks,
            tryShare,
            restWeeks);
    LoopPolicy policy =
        LoopPolicy.of(
            "look", () -> List.of(LoopStages.collect(), new LearntCampaign(options), look));
    Loop.of(platform(120, 9)).run(policy, 2);
    return found;
  }

  @Test
  void eachSettingOfTheCampaignChangesWhoGetsAMessage() {
    assertEquals(3, messages(20, 2, 0.2, 2)[1]);
    assertEquals(1, messages(20, 2, 0.2, 0)[1]);
    assertTrue(messages(30, 2, 0.2, 0)[0] > messages(20, 2, 0.2, 0)[0]);
    assertEquals(0, messages(0, 2, 0.2, 0)[0]);
    assertNotEquals(messages(20, 2, 0.2, 0)[0], messages(20, 8, 0.2, 0)[0]);
    assertNotEquals(messages(20, 2, 0.2, 0)[0], messages(20, 2, 0.9, 0)[0]);
  }

  @Test
  void segmentsKeepTheirMeaningFromWeekToWeek() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    LoopStage look =
        context -> {
          List<String> now = context.week() == 1 ? first : second;
          now.clear();
          for (int u = 0; u < 200; u++) {
            now.add(context.segment(u));
          }
        };
    LoopPolicy policy =
        LoopPolicy.of(
            "segments",
            () ->
                List.of(
                    LoopStages.collect(), LoopStages.segments(3, f -> f.interests("field")), look));
    Loop.of(platform(200, 3)).run(policy, 1);
    int same = 0;
    int known = 0;
    for (int u = 0; u < 200; u++) {
      if (!first.get(u).equals(LoopContext.NEWCOMERS)) {
        known++;
        same += first.get(u).equals(second.get(u)) ? 1 : 0;
      }
    }
    assertTrue(known > 100 && same > 0.6 * known, same + " of " + known);
    assertTrue(Set.copyOf(first).contains("segment 3"));
  }

  @Test
  void meansOverSeedsByHand() {
    MeanInterval three = MeanInterval.of(new double[] {1, 2, 3, Double.NaN}, 0.95);
    assertEquals(2, three.mean(), 1e-12);
    assertEquals(2 - 4.302653 / Math.sqrt(3), three.interval().low(), 1e-5);
    assertEquals(5, MeanInterval.of(new double[] {5}, 0.95).mean());
    assertEquals("no interval", MeanInterval.of(new double[] {5}, 0.95).interval().toString());
  }

  @Test
  void refusesWhatCannotRun() {
    Loop loop = Loop.of(platform(20, 3));
    assertThrows(UserError.class, () -> loop.run(List.of(), 1, 1));
    assertThrows(UserError.class, () -> loop.run(List.of(NOTHING, NOTHING), 1, 1));
    assertThrows(UserError.class, () -> loop.run(List.of(NOTHING), 0, 1));
    assertThrows(UserError.class, () -> loop.warmUp(3));
    assertThrows(UserError.class, () -> LoopStages.popular(0));
    assertThrows(UserError.class, () -> LoopStages.segments(0));
    assertThrows(UserError.class, () -> LoopStages.randomMessages(Channel.SMS, -1));
    LoopPolicy uncollected = LoopPolicy.of("x", () -> List.of(LoopStages.popular(5)));
    assertThrows(UserError.class, () -> loop.run(uncollected, 1));
    LoopResults results = loop.run(List.of(NOTHING), 1, 1);
    assertThrows(UserError.class, () -> results.mean("nothing", "love"));
    assertThrows(UserError.class, () -> results.mean("other", "left"));
    List<Channel> sms = List.of(Channel.SMS);
    assertThrows(UserError.class, () -> new LearntCampaign.Options(sms, Map.of(), 5));
    assertThrows(
        UserError.class,
        () -> new LearntCampaign.Options(sms, Map.of(Channel.SMS, 1.0), 5, 3, 0.2, -1));
  }
}
