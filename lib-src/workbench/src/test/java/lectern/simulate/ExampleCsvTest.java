package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.data.EventLog;
import lectern.data.EventMapping;
import lectern.data.EventReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCsvTest {
  @TempDir Path folder;

  @Test
  void itHoldsTheEventsWithACourseAndIsTheSameEachTime() throws IOException {
    SimulationOptions options = SimulationOptions.usual().users(60).weeks(3);
    SimulatedPlatform platform = Simulation.run(options, 9);
    Path file = folder.resolve("example.csv");
    ExampleCsv.write(file, platform);
    EventReading read =
        EventLog.read(
            file,
            EventMapping.of("customer", "course")
                .event("what")
                .time("when")
                .zone("Asia/Shanghai")
                .value("amount")
                .courseAttributes("title", "field"));
    EventLog log = platform.log();
    EventLog courses = log.where(row -> log.course(row) >= 0);
    assertEquals(courses.size(), read.rowsRead());
    assertEquals(courses.size() / 700, read.badRows().size());
    assertTrue(read.log().hasTime(0));
    assertEquals(courses.time(0) / 60, read.log().time(0) / 60, "minutes are kept");
    assertEquals(courses.value(5), read.log().value(5));
    assertEquals(0, read.attributeConflicts());
    Path again = folder.resolve("again.csv");
    ExampleCsv.write(again, Simulation.run(options, 9));
    assertEquals(-1, Files.mismatch(file, again));
  }
}
