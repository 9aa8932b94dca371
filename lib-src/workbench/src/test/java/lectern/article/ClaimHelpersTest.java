package lectern.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.data.Events;
import lectern.evaluate.UserValues;
import lectern.market.LoopRun;
import org.junit.jupiter.api.Test;

/** What the claims on simulated platforms rest on. */
class ClaimHelpersTest {
  @Test
  void differencesOverSeedsHaveStudentsInterval() {
    // 1, 2, 3: mean 2, deviation 1, t = 4.3027 at 2 degrees of freedom
    SeedDifferences found = SeedDifferences.over(3, seed -> seed);
    assertEquals(2, found.mean(), 1e-12);
    assertEquals(2 - 4.302652729911275 / Math.sqrt(3), found.low(), 1e-9);
    assertEquals(2 + 4.302652729911275 / Math.sqrt(3), found.high(), 1e-9);
    assertFalse(found.isAbove0());
    assertTrue(SeedDifferences.over(3, seed -> 10 + seed).isAbove0());
  }

  @Test
  void policiesMeetTheSameWeeksBeforeThem() {
    LoopRun nothing = ArticleLoop.run(ArticleLoop.NOTHING, 1);
    LoopRun messages = ArticleLoop.run(ArticleLoop.MESSAGES_DRAWN, 1);
    for (int week = 0; week < ArticleLoop.WARM_UP; week++) {
      assertEquals(nothing.weeks().get(week).events(), messages.weeks().get(week).events());
    }
    assertSame(nothing, ArticleLoop.run(ArticleLoop.NOTHING, 1));
    assertEquals(0, nothing.total("messages", 0));
    assertTrue(messages.total("messages", 0) > 0);
  }

  @Test
  void buyersAndEventsAreCountedUnderThePolicyAlone() {
    LoopRun run = ArticleLoop.run(ArticleLoop.NOTHING, 1);
    double purchases = run.total("purchases", ArticleLoop.WARM_UP);
    assertEquals(purchases, ArticleLoop.count(run, Events.PURCHASE));
    assertEquals(1, ArticleLoop.buyers(run, 0));
    assertTrue(ArticleLoop.buyers(run, 1) > ArticleLoop.buyers(run, 2));
    assertEquals(0, ArticleLoop.buyers(run, (int) purchases + 1));
  }

  @Test
  void aGapBetweenGroupsIsComparedWithGroupsDealtByChance() {
    double[] values = new double[100];
    List<String> groups = new ArrayList<>();
    List<String> dealt = new ArrayList<>();
    for (int u = 0; u < values.length; u++) {
      values[u] = u < 50 ? 1 : 0;
      groups.add(u < 50 ? "a" : "b");
      dealt.add(u % 2 == 0 ? "a" : "b");
    }
    ShuffledGroups real = ShuffledGroups.of(UserValues.of(values), groups, 1);
    assertEquals(1, real.gap(), 1e-12);
    assertEquals(0.001, real.p(), 1e-12);
    ShuffledGroups none = ShuffledGroups.of(UserValues.of(values), dealt, 1);
    assertEquals(0, none.gap(), 1e-12);
    assertEquals(1, none.p(), 1e-12);
    assertFalse(none.isShown());
  }
}
