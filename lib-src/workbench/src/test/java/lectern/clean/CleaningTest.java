package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.EventLogBuilder;
import lectern.data.Events;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class CleaningTest {
  private static final EventLog LOG =
      EventLog.builder()
          .add("ann", "java", Events.PURCHASE, "app", 10, -5)
          .add("ann", "java", Events.PURCHASE, "app", 20, 99)
          .add("ann", "java", Events.PURCHASE, "app", 20, 99)
          .add("ann", "java", Events.PURCHASE, "app", 22, 99)
          .add("bob", "java", Events.PURCHASE, "app", 30)
          .add("bob", "java", Events.RATING, "app", 31, 9)
          .build();

  private static CleaningReport report() {
    return Cleaning.usual(LOG, 100).step(MissingValues.fillMedian()).run();
  }

  @Test
  void everyStepCountsWhatItDoes() {
    CleaningReport report = report();
    assertEquals(
        List.of(
            new StepCount("exact duplicates", 6, 1, 0, 0, Map.of("the same as an earlier row", 1)),
            new StepCount("fired again within 3 s", 5, 1, 0, 0, Map.of("again within 3 s", 1)),
            new StepCount(
                "impossible values",
                4,
                2,
                0,
                0,
                Map.of("purchase below 0", 1, "rating outside 1 to 5", 1)),
            new StepCount("missing value", 2, 0, 1, 0, Map.of("purchase without value", 1))),
        report.steps());
    assertEquals(2, report.log().size());
    assertEquals(99, report.log().value(1));
    assertEquals(List.of(1, 4), IntStream.of(report.originalRows()).boxed().toList());
  }

  @Test
  void droppedAndMendedRowsKeepTheirNumbersAndValues() {
    CleaningReport report = report();
    Table dropped = report.dropped();
    assertEquals(List.of(2, 3, 0, 5), dropped.intColumn("row").asList());
    assertEquals(-5, dropped.doubleColumn("value").get(2));
    assertEquals("rating outside 1 to 5", dropped.stringColumn("reason").get(3));
    Table mended = report.mended();
    assertEquals(4, mended.intColumn("row").get(0));
    assertEquals("value", mended.getString(0, "field"));
    assertEquals("", mended.getString(0, "was"));
    assertEquals("99", mended.getString(0, "now"));
    assertEquals(0, report.flagged().rowCount());
  }

  @Test
  void theReportShowsCountsReasonsAndExamples() {
    CleaningReport report = report();
    assertEquals("6 rows in, 4 dropped, 1 mended, 0 flagged, 2 rows out", report.toString());
    assertEquals(
        List.of("step", "rows in", "dropped", "mended", "flagged", "rows out", "reason"),
        report.table().columnNames());
    assertEquals(
        "purchase below 0: 1; rating outside 1 to 5: 1",
        report.table().stringColumn("reason").get(2));
    assertEquals(5, report.examples(1).rowCount());
    assertEquals("dropped", report.examples(1).stringColumn("what became of it").get(0));
    MimeBundle shown = report.bundle();
    assertTrue(shown.plain().contains("Some of these rows:"), shown.plain());
    assertTrue(shown.data().get(MimeBundle.HTML).toString().contains("rating outside 1 to 5"));
  }

  @Test
  void nothingToCleanIsNothingDone() {
    EventLog none = EventLog.builder().build();
    CleaningReport report = Cleaning.usual(none, 0).step(MissingValues.fillMedian()).run();
    assertEquals(0, report.log().size());
    assertTrue(report.bundle().plain().startsWith("0 rows in, 0 dropped"));
    assertEquals(LOG, Cleaning.of(LOG).run().log());
    EventLog one = LOG.rows(1);
    assertEquals(1, Cleaning.usual(one, 100).run().log().size());
  }

  @Test
  void theFirstDecisionOnARowCounts() {
    CleaningStep twice =
        new CleaningStep() {
          @Override
          public String label() {
            return "twice";
          }

          @Override
          public void look(CleaningRows rows) {
            rows.drop(0, "first");
            rows.mend(0, 3, "second");
            rows.mend(1, 3, "first");
            rows.flag(1, "second");
            assertThrows(UserError.class, () -> rows.mend(2, Double.NaN, "no"));
          }
        };
    CleaningReport report = Cleaning.of(LOG).step(twice).run();
    assertEquals(5, report.log().size());
    assertEquals(3, report.log().value(0));
    assertEquals(Map.of("first", 2), report.steps().get(0).reasons());
  }

  private static EventLog random(long seed) {
    RandomStream random = RandomStream.of(seed, "cleaning test");
    EventLogBuilder out = EventLog.builder();
    int rows = random.nextInt(400);
    for (int row = 0; row < rows; row++) {
      out.add(
          "u" + random.nextInt(4),
          random.nextInt(9) == 0 ? null : "c" + random.nextInt(3),
          Events.ALL.get(random.nextInt(Events.ALL.size())),
          random.nextInt(9) == 0 ? null : "p" + random.nextInt(2),
          random.nextInt(9) == 0 ? EventLog.NO_TIME : random.nextInt(60),
          random.nextInt(9) == 0 ? Double.NaN : random.nextInt(9) - 2);
    }
    return out.build();
  }

  @Test
  void noRowIsEverLost() {
    for (long seed = 0; seed < 100; seed++) {
      EventLog log = random(seed);
      CleaningReport report =
          Cleaning.usual(log, 50)
              .step(MissingValues.drop(MissingValues.Field.COURSE))
              .step(MissingValues.fillMedian())
              .step(Outliers.mad(Outliers.Action.CAP))
              .step(Outliers.iqr(Outliers.Action.DROP))
              .run();
      boolean[] seen = new boolean[log.size()];
      IntStream.of(report.originalRows()).forEach(row -> seen[row] = true);
      for (int row : report.dropped().intColumn("row").asIntArray()) {
        assertTrue(!seen[row], "seed " + seed + ": kept and dropped: " + row);
        seen[row] = true;
      }
      assertEquals(log.size(), IntStream.range(0, seen.length).filter(r -> seen[r]).count());
      for (int step = 1; step < report.steps().size(); step++) {
        assertEquals(
            report.steps().get(step - 1).rowsOut(),
            report.steps().get(step).rowsIn(),
            "seed " + seed);
      }
    }
  }

  @Test
  void aSecondPassFindsNothing() {
    for (long seed = 0; seed < 100; seed++) {
      EventLog clean = Cleaning.usual(random(seed), 50).run().log();
      assertEquals(clean, Cleaning.usual(clean, 50).run().log(), "seed " + seed);
    }
  }

  @Test
  void optionsRefuseWhatMakesNoSense() {
    assertThrows(UserError.class, () -> DoubleFired.within(-1));
    assertThrows(UserError.class, () -> MissingValues.fill(Double.NaN));
    assertThrows(
        UserError.class,
        () -> new MissingValues(MissingValues.Field.TIME, MissingValues.Way.MEDIAN, 0, List.of()));
    assertThrows(UserError.class, () -> Outliers.mad(Outliers.Action.DROP).limit(0));
    assertThrows(UserError.class, () -> Outliers.mad(Outliers.Action.DROP).limit(Double.NaN));
    assertThrows(UserError.class, () -> Outliers.mad(Outliers.Action.DROP).fewest(2));
    assertThrows(UserError.class, () -> ImpossibleValues.none().outside("rating", 5, 1));
    assertThrows(UserError.class, () -> ImpossibleValues.none().outside("rating", Double.NaN, 1));
  }
}
