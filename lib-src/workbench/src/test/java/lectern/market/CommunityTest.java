package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.IdIndex;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class CommunityTest {
  private static final long DAY = 86_400;

  /** b and c answer a, a answers b: PageRank solved by hand with d = ½. */
  @Test
  void pageRankByHand() {
    ReplyGraph graph = ReplyGraph.builder().reply("b", "a").reply("c", "a").reply("a", "b").build();
    // a = 1/6 + (b + c)/2, b = 1/6 + a/2, c = 1/6.
    double a = (1.0 / 6 + (1.0 / 6 + 1.0 / 6) / 2) / 0.75;
    double[] rank = OpinionLeaders.of(graph, 0.5).pageRank();
    assertArrayEquals(new double[] {a, 1.0 / 6 + a / 2, 1.0 / 6}, rank, 1e-10);
    assertEquals(List.of("a", "b"), OpinionLeaders.of(graph).top(2));
    assertArrayEquals(new double[] {2, 1, 0}, OpinionLeaders.of(graph).received());
  }

  /** A star: all replies go to one; authority is all hers. */
  @Test
  void theCentreOfAStarLeads() {
    ReplyGraph.Builder builder = ReplyGraph.builder().member("silent");
    for (int i = 0; i < 8; i++) {
      builder.reply("fan" + i, "star");
    }
    OpinionLeaders leaders = OpinionLeaders.of(builder.build());
    assertEquals(List.of("star"), leaders.top(1));
    assertEquals(1, leaders.found(List.of("star")));
    assertEquals(0, leaders.found(List.of("silent")));
    assertEquals(1, leaders.authority()[leaders.table().rowCount() - 1], 1e-12);
    assertEquals("star", leaders.table().stringColumn("member").get(0));
    double sum = 0;
    for (double p : leaders.pageRank()) {
      sum += p;
    }
    assertEquals(1, sum, 1e-9);
  }

  @Test
  void pageRankAddsUpToOneAndTheOrderOfRepliesDoesNotMatter() {
    for (long seed = 1; seed <= 20; seed++) {
      RandomStream random = RandomStream.of(seed, "replies");
      int[][] replies = new int[60][];
      for (int i = 0; i < 60; i++) {
        replies[i] = new int[] {random.nextInt(15), random.nextInt(15)};
      }
      ReplyGraph.Builder forward = ReplyGraph.builder();
      ReplyGraph.Builder backward = ReplyGraph.builder();
      for (int i = 0; i < 60; i++) {
        forward.reply("m" + replies[i][0], "m" + replies[i][1]);
        backward.reply("m" + replies[59 - i][0], "m" + replies[59 - i][1]);
      }
      double[] rank = OpinionLeaders.of(forward.build()).pageRank();
      assertArrayEquals(rank, OpinionLeaders.of(backward.build()).pageRank(), "seed " + seed);
      double sum = 0;
      for (double p : rank) {
        sum += p;
      }
      assertEquals(1, sum, 1e-9, "seed " + seed);
      assertEquals(60 - forward.build().toThemselves(), forward.build().replies());
    }
  }

  @Test
  void dampingChangesTheRank() {
    ReplyGraph graph = ReplyGraph.builder().reply("b", "a").reply("a", "c").build();
    assertTrue(
        OpinionLeaders.of(graph, 0.2).pageRank()[0] != OpinionLeaders.of(graph).pageRank()[0]);
    assertThrows(UserError.class, () -> OpinionLeaders.of(graph, 1));
    assertEquals(0, OpinionLeaders.of(ReplyGraph.builder().build()).top(3).size());
  }

  /** a brings b and c, b brings d; all had the time but d. */
  private static ReferralTree tree() {
    return ReferralTree.builder()
        .member("d", "b", 90 * DAY)
        .root("a", 0)
        .member("b", "a", 10 * DAY)
        .member("c", "a", 20 * DAY)
        .member("late", "a", 200 * DAY)
        .build(100 * DAY, 28, 1);
  }

  @Test
  void theReproductionNumberByHand() {
    ReferralTree tree = tree();
    assertEquals(List.of("a", "b", "c", "d"), tree.members());
    assertEquals(3, tree.counted());
    assertEquals(1, tree.reproduction(), 1e-12);
    assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, tree.shares(), 1e-12);
    assertEquals(1, tree.extinction());
    assertEquals(List.of(1, 2, 1), tree.table().intColumn("members").asList());
    assertEquals(2.0, tree.table().doubleColumn("brought each").get(0));
    assertTrue(tree.interval().contains(1));
    ReferralTree all = ReferralTree.builder().root("a", 0).member("b", "a", 0).build(DAY, 0, 1);
    assertEquals(0.5, all.reproduction());
    assertEquals(1, all.totalBrought());
  }

  /** q = ¼ + ¼ q + ½ q² has the roots ½ and 1; q = ⅛ (1 + q)³ has √5 − 2 and 1. */
  @Test
  void extinctionByHand() {
    assertEquals(0.5, ReferralTree.extinction(0.25, 0.25, 0.5), 1e-12);
    assertEquals(Math.sqrt(5) - 2, ReferralTree.extinction(0.125, 0.375, 0.375, 0.125), 1e-12);
    assertEquals(1, ReferralTree.extinction(0.5, 0, 0.5));
    assertEquals(0, ReferralTree.extinction(0, 1));
    assertThrows(UserError.class, () -> ReferralTree.extinction(0.5, 0.4));
  }

  /** Trees grown with a mean of 0.7: the intervals hold it in 86 or more of 100. */
  @Test
  void intervalsHoldTheTrueReproductionNumber() {
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      RandomStream random = RandomStream.of(seed, "tree");
      ReferralTree.Builder builder = ReferralTree.builder();
      for (int m = 0; m < 120; m++) {
        builder.root("r" + m, 0);
        int children = random.nextDouble() < 0.4 ? 1 + random.nextInt(2) : 0;
        children += random.nextDouble() < 0.1 ? 1 : 0;
        for (int c = 0; c < children; c++) {
          builder.member("r" + m + "-" + c, "r" + m, 50 * DAY);
        }
      }
      ReferralTree tree = builder.build(60 * DAY, 28, seed);
      covered += tree.interval().contains(0.7) ? 1 : 0;
    }
    assertTrue(covered >= 86, covered + " of 100");
  }

  @Test
  void refusesWhatIsNoTree() {
    var unknown = ReferralTree.builder().member("b", "a", 0);
    assertThrows(UserError.class, () -> unknown.build(1, 0, 1));
    var circle = ReferralTree.builder().member("b", "a", 0).member("a", "b", 0);
    assertThrows(UserError.class, () -> circle.build(1, 0, 1));
    assertThrows(UserError.class, () -> ReferralTree.builder().root("a", 0).root("a", 1));
    ReferralTree nobody = ReferralTree.builder().build(1, 0, 1);
    assertTrue(Double.isNaN(nobody.reproduction()));
    assertTrue(nobody.toString().startsWith("0 members"));
    assertTrue(tree().figure().toString().contains("generation"));
  }

  @Test
  void outcomesByHand() {
    EventLog log =
        EventLog.builder()
            .add("ann", "java", Events.PURCHASE, "app", 5, 99)
            .add("ann", "go", Events.PURCHASE, "app", 6, 50)
            .add("bob", "go", Events.VIEW, "app", 7)
            .build();
    IdIndex users = IdIndex.inThisOrder(List.of("bob", "ann", "eve"));
    assertArrayEquals(new double[] {0, 149, 0}, Outcomes.value(log, users, 0, 9, Events.PURCHASE));
    assertArrayEquals(new double[] {0, 1, 0}, Outcomes.did(log, users, 0, 9, Events.PURCHASE));
    assertArrayEquals(new double[] {1, 1, 0}, Outcomes.count(log, users, 6, 9));
    assertThrows(UserError.class, () -> Outcomes.did(log, users, 3, 3));
  }
}
