package lectern.feature;

import static lectern.feature.SmallLog.AS_OF;
import static lectern.feature.SmallLog.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class FeatureExtractionTest {
  private static FeatureExtraction from(EventLog log) {
    return FeatureExtraction.of(log, AS_OF);
  }

  private static FeatureExtraction all(EventLog log, long asOf) {
    return FeatureExtraction.of(log, asOf)
        .recencyFrequencyMonetary()
        .browsingTime()
        .purchaseFrequency()
        .interests("topic")
        .activity()
        .platformMix();
  }

  @Test
  void recencyFrequencyMonetaryByHand() {
    UserFeatures rfm = from(SmallLog.log()).recencyFrequencyMonetary().features();
    assertEquals(List.of("ann", "bob"), rfm.users().ids(), "cy and dee were not known then");
    assertEquals(20, rfm.get("ann", "recency_days"));
    assertEquals(2, rfm.get("ann", "frequency"));
    assertEquals(50, rfm.get("ann", "monetary"));
    assertEquals(60, rfm.get("bob", "recency_days"), "never bought: as long as the log goes back");
    assertEquals(0, rfm.get("bob", "frequency"));
    var net = from(SmallLog.log()).with(new RecencyFrequencyMonetary(Events.PURCHASE, true));
    assertEquals(30, net.features().get("ann", "monetary"), "a refund without value: its price");
  }

  @Test
  void browsingAndPurchasesByHand() {
    UserFeatures f = from(SmallLog.log()).browsingTime().purchaseFrequency().features();
    assertEquals(24, f.get("bob", "browsing_minutes"));
    assertEquals(2, f.get("bob", "views"));
    assertEquals(12, f.get("bob", "minutes_per_view"));
    assertEquals(10, f.get("ann", "minutes_per_view"), "a view of unknown length is no view of 0");
    assertEquals(1, f.get("ann", "purchases_per_30_days"));
    assertEquals(30, f.get("ann", "purchase_gap_days"));
    assertEquals(3, f.get("bob", "purchase_gap_days"), "as long as he is there");
  }

  @Test
  void interestsByHandSumToOne() {
    UserFeatures f = from(SmallLog.log()).interests("topic").features();
    // ann: code 1 + 5, money 1 + 5; bob: code 2; all: code 8 of 14.
    assertEquals((6 + 8 / 14.0) / 13, f.get("ann", "interest: code"), 1e-15);
    assertEquals((2 + 8 / 14.0) / 3, f.get("bob", "interest: code"), 1e-15);
    UserFeatures random =
        FeatureExtraction.of(SmallLog.random(1), AS_OF).interests("topic").features();
    for (int u = 0; u < random.size(); u++) {
      assertEquals(1, random.matrix().get(u, 0) + random.matrix().get(u, 1), 1e-12);
    }
    var own = new Interests("topic", Map.of(Events.VIEW, 1.0), 1e-9);
    assertEquals(0.5, from(SmallLog.log()).with(own).features().get("ann", "interest: code"), 1e-6);
  }

  @Test
  void activityByHand() {
    UserFeatures f = from(SmallLog.log()).activity().features();
    assertEquals(5, f.get("ann", "events"));
    assertEquals(4, f.get("ann", "active_days"));
    assertEquals(4, f.get("ann", "sessions"));
    assertEquals(1, f.get("bob", "sessions"));
    assertEquals(18, f.get("ann", "days_since_last_event"));
    assertEquals(60, f.get("ann", "tenure_days"));
    assertEquals(Math.log(3 / 3.0), f.get("ann", "trend"), 1e-15, "2 recent, 2 before");
    UserFeatures other =
        from(SmallLog.log()).with(new Activity(10, 10, ZoneOffset.ofHours(-1))).features();
    assertEquals(2, other.get("bob", "sessions"));
    assertEquals(StrictMath.log(3), other.get("bob", "trend"));
    assertNotEquals(f, other);
  }

  @Test
  void platformsByHand() {
    UserFeatures f = from(SmallLog.log()).platformMix().features();
    assertEquals(0.2, f.get("ann", "platform: wechat"));
    assertEquals(2, f.get("ann", "platforms"));
    assertEquals(0, f.get("bob", "platforms"));
    assertTrue(f.has("platform: weibo"), "columns do not depend on the cut-off");
  }

  @Test
  void nothingFromTheCutOffOnLeaksIn() {
    for (long seed = 1; seed <= 20; seed++) {
      EventLog log = SmallLog.random(seed);
      EventLog early = log.where(row -> log.time(row) < AS_OF);
      assertEquals(all(early, AS_OF).features(), all(log, AS_OF).features(), "seed " + seed);
      assertNotEquals(all(log, AS_OF).features(), all(log, day(120)).features(), "seed " + seed);
    }
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    EventLog log = SmallLog.random(3);
    assertEquals(
        all(log, AS_OF).features(),
        all(log.rows(lectern.math.RandomStream.of(1, "order").permutation(log.size())), AS_OF)
            .features());
  }

  @Test
  void mistakesAreSaidInOneSentence() {
    EventLog log = SmallLog.log();
    String none =
        assertThrows(UserError.class, () -> FeatureExtraction.of(log, day(1))).getMessage();
    assertTrue(none.contains("No event lies before asOf = 86400 (1970-01-02"), none);
    assertTrue(none.contains("1 of them without a time"), none);
    assertThrows(UserError.class, () -> from(log).features());
    String topic = assertThrows(UserError.class, () -> from(log).interests("price")).getMessage();
    assertTrue(topic.contains("no attribute \"price\"; they have [topic]"), topic);
    assertThrows(UserError.class, () -> from(log).activity().activity().features());
    assertThrows(UserError.class, () -> new Activity(0, 28, ZoneOffset.UTC));
    assertThrows(UserError.class, () -> new Interests("topic", Map.of(), 0));
    EventLog negative = EventLog.builder().add("a", "c", Events.VIEW, null, day(1), -5).build();
    String clean = assertThrows(UserError.class, () -> from(negative).browsingTime()).getMessage();
    assertEquals("A view cannot last -5.0 minutes (user \"a\"): clean the log first.", clean);
  }

  @Test
  void oneUserWithoutPlatformAndCourseIsEnough() {
    EventLog one =
        EventLog.builder()
            .add("a", null, Events.SEARCH, null, day(99))
            .courseAttributes(SmallLog.topics())
            .build();
    UserFeatures f = all(one, AS_OF).features();
    assertEquals(0.5, f.get("a", "interest: code"), "nothing known: every topic alike");
    assertEquals(1, f.get("a", "recency_days"));
  }
}
