package lectern.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.data.Events;
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
}
