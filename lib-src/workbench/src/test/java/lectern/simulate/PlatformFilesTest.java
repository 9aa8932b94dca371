package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.EventFile;
import lectern.data.EventLog;
import lectern.data.EventMapping;
import lectern.data.EventReading;
import lectern.data.Events;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFilesTest {
  private static final SimulationOptions OPTIONS = SimulationOptions.usual().users(150).weeks(4);

  @TempDir Path folder;

  private static EventReading read(PlatformFiles files) {
    List<Path> paths = files.paths();
    return EventLog.read(
        EventFile.of(
            paths.get(0),
            EventMapping.of("openid", "lesson")
                .event("action")
                .called("read", Events.VIEW)
                .called("buy", Events.PURCHASE)
                .platform("client")
                .time("at")
                .zone("Asia/Shanghai")
                .value("amount")),
        EventFile.of(
            paths.get(1),
            EventMapping.of("uid", "item").event("act").platform("site").time("at").value("value")),
        EventFile.of(
            paths.get(2),
            EventMapping.of("user_id", "course_id")
                .event("event")
                .platform("source")
                .time("time_ms")
                .milliseconds()
                .value("value")));
  }

  /** The events of a log as lines of text in one order. */
  private static String[] lines(EventLog log) {
    return IntStream.range(0, log.size())
        .mapToObj(
            r ->
                String.join(
                    " ",
                    log.userId(r),
                    log.courseId(r),
                    log.eventName(r),
                    log.platformId(r),
                    log.time(r) + "",
                    log.value(r) + ""))
        .sorted()
        .toArray(String[]::new);
  }

  @Test
  void withoutDirtTheThreeFilesHoldTheEventsOfAllAccounts() throws IOException {
    SimulatedPlatform platform = Simulation.run(OPTIONS, 3);
    EventReading read = read(PlatformFiles.write(folder.resolve("new"), platform));
    assertArrayEquals(lines(platform.accountLog()), lines(read.log()));
    assertEquals(0, read.badRows().size());
  }

  @Test
  void theDirtLogTellsTheRowsAsTheyAreRead() throws IOException {
    SimulatedPlatform platform = Simulation.run(OPTIONS.dirt(Dirt.usual()), 3);
    PlatformFiles files = PlatformFiles.write(folder, platform);
    EventReading read = read(files);
    EventLog log = read.log();
    assertEquals(files.rows(), log.size());
    assertEquals(files.unreadable(), read.badRows().size());
    assertTrue(files.unreadable() > 0);
    int seen = 0;
    for (DirtLog.Entry entry : files.dirtLog().entries()) {
      assertEquals(entry.user(), log.userId(entry.row()));
      if (entry.kind().equals("labels")) {
        assertEquals(entry.dirty().strip(), log.platformId(entry.row()));
        seen++;
      } else if (entry.kind().equals("duplicates")) {
        assertEquals(log.time(entry.row() - 1), log.time(entry.row()));
        seen++;
      } else if (entry.field().equals("value") && !entry.dirty().isEmpty()) {
        assertEquals(Double.parseDouble(entry.dirty()), log.value(entry.row()));
        seen++;
      }
    }
    assertTrue(seen > 100, seen + " of " + files.dirtLog().size());
    int[] rows = files.dirtLog().rowsByKind().get("labels");
    assertArrayEquals(files.dirtLog().rows("labels"), rows);
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    SimulationOptions dirty = OPTIONS.dirt(Dirt.usual());
    List<Path> one = PlatformFiles.write(folder.resolve("1"), Simulation.run(dirty, 3)).paths();
    List<Path> two = PlatformFiles.write(folder.resolve("2"), Simulation.run(dirty, 3)).paths();
    List<Path> other = PlatformFiles.write(folder.resolve("3"), Simulation.run(dirty, 4)).paths();
    for (int f = 0; f < 3; f++) {
      assertEquals(-1, Files.mismatch(one.get(f), two.get(f)));
      assertTrue(Files.mismatch(one.get(f), other.get(f)) >= 0);
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    SimulatedPlatform platform = Simulation.run(OPTIONS.users(5), 3);
    assertThrows(UserError.class, () -> PlatformFiles.write(file, platform));
    assertTrue(Arrays.equals("x".getBytes(), Files.readAllBytes(file)));
  }
}
