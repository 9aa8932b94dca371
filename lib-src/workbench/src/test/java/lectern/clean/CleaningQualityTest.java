package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class CleaningQualityTest {
  /** Rows: 0 good, 1 the same again, 2 no value, 3 below 0, 4 good, 5 a platform misspelt. */
  private static final EventLog LOG =
      EventLog.builder()
          .add("ann", "java", Events.VIEW, "wechat", 100, 10)
          .add("ann", "java", Events.VIEW, "wechat", 100, 10)
          .add("bob", "java", Events.VIEW, "wechat", 200, Double.NaN)
          .add("bob", "sql", Events.VIEW, "wechat", 300, -5)
          .add("cem", "sql", Events.VIEW, "wechat", 400, 12)
          .add("cem", "java", Events.VIEW, "微信", 500, 8)
          .build();

  private static Map<String, int[]> dirty() {
    Map<String, int[]> dirty = new LinkedHashMap<>();
    dirty.put("duplicates", new int[] {1});
    dirty.put("missing", new int[] {2});
    dirty.put("impossible", new int[] {3});
    dirty.put("labels", new int[] {5});
    return dirty;
  }

  @Test
  void everyKindIsCountedByWhatBecameOfIt() {
    CleaningReport report =
        Cleaning.of(LOG)
            .step(PlatformNames.usual())
            .step(new ExactDuplicates())
            .step(ImpossibleValues.usual(1000))
            .run();
    CleaningQuality quality = CleaningQuality.of(report, dirty());
    assertEquals(
        new CleaningQuality.Kind("duplicates", 1, 1, 0, 0), quality.of("duplicates"), "dropped");
    assertEquals(new CleaningQuality.Kind("labels", 1, 0, 1, 0), quality.of("labels"), "mended");
    assertEquals(1, quality.of("missing").missed());
    assertEquals(new CleaningQuality.Kind("nothing wrong", 2, 0, 0, 0), quality.clean());
    assertEquals(1, quality.precision());
    assertEquals(0.75, quality.recall());
    assertTrue(quality.toString().startsWith("3 of 4 dirty rows were found (recall 0.750)"));
    assertEquals(5, quality.table().rowCount());
  }

  @Test
  void aGoodRowThatIsTouchedIsAFalseAlarm() {
    CleaningReport report =
        Cleaning.of(LOG).step(ImpossibleValues.none().outside(Events.VIEW, 0, 9)).run();
    CleaningQuality quality = CleaningQuality.of(report, dirty());
    assertEquals(2, quality.clean().dropped());
    assertEquals(2.0 / 4, quality.precision(), "rows 0, 1, 3 and 4 are dropped");
  }

  @Test
  void aRowMendedAndThenDroppedIsDropped() {
    CleaningReport report =
        Cleaning.of(LOG)
            .step(PlatformNames.usual())
            .step(ImpossibleValues.none().outside(Events.VIEW, 9, 99))
            .run();
    assertEquals(1, CleaningQuality.of(report, dirty()).of("labels").dropped());
  }

  @Test
  void rowsThatAreNotOfTheLogAndUnknownKindsAreRefused() {
    CleaningReport report = Cleaning.of(LOG).run();
    assertThrows(UserError.class, () -> CleaningQuality.of(report, Map.of("x", new int[] {6})));
    assertThrows(UserError.class, () -> CleaningQuality.of(report, Map.of("x", new int[] {-1})));
    assertThrows(UserError.class, () -> CleaningQuality.of(report, Map.of("x", new int[] {1, 1})));
    assertThrows(UserError.class, () -> CleaningQuality.of(report, dirty()).of("typos"));
    assertTrue(Double.isNaN(CleaningQuality.of(report, Map.of()).precision()));
  }
}
