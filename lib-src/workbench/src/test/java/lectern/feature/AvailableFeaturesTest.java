package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AvailableFeaturesTest {
  private static final long DAY = 86_400;

  @Test
  void usersAndCoursesAreEnough() {
    EventLog log =
        EventLog.builder()
            .add("ann", "java", "took", null, EventLog.NO_TIME, Double.NaN)
            .add("ann", "sql", "took", null, EventLog.NO_TIME, Double.NaN)
            .add("bob", "java", "took", null, EventLog.NO_TIME, Double.NaN)
            .add("cem", "java", "took", null, EventLog.NO_TIME, Double.NaN)
            .user("idle")
            .build();
    AvailableFeatures got = AvailableFeatures.of(log);
    assertEquals(List.of("events", "mainstream"), got.features().names());
    assertEquals(List.of("ann", "bob", "cem"), got.features().users().ids());
    assertArrayEquals(new double[] {2, 1, 1}, got.features().column("events"));
    assertArrayEquals(
        new double[] {(1 + 1 / 3.0) / 2, 1, 1}, got.features().column("mainstream"), 1e-12);
    assertEquals(List.of("courses"), got.leftOut(), "the same as events");
  }

  @Test
  void valuesTimesKindsAndTopicsAddTheirColumns() {
    EventLog log =
        EventLog.builder()
            .add("ann", "java", "view", "app", 0, 10)
            .add("ann", "java", "buy", "app", 3 * DAY, 100)
            .add("bob", "sql", "view", "app", 10 * DAY, 30)
            .add("bob", "sql", "view", "web", 10 * DAY + 60, Double.NaN)
            .courseAttributes(
                Table.create(
                    "courses",
                    StringColumn.create("course", "java", "sql"),
                    StringColumn.create("field", "code", "data")))
            .build();
    UserFeatures got = AvailableFeatures.of(log, "field").features();
    assertArrayEquals(new double[] {10, 30}, got.column("view value, sum"));
    assertArrayEquals(new double[] {100, 0}, got.column("buy value, sum"));
    assertFalse(got.has("buy value, mean"), "one buyer: everybody has the same mean");
    assertArrayEquals(new double[] {2, 1}, got.column("active days"));
    assertEquals(7 + 60.0 / DAY, got.get("ann", "days since last"), 1e-12);
    assertEquals(0, got.get("bob", "days since last"));
    assertEquals((1 + 0.75) / 3, got.get("ann", "event: view"), 1e-12);
    assertEquals((1 + 0.75) / 3, got.get("bob", "platform: app"), 1e-12);
    assertEquals((2 + 0.5) / 3, got.get("ann", "topic: code"), 1e-12);
    assertTrue(AvailableFeatures.of(log, "field").leftOut().contains("events"));
  }

  @Test
  void nothingToTellUsersApartIsSaidInASentence() {
    EventLog empty = EventLog.builder().build();
    assertThrows(UserError.class, () -> AvailableFeatures.of(empty));
    EventLog one =
        EventLog.builder().add("ann", "java", "took", null, EventLog.NO_TIME, Double.NaN).build();
    UserError alike = assertThrows(UserError.class, () -> AvailableFeatures.of(one));
    assertTrue(alike.getMessage().contains("alike"), alike.getMessage());
    assertThrows(UserError.class, () -> AvailableFeatures.of(one, "field"), "no such attribute");
  }

  @Test
  void aLongTailIsTakenAsLogarithmsAndOtherColumnsStay() {
    double[][] rows = new double[200][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i, Math.exp(i / 20.0), i - 100};
    }
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> "u" + i).toList();
    UserFeatures raw = UserFeatures.of(ids, List.of("even", "tail", "negative"), rows);
    LogScale scale = LogScale.fit(raw);
    assertEquals(List.of("tail"), scale.columns());
    UserFeatures got = scale.transform(raw);
    assertArrayEquals(raw.column("even"), got.column("even"));
    assertEquals(StrictMath.log1p(rows[7][1]), got.column("tail")[7]);
    UserFeatures other = UserFeatures.of(List.of("x"), List.of("tail"), new double[][] {{0}});
    assertEquals(0, scale.transform(other).get("x", "tail"));
    assertEquals(0, LogScale.skewness(new double[] {3, 3, 3}));
    assertEquals(0, LogScale.skewness(new double[] {1, 2, 3}), 1e-12);
    assertEquals(1.5 * Math.sqrt(0.5) / 1.5, LogScale.skewness(new double[] {0, 0, 3}), 1e-12);
  }
}
