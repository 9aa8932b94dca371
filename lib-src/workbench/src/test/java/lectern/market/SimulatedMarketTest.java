package lectern.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.market.NextEventData.Group;
import lectern.simulate.PlatformTruth;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is measured on a simulated platform, beside its known truth. */
class SimulatedMarketTest {
  private static final SimulatedPlatform PLATFORM =
      Simulation.run(SimulationOptions.usual().users(1500), 11);
  private static final EventLog LOG = PLATFORM.log();
  private static final PlatformTruth TRUTH = PLATFORM.truth();

  private static String segment(String user) {
    return TRUTH.segment(LOG.users().number(user)).id();
  }

  /** One in fifty leads: by lot a list of as many would hold 2 % of them. */
  @Test
  void pageRankFindsOpinionLeadersFarAboveChance() {
    ReplyGraph graph = ReplyGraph.ofPosts(PLATFORM.posts(), "post", "user", "reply to");
    boolean[] leads = TRUTH.opinionLeaders();
    List<String> truth = new ArrayList<>();
    for (int u = 0; u < leads.length; u++) {
      if (leads[u]) {
        truth.add(LOG.users().id(u));
      }
    }
    assertTrue(OpinionLeaders.of(graph).found(truth) >= 0.1, graph.toString());
    Table orphan = PLATFORM.posts().where(PLATFORM.posts().intColumn("reply to").isNotMissing());
    assertThrows(
        UserError.class, () -> ReplyGraph.ofPosts(orphan.first(1), "post", "user", "reply to"));
  }

  @Test
  void theReferralTreeHoldsEverybodyWhoWasInvited() {
    Table table = PLATFORM.referrals();
    ReferralTree.Builder builder = ReferralTree.builder();
    int invited = 0;
    for (int row = 0; row < table.rowCount(); row++) {
      String by = table.getString(row, "inviter");
      invited += by.isEmpty() ? 0 : 1;
      builder.member(
          table.getString(row, "user"),
          by.isEmpty() ? null : by,
          PLATFORM.weekStart(table.intColumn("joined in week").getInt(row)));
    }
    ReferralTree tree = builder.build(PLATFORM.weekStart(12), 0, 1);
    assertEquals((double) invited / tree.members().size(), tree.reproduction(), 1e-12);
    assertTrue(tree.interval().high() < 1 && tree.extinction() == 1, tree.toString());
    assertTrue(tree.table().rowCount() >= 3);
    assertTrue(builder.build(PLATFORM.weekStart(12), 28, 1).reproduction() > tree.reproduction());
  }

  private static Map<String, List<String>> follows() {
    Map<String, List<String>> out = new TreeMap<>();
    Table table = PLATFORM.follows();
    for (int row = 0; row < table.rowCount(); row++) {
      out.computeIfAbsent(table.getString(row, "user"), u -> new ArrayList<>())
          .add(table.getString(row, "followed"));
    }
    return out;
  }

  private static NextEventAblation ablation(String event) {
    List<NextEventData.Advert> adverts = new ArrayList<>();
    Table contacts = PLATFORM.contacts();
    for (int row = 0; row < contacts.rowCount(); row++) {
      if (contacts.booleanColumn("treated").get(row)) {
        adverts.add(
            new NextEventData.Advert(
                contacts.getString(row, "user"),
                contacts.longColumn("time").getLong(row),
                contacts.getString(row, "theme")));
      }
    }
    NextEventData data =
        NextEventData.of(
            LOG,
            NextEventData.courses(LOG, "field", event),
            adverts,
            follows(),
            new NextEventData.Options());
    long cut = PLATFORM.weekStart(8);
    return NextEventAblation.of(data.before(cut), data.from(cut), new NextEventModel.Options(), 1);
  }

