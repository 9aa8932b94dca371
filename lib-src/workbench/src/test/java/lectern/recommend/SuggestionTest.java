package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void theScoreIsTheSameTextOnEveryJava() {
    assertEquals("java (4.25)", new Suggestion(0, "java", 4.25f).toString());
    assertEquals("java (33554450)", new Suggestion(0, "java", 33554448f).toString());
    assertEquals("java (NaN)", new Suggestion(0, "java", Float.NaN).toString());
    assertEquals("java (-Infinity)", new Suggestion(0, "java", Float.NEGATIVE_INFINITY).toString());
  }
}
