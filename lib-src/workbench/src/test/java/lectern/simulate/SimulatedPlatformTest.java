package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lectern.data.EventLog;
import lectern.data.Events;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class SimulatedPlatformTest {
  private static final SimulatedPlatform PLATFORM =
      Simulation.run(SimulationOptions.usual().users(400), 11);
  private static final EventLog LOG = PLATFORM.log();

  @Test
  void everyKindOfEventHappensAndValuesArePossible() {
    assertEquals(new HashSet<>(Events.ALL), new HashSet<>(LOG.events().ids()));
    for (int row = 0; row < LOG.size(); row++) {
      double value = LOG.value(row);
      boolean possible =
          switch (LOG.eventName(row)) {
            case Events.VIEW -> value >= 0.1 && value < 500;
            case Events.PURCHASE, Events.REFUND -> value > 5 && value <= 399;
            case Events.COMPLETION -> value >= 0 && value <= 1;
            case Events.RATING -> value >= 1 && value <= 5 && value == Math.rint(value);
            default -> Double.isNaN(value);
          };
      assertTrue(possible, LOG.eventName(row) + " " + value);
      assertEquals(LOG.is(row, Events.SEARCH), LOG.course(row) < 0);
    }
  }

  @Test
  void rowsAreByTimeAndWithinTheWeeks() {
    for (int row = 0; row < LOG.size(); row++) {
      assertTrue(row == 0 || LOG.time(row) >= LOG.time(row - 1));
      assertTrue(LOG.time(row) >= PLATFORM.weekStart(0) && LOG.time(row) < PLATFORM.weekStart(12));
    }
  }

  @Test
  void aCourseIsLookedAtBoughtOnceThenFinishedOrPaidBack() {
    Map<String, String> last = new HashMap<>();
    Map<String, Double> price = new HashMap<>();
    for (int row = 0; row < LOG.size(); row++) {
      String pair = LOG.user(row) + " " + LOG.course(row);
      String before = last.get(pair);
      switch (LOG.eventName(row)) {
        case Events.CLICK -> last.putIfAbsent(pair, Events.CLICK);
        case Events.PURCHASE -> {
          assertEquals(Events.CLICK, before, pair);
          last.put(pair, Events.PURCHASE);
          price.put(pair, LOG.value(row));
        }
        case Events.REFUND -> {
          assertEquals(Events.PURCHASE, before, pair);
          assertEquals(price.get(pair), LOG.value(row));
          last.put(pair, Events.REFUND);
        }
        case Events.COMPLETION -> {
          assertEquals(Events.PURCHASE, before, pair);
          last.put(pair, Events.COMPLETION);
        }
        case Events.RATING -> assertEquals(Events.COMPLETION, before, pair);
        default -> {
          // the rest may happen at any time
        }
      }
    }
  }

  @Test
  void invitersWereThereBeforeAndNobodyComesBeforeJoining() {
    Table referrals = PLATFORM.referrals();
    Map<String, Integer> joined = new HashMap<>();
    for (Row row : referrals) {
      joined.put(row.getString("user"), row.getInt("joined in week"));
    }
    int invited = 0;
    for (Row row : referrals) {
      if (!row.getString("inviter").isEmpty()) {
        invited++;
        assertTrue(joined.get(row.getString("inviter")) < row.getInt("joined in week"));
      }
    }
    assertTrue(invited > 40);
    for (int row = 0; row < LOG.size(); row++) {
      int week = joined.get(LOG.userId(row));
      assertTrue(LOG.time(row) >= PLATFORM.weekStart(Math.max(0, week)));
    }
  }

  @Test
  void accountsHideWhoIsBehindThemAndTheOwnersTellIt() {
    Map<String, String> owner = new HashMap<>();
    for (Row row : PLATFORM.accountOwners()) {
      owner.put(row.getString("account"), row.getString("user"));
    }
    Map<String, String> platform = new HashMap<>();
    Set<String> phones = new HashSet<>();
    for (Row row : PLATFORM.accounts()) {
      platform.put(row.getString("account"), row.getString("platform"));
      phones.add(row.getString("phone"));
    }
    EventLog accounts = PLATFORM.accountLog();
    assertEquals(LOG.size(), accounts.size());
    for (int row = 0; row < LOG.size(); row++) {
      assertEquals(LOG.userId(row), owner.get(accounts.userId(row)));
      assertEquals(LOG.platformId(row), platform.get(accounts.userId(row)));
    }
    assertTrue(platform.size() > 400 * Channel.PLACES); // some have two in one place
    assertTrue(phones.contains("") && phones.size() > 300);
    EventLog joined = accounts.renameUsers(owner::get);
    assertEquals(LOG.interactions(Events.VIEW).size(), joined.interactions(Events.VIEW).size());
  }

  @Test
  void repliesFollowPostsOfThoseOneFollows() {
    Set<String> follows = new HashSet<>();
    for (Row row : PLATFORM.follows()) {
      follows.add(row.getString("user") + " " + row.getString("followed"));
      assertFalse(row.getString("user").equals(row.getString("followed")));
    }
    Table posts = PLATFORM.posts();
    int replies = 0;
    for (Row row : posts) {
      if (!row.isMissing("reply to")) {
        replies++;
        Row post = posts.row(row.getInt("reply to"));
        assertTrue(post.getLong("time") < row.getLong("time"));
        assertEquals(post.getString("topic"), row.getString("topic"));
        assertTrue(follows.contains(row.getString("user") + " " + post.getString("user")));
      }
    }
    assertTrue(replies > 50);
    assertEquals(replies, (int) posts.intColumn("replies").sum());
  }

  @Test
  void opinionLeadersGetMoreRepliesAndFollowers() {
    boolean[] leaders = PLATFORM.truth().opinionLeaders();
    double[] followers = new double[2];
    for (Row row : PLATFORM.follows()) {
      int followed = LOG.users().number(row.getString("followed"));
      followers[leaders[followed] ? 1 : 0]++;
    }
    int count = 0;
    for (boolean leader : leaders) {
      count += leader ? 1 : 0;
    }
    assertEquals(8, count);
    assertTrue(followers[1] / count > 3 * followers[0] / (leaders.length - count));
  }

  @Test
  void causesAddUpToTheLog() {
    Table causes = PLATFORM.causes();
    for (String event : Events.ALL) {
      assertEquals(LOG.count(event), (int) causes.intColumn(event).sum(), event);
    }
    assertTrue(causes.intColumn(Events.PURCHASE).get(Cause.DISCOUNT.ordinal()) > 0);
    for (int row = 0; row < LOG.size(); row++) {
      if (PLATFORM.cause(row) == Cause.DISCOUNT) {
        double full = PLATFORM.log().courseAttributes().doubleColumn("price").get(LOG.course(row));
        assertTrue(LOG.value(row) < full);
      }
    }
  }

  @Test
  void segmentsDifferInWhatTheyLookAt() {
    PlatformTruth truth = PLATFORM.truth();
    double[][] views = new double[Segment.values().length][Topic.values().length];
    for (int row = 0; row < LOG.size(); row++) {
      if (LOG.is(row, Events.VIEW)) {
        double[] mix = truth.mix(LOG.course(row));
        for (int k = 0; k < mix.length; k++) {
          views[truth.segments()[LOG.user(row)]][k] += mix[k];
        }
      }
    }
    double parents = share(views[Segment.PARENTS.ordinal()], Topic.PARENTING);
    double students = share(views[Segment.STUDENTS.ordinal()], Topic.PARENTING);
    assertTrue(parents > 2 * students, parents + " " + students);
  }

  private static double share(double[] views, Topic topic) {
    double sum = 0;
    for (double v : views) {
      sum += v;
    }
    return views[topic.ordinal()] / sum;
  }

  @Test
  void tablesStandBesideTheirSentence() {
    assertTrue(PLATFORM.bundle().plain().startsWith(PLATFORM.toString()));
    assertTrue(PLATFORM.truth().bundle().plain().contains("segment"));
    assertEquals(400, PLATFORM.truth().users().rowCount());
    assertEquals(120, PLATFORM.truth().courses().rowCount());
    assertEquals(5, PLATFORM.truth().responses().rowCount());
  }
}
