package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.simulate.Dirt;
import lectern.simulate.DirtLog;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** A simulated log with dirt whose places are known. */
class SimulatedDirtTest {
  private static final SimulatedPlatform PLATFORM =
      Simulation.run(SimulationOptions.usual().users(400).weeks(4).dirt(Dirt.usual()), 5);
  private static final long OPENED = Instant.parse("2024-03-01T00:00:00Z").getEpochSecond();
  private static final long NOW = Instant.parse("2024-05-01T00:00:00Z").getEpochSecond();

  private static final CleaningReport REPORT =
      Cleaning.of(PLATFORM.log())
          .step(PlatformNames.usual())
          .step(new ExactDuplicates())
          .step(DoubleFired.within(3))
          .step(ImpossibleValues.usual(NOW).before(OPENED))
          .step(MissingValues.flag(MissingValues.Field.TIME))
          .step(Outliers.mad(Outliers.Action.FLAG).of(Events.VIEW).onLogScale())
          .run();

  @Test
  void everyDuplicateDoubleAndImpossibleRowIsDroppedAndNoOther() {
    DirtLog dirt = PLATFORM.dirtLog();
    Set<Integer> wanted = new TreeSet<>();
    for (String kind : List.of("duplicates", "doubleFired", "impossible")) {
      IntStream.of(dirt.rows(kind)).forEach(wanted::add);
    }
    assertTrue(wanted.size() > 200);
    assertEquals(wanted, new TreeSet<>(REPORT.dropped().intColumn("row").asList()));
  }

  @Test
  void everyPlatformHasItsNameAgain() {
    DirtLog dirt = PLATFORM.dirtLog();
    int[] origin = REPORT.originalRows();
    EventLog log = REPORT.log();
    List<DirtLog.Entry> labels =
        dirt.entries().stream().filter(e -> e.kind().equals("labels")).toList();
    assertTrue(labels.size() > 200);
    for (DirtLog.Entry label : labels) {
      assertEquals(label.clean(), log.platformId(Arrays.binarySearch(origin, label.row())));
    }
    assertEquals(6, log.platforms().size());
  }

  @Test
  void flaggedViewsAreMostlyThoseLeftOpenOrWrittenAsSeconds() {
    Set<Integer> flagged = new TreeSet<>();
    Table rows = REPORT.flagged();
    for (int i = 0; i < rows.rowCount(); i++) {
      if (rows.getString(i, "step").startsWith("outliers")) {
        flagged.add(rows.intColumn("row").get(i));
      }
    }
    int[] left = PLATFORM.dirtLog().rows("outliers");
    int[] seconds = PLATFORM.dirtLog().rows("wrongUnits");
    long foundLeft = IntStream.of(left).filter(flagged::contains).count();
    long foundSeconds = IntStream.of(seconds).filter(flagged::contains).count();
    String found = foundLeft + "/" + left.length + ", " + foundSeconds + "/" + seconds.length;
    assertTrue(foundLeft >= 0.5 * left.length, found);
    assertTrue(foundSeconds >= 0.8 * seconds.length, found);
    assertTrue(foundLeft + foundSeconds >= 0.9 * flagged.size(), found + " of " + flagged.size());
  }
}