  /** In the simulation messages bring purchases, and friends' purchases make courses appealing. */
  @Test
  void historySessionAdvertsAndFriendsAreWorthWhatTheSimulationSays() {
    NextEventAblation clicks = ablation(Events.CLICK);
    for (Group group : List.of(Group.HISTORY, Group.CURRENT, Group.FRIEND)) {
      assertTrue(clicks.without(group).interval().low() > 0, clicks.table().toString());
    }
    NextEventAblation purchases = ablation(Events.PURCHASE);
    assertTrue(purchases.without(Group.HISTORY).interval().low() > 0.2);
    assertTrue(purchases.without(Group.ADVERT).interval().low() > 0, purchases.table().toString());
  }

  @Test
  void engagementForetellsPurchasesByInterestMost() {
    long cut = PLATFORM.weekStart(6);
    EngagementParts parts = EngagementParts.of(LOG, cut, new EngagementParts.Options());
    double[] later = Outcomes.did(LOG, parts.users(), cut, PLATFORM.weekStart(10), Events.PURCHASE);
    ScoreFit fit = ScoreFit.of(Engagement.PARTS, parts.matrix(), later, new ScoreFit.Options(), 1);
    assertTrue(fit.intervals().get(1).low() > 0.1, fit.table().toString());
    assertTrue(fit.explained() > 0 && fit.explained() < 0.2);
    assertEquals(1, new Engagement(fit.weights()).score(1, 1, 1), 1e-12);
  }

  @Test
  void upliftHoldsTheKnownEffectOfRandomisedCampaigns() {
    Table contacts = PLATFORM.contacts();
    for (String name : List.of("english coupon", "data month", "code live")) {
      Table own = contacts.where(contacts.stringColumn("campaign").isEqualTo(name));
      int[] bought = PLATFORM.purchases(PLATFORM.campaign(name).campaign().week());
      List<String> segments = new ArrayList<>();
      boolean[] treated = new boolean[own.rowCount()];
      double[] outcomes = new double[treated.length];
      for (int row = 0; row < treated.length; row++) {
        segments.add(segment(own.getString(row, "user")));
        treated[row] = own.booleanColumn("treated").get(row);
        outcomes[row] = bought[LOG.users().number(own.getString(row, "user"))];
      }
      Uplift uplift = Uplift.of(segments, treated, outcomes);
      double truth = PLATFORM.campaign(name).averageEffect();
      assertTrue(uplift.overall().interval().contains(truth), name + ": " + uplift);
      assertEquals(5, uplift.effects().size());
    }
  }

  @Test
  void communityActivityByHand() {
    EventLog log =
        EventLog.builder()
            .add("ann", "java", Events.VIEW, "app", 0, 5)
            .add("ann", "java", Events.VIEW, "app", 9, 5)
            .add("ann", "java", Events.SHARE, "app", 10)
            .add("bob", "go", Events.VIEW, "app", 20, 5)
            .add("eve", "go", Events.SHARE, "app", 30)
            .courseAttributes(
                Table.create(
                    StringColumn.create("course", "java", "go"),
                    StringColumn.create("field", "x", "y")))
            .build();
    CommunityScores found =
        CommunityScores.of(
            log,
            7 * 86_400,
            id -> id.equals("eve") ? null : "g",
            "field",
            new CommunityScores.Options());
    double ann = 0.6 * 0.5 + 0.3 * 1 + 0.1 / 7;
    double u = (ann + 0.6 * 0.5) / 2;
    double r = 0.5 * 0.5 + 0.3 * ann + 0.2 * 2 / 3;
    CommunityScores.Community only = found.communities().get(0);
    assertEquals(2, only.members());
    assertEquals(u, only.engagement(), 1e-12);
    assertEquals(r, only.recommendation(), 1e-12);
    assertEquals(0.4 * u + 0.3 * r + 0.3 * 7 / 90, only.activity(), 1e-12);
    assertEquals(0.4 * u + 0.3 * r + 0.3 * 7, only.activityAsPrinted(), 1e-12);
    assertTrue(found.figure().toString().contains("communities"));
    assertThrows(
        UserError.class,
        () -> CommunityScores.of(log, 99, id -> null, "field", new CommunityScores.Options()));
    assertThrows(
        UserError.class,
        () -> CommunityScores.of(log, 99, id -> "g", "topic", new CommunityScores.Options()));
  }
}
