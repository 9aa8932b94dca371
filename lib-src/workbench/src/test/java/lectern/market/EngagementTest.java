package lectern.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class EngagementTest {
  private static final long WEEK = 7 * 86_400L;

  @Test
  void theArticlesUserIsEngagedByThreeQuartersNotByHalf() {
    assertEquals(0.74, Engagement.asPrinted().score(0.8, 0.7, 0.5), 1e-12);
    assertEquals(0.775, RecommendationValue.asPrinted().score(0.9, 0.55, 0.8), 1e-12);
    assertEquals(0.832, RecommendationValue.asPrinted().score(0.9, 0.74, 0.8), 1e-12);
  }

  /** 0.6·0.8 + 0.3·0.7 + 0.1·0.5 and so on, by hand. */
  @Test
  void theFourListedUsers() {
    DenseMatrix listed =
        DenseMatrix.of(
            new double[][] {{0.8, 0.7, 0.5}, {0.7, 0.8, 0.6}, {0.9, 0.5, 0.4}, {0.6, 0.6, 0.7}});
    assertArrayEquals(
        new double[] {0.74, 0.72, 0.73, 0.61}, Engagement.asPrinted().scores(listed), 1e-12);
  }

  @Test
  void daysDrownTheActivityAsPrintedAndNotAsMeant() {
    CommunityActivity activity = CommunityActivity.withArticlesWeights();
    assertEquals(9.415, activity.asPrinted(0.55, 0.65, 30), 1e-12);
    assertEquals(0.715, activity.asMeant(0.55, 0.65, 30, 30), 1e-12);
    assertEquals(0.715, activity.asMeant(0.55, 0.65, 400, 30), 1e-12);
    assertEquals(0.415 + 0.3 * 30 / 365, activity.asMeant(0.55, 0.65, 30, 365), 1e-12);
    assertEquals(0.415, activity.asMeant(0.55, 0.65, 0, 365), 1e-12);
    assertThrows(UserError.class, () -> activity.asMeant(0.5, 0.5, 30, 0));
    assertThrows(UserError.class, () -> activity.asPrinted(0.5, 0.5, -1));
  }

  @Test
  void valuesOutsideTheirRangeAreRefusedByName() {
    Engagement engagement = Engagement.asPrinted();
    var error = assertThrows(UserError.class, () -> engagement.score(0.8, 4, 0.5));
    assertTrue(error.getMessage().startsWith("interest must lie between 0 and 1, not 4.0"));
    assertThrows(UserError.class, () -> engagement.score(Double.NaN, 0.4, 0.5));
    var row =
        assertThrows(
            UserError.class, () -> engagement.scores(DenseMatrix.of(new double[][] {{1, 1, 2}})));
    assertTrue(row.getMessage().startsWith("Row 0: interaction"));
    assertThrows(ShapeMismatch.class, () -> engagement.scores(DenseMatrix.zeros(2, 2)));
  }

  @Test
  void weightsAddUpToOne() {
    assertThrows(UserError.class, () -> Engagement.of(0.6, 0.3, 0.2));
    assertThrows(UserError.class, () -> Engagement.of(1.2, -0.3, 0.1));
    assertThrows(UserError.class, () -> new Engagement(RecommendationValue.asPrinted().weights()));
    assertEquals(
        List.of(0.5, 0.25, 0.25), PartWeights.proportional(Engagement.PARTS, 2, 1, 1).values());
    assertThrows(UserError.class, () -> PartWeights.proportional(Engagement.PARTS, 0, 0, 0));
  }

  /**
   * Ann touched java (rated 5 by two users) and go (unrated), bought java, made two interactions in
   * two weeks; Bob only searched.
   */
  private static EventLog log() {
    return EventLog.builder()
        .add("ann", "java", Events.VIEW, "app", 0, 10)
        .add("ann", "go", Events.VIEW, "app", 5, 10)
        .add("ann", "java", Events.PURCHASE, "app", 10, 99)
        .add("ann", "java", Events.RATING, "app", 20, 5)
        .add("cat", "java", Events.RATING, "app", WEEK, 5)
        .add("cat", "sql", Events.RATING, "app", WEEK, 1)
        .add("ann", null, Events.SEARCH, "app", 30)
        .add("bob", null, Events.SEARCH, "app", WEEK)
        .add("late", "java", Events.RATING, "app", 3 * WEEK, 1)
        .build();
  }

  @Test
  void partsMeasuredByHand() {
    var parts = EngagementParts.of(log(), 2 * WEEK, new EngagementParts.Options(1, 2));
    assertEquals(List.of("ann", "bob", "cat"), parts.users().ids());
    double mean = 2.0 / 3;
    double java = (mean + 2) / 3;
    double sql = (mean + 0) / 2;
    assertArrayEquals(new double[] {(java + mean) / 2, 0.5, 0.5}, parts.matrix().row(0), 1e-12);
    assertArrayEquals(new double[] {0.5, 0, 0.5}, parts.matrix().row(1), 1e-12);
    assertArrayEquals(new double[] {(java + sql) / 2, 0, 1}, parts.matrix().row(2), 1e-12);
    assertTrue(parts.toString().startsWith("3 users"));
  }

  @Test
  void eachSettingOfThePartsChangesSomething() {
    var usual = EngagementParts.of(log(), 2 * WEEK, new EngagementParts.Options());
    var strict = EngagementParts.of(log(), 2 * WEEK, new EngagementParts.Options(0, 7));
    var keen = EngagementParts.of(log(), 2 * WEEK, new EngagementParts.Options(5, 1));
    assertTrue(usual.matrix().get(0, 0) < strict.matrix().get(0, 0));
    assertTrue(usual.matrix().get(0, 2) < keen.matrix().get(0, 2));
    assertThrows(
        UserError.class, () -> EngagementParts.of(log(), 0, new EngagementParts.Options()));
    assertThrows(UserError.class, () -> new EngagementParts.Options(-1, 1));
    assertThrows(UserError.class, () -> new EngagementParts.Options(1, 0));
  }
}
